"""What the journal keeps of a request."""

import pytest

from controller.hall.commands import CallNext, Recall
from controller.request_key import KEY_LENGTH, request_key, signed_by

NAME = "a" * 40


def test_a_requests_key_says_who_asks_and_is_nobody_elses() -> None:
    asked = request_key("agent", "amina", CallNext("amina"), "request-1")

    assert (asked[:8], len(asked)) == ("a:amina:", KEY_LENGTH)
    others = (
        request_key("supervisor", "amina", CallNext("amina"), "request-1"),
        request_key("agent", "karim", CallNext("amina"), "request-1"),
        request_key("agent", "amina", Recall("amina"), "request-1"),
        request_key("agent", "amina", CallNext("amina"), "request-2"),
    )
    assert len({asked, *others}) == 5


def test_the_longest_name_leaves_room_for_what_tells_requests_apart() -> None:
    asked = [request_key("kiosk", NAME, CallNext("amina"), f"request-{n}") for n in range(1000)]

    assert {len(each) for each in asked} == {KEY_LENGTH}
    assert len(set(asked)) == 1000


@pytest.mark.parametrize(
    ("role", "name"), [("agent", "amina"), ("supervisor", "s:al:ma"), ("kiosk", NAME)]
)
def test_who_asked_is_read_from_the_key(role, name) -> None:
    assert signed_by(request_key(role, name, CallNext("amina"), "request-1")) == (role, name)


@pytest.mark.parametrize("key", ["5d41402abc4b2a76b9719d911017c592", "x:amina:0f", "a::0f", ""])
def test_other_keys_tell_nobody(key: str) -> None:
    assert signed_by(key) is None
