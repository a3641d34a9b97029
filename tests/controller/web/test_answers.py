"""What the journal keeps of a request."""

from controller.hall.commands import CallNext, Recall
from controller.web.answers import KEY, key

NAME = "a" * 40


def test_a_requests_key_says_who_asks_and_is_nobody_elses() -> None:
    asked = key("agent", "amina", CallNext("amina"), "request-1")

    assert (asked[:8], len(asked)) == ("a:amina:", KEY)
    others = (
        key("supervisor", "amina", CallNext("amina"), "request-1"),
        key("agent", "karim", CallNext("amina"), "request-1"),
        key("agent", "amina", Recall("amina"), "request-1"),
        key("agent", "amina", CallNext("amina"), "request-2"),
    )
    assert len({asked, *others}) == 5


def test_the_longest_name_leaves_room_for_what_tells_requests_apart() -> None:
    asked = [key("kiosk", NAME, CallNext("amina"), f"request-{n}") for n in range(1000)]

    assert {len(each) for each in asked} == {KEY}
    assert len(set(asked)) == 1000
