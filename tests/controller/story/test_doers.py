"""It is told who did what."""

from datetime import timedelta

from controller.doer import Doer
from controller.hall.commands import (
    CallNext,
    CallTicket,
    CancelTicket,
    CloseDay,
    Command,
    GiveUp,
    IssueTicket,
    LetTimePass,
    MarkNoShow,
    OpenCounter,
    Park,
    Redirect,
    Reinstate,
    StartService,
)
from controller.story import story
from tests.controller.builders import (
    AMINA,
    BIRTHS,
    BRAHIM,
    ONE,
    TAXES,
    TWO,
    after,
    do,
    entries,
)
from tests.controller.story.telling import a_morning

BY_AMINA, BY_SALMA, BY_KIOSK = "a:amina:0f", "s:salma:1e", "k:borne-1:2d"


def doers(*wishes: tuple[str | None, Command], number="A001") -> list[Doer | None]:
    """Return who did what each line of the ticket's story tells; keys of requests by wishes."""
    hall, kept = a_morning(), []
    opened = ((None, OpenCounter(ONE, AMINA)), (None, OpenCounter(TWO, BRAHIM)))
    for minute, (request, wish) in enumerate((*opened, *wishes)):
        kept += entries(do(hall, wish, at=after(minute)), request)
    return [line.doer for line in story(kept, a_morning(), number)]


AT_ONE = Doer("agent", "amina", ONE)


def test_each_line_tells_who_did_it_unless_its_words_do() -> None:
    assert doers(
        (BY_KIOSK, IssueTicket(BIRTHS)),
        (BY_AMINA, CallNext(AMINA)),
        (BY_AMINA, StartService(AMINA)),
        (BY_AMINA, Park(AMINA, "photo", "outside", timedelta(minutes=1))),
        (None, LetTimePass()),
        (BY_SALMA, Redirect("A001", "wrong office", "salma", TAXES)),
        ("a:brahim:3c", CancelTicket("A001", "left", "brahim")),
        (BY_SALMA, Reinstate("A001")),
        (None, GiveUp("A001")),
    ) == [
        Doer("kiosk", "borne-1"),
        None,
        AT_ONE,
        AT_ONE,
        None,
        Doer("clock"),
        Doer("supervisor", "salma"),
        Doer("agent", "brahim", TWO),
        Doer("supervisor", "salma"),
        Doer("visitor"),
    ]


def test_who_closed_the_day_is_told_or_that_it_ended() -> None:
    served = ((BY_KIOSK, IssueTicket(BIRTHS)), (BY_AMINA, CallNext(AMINA)))

    assert doers(*served, (BY_SALMA, CloseDay()))[-1] == Doer("supervisor", "salma")
    assert doers(*served, (None, CloseDay()))[-1] == Doer("closing")


def test_who_called_somebody_else_out_of_turn_is_told() -> None:
    wishes = ((BY_KIOSK, IssueTicket(BIRTHS)), (BY_KIOSK, IssueTicket(BIRTHS)))

    in_turn = doers(*wishes, (BY_AMINA, CallNext(AMINA)), number="A002")
    out_of_turn = doers(*wishes, (BY_AMINA, CallTicket(AMINA, "A002", "unwell")))
    assert (in_turn, out_of_turn) == (
        [Doer("kiosk", "borne-1")],
        [Doer("kiosk", "borne-1"), AT_ONE],
    )


def test_of_an_older_journal_it_is_told_who_sat_at_the_counter() -> None:
    old = "5d41402abc4b2a76b9719d911017c592"

    wishes = (IssueTicket(BIRTHS), CallNext(AMINA), MarkNoShow(AMINA))
    assert doers(*((old, wish) for wish in wishes)) == [None, None, AT_ONE]


def test_of_an_older_journal_who_cancelled_without_a_counter_is_somebody_of_the_staff() -> None:
    old = "5d41402abc4b2a76b9719d911017c592"

    def who(name: str) -> Doer | None:
        return doers((old, IssueTicket(BIRTHS)), (old, CancelTicket("A001", "left", name)))[-1]

    assert (who("salma"), who("brahim")) == (Doer("staff", "salma"), Doer("agent", "brahim", TWO))


def test_a_name_with_colons_is_a_name() -> None:
    odd = Doer("supervisor", "s:al:ma")

    assert doers((BY_KIOSK, IssueTicket(BIRTHS)), ("s:s:al:ma:4b", CloseDay()))[-1] == odd
