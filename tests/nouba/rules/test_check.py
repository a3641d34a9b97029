"""The hall's own rules are checked by the command line."""

from datetime import date, datetime, time, timedelta

from controller.appointments import Slot, Wish
from controller.store.appointments import SqlBook
from controller.store.engine import open_engine
from tests.nouba.rules.written import a_rule

ALL_WEEK = "".join(
    f'{day} = ["08:30-16:30"]\n'
    for day in ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
)


def in_days(days: int) -> date:
    return datetime.now().astimezone().date() + timedelta(days=days)


def test_it_warns_of_how_many_appointments_would_find_the_hall_closed(run, url) -> None:
    engine = open_engine(url)
    book = SqlBook(engine, "hall")
    for number, (day, hour) in enumerate([(7, 9), (7, 10), (8, 9), (9, 9), (-7, 9)]):
        slot = Slot(in_days(day), time(hour))
        book.hold(Wish("birth_copy", slot, "ar", f"wish-number-{number}"), 1)
    engine.dispose()
    first, last = in_days(7), in_days(8)
    hit = "would find the hall closed"

    closed = f"[[hours.periods]]\nfirst = {first}\nlast = {last}\n"

    assert run("check", f"[hours]\n{ALL_WEEK}") == (0, ["FILE is right."])
    assert run("check", f"[hours]\n{ALL_WEEK}{closed}") == (
        0,
        [
            f"Warning: with these rules 3 appointments {hit}: 2 on {first}, 1 on {last}",
            "FILE is right, and 1 warning above.",
        ],
    )


def test_rules_that_are_right_are_right(run) -> None:
    assert run("check", a_rule("queue_over = 3")) == (0, ["FILE is right."])


def test_all_mistakes_and_doubts_are_told_before_the_count(run) -> None:
    assert run("check", 'policy = "fair"\n[services.flying]\n[agents.amine]\n') == (
        2,
        [
            (
                'FILE, line 1: policy: must be "due", "strict", "interleave" or "accumulate", '
                'not "fair".'
            ),
            (
                'FILE, line 2: services.flying: there is no service "flying"; '
                "services.toml in the pack has all of them."
            ),
            "Warning: FILE, line 2: services.flying: says nothing: the section is empty.",
            (
                'Warning: FILE, line 3: agents.amine: nobody may sign in as "amine": '
                'did you mean "amina"?'
            ),
            "Warning: FILE, line 3: agents.amine: says nothing: the section is empty.",
            "Error: FILE has 2 mistakes.",
        ],
    )


def test_what_is_doubtful_refuses_nothing(run) -> None:
    assert run("check", "[services.tnb]\n") == (
        0,
        [
            "Warning: FILE, line 1: services.tnb: says nothing: the section is empty.",
            "FILE is right, and 1 warning above.",
        ],
    )
