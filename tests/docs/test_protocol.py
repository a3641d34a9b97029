"""The protocol's page tells all that is on the wire."""

import inspect
import re
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from pathlib import Path
from typing import Any, get_args, get_origin, get_type_hints

import pytest

from controller.hall.refusals import Refused
from controller.web.asks import agents_asks, supervisors_asks
from controller.web.wording import REFUSALS
from wire import messages
from wire.messages import (
    LARGEST_PICTURE,
    MOST_AT_ONCE,
    MOST_QUARANTINED,
    MOST_ROWS,
    MOST_SERVICES,
    AskBulletin,
    CheckIn,
    DeviceTrouble,
    GiveUpTicket,
    NoPicture,
    Played,
    PlayerProblem,
    Playing,
    PrinterTrouble,
    RateTicket,
    ScreenHealth,
    Shown,
    TakeTicket,
    TellComplaint,
)

PAGE = (Path(__file__).parents[2] / "docs/protocol.md").read_text(encoding="utf-8")
MESSAGES = [kind for _, kind in inspect.getmembers(messages, is_dataclass)]
ASKED = (
    AskBulletin,
    TakeTicket,
    TellComplaint,
    CheckIn,
    GiveUpTicket,
    RateTicket,
    Shown,
    Playing,
    Played,
    ScreenHealth,
)
"""The messages that clients send: what has a default may be left out."""

AS_A_KIOSK = {"take_ticket", "check_in"}
"""What agents ask for with a kiosk's messages."""

NOT_THE_HALLS = {
    "bad_request",
    "not_allowed",
    "seal_broken",
    "sign_in_first",
    "too_many_complaints",
    "unknown_device",
    "try_again",
}
"""Refusals by whoever stands before the hall."""


def written(kind: type, *, is_asked: bool) -> str:
    """Return a message's fields as the page writes them."""
    hints = get_type_hints(kind)
    names = (
        f"{each.name}{'?' if is_asked and is_optional(each) else ''}{nested(hints[each.name])}"
        for each in fields(kind)
    )
    return ", ".join(names)


def is_optional(field: Field[Any]) -> bool:
    return field.default is not MISSING


def nested(hint: Any) -> str:
    """Return how the page names the message that a field holds; nothing when it holds none."""
    for each in (hint, *get_args(hint)):
        if is_dataclass(each):
            name = each.__name__
            return f": [{name}]" if get_origin(hint) is tuple else f": {name}"
    return ""


def section(number: int) -> str:
    return PAGE.partition(f"\n## {number}.")[2].partition("\n## ")[0]


def asks_in(text: str) -> Mapping[str, str]:
    """Return the fields of each event that a client may send, as the section's table has them."""
    rows = (line.split("|")[2:4] for line in text.splitlines() if line.startswith("| → "))
    return dict(pair for event, data in rows for pair in events_of(event, data))


def events_of(event: str, data: str) -> Iterator[tuple[str, str]]:
    names, lists = re.findall(r"`(\w+)`", event), re.findall(r"`\{([^`]*)\}`", data)
    if not lists:
        return iter(())
    return zip(names, lists if len(lists) > 1 else lists * len(names), strict=True)


def codes() -> set[str]:
    rows = [line.split("|")[1] for line in section(6).splitlines() if line.startswith("| `")]
    return {code for row in rows for code in re.findall(r"`(\w+)`", row)}


@pytest.mark.parametrize("message", MESSAGES, ids=lambda kind: kind.__name__)
def test_each_message_is_told_once_with_its_fields(message):
    told = re.findall(rf"`{message.__name__}`: `\{{([^`]*)\}}`", PAGE)

    assert told == [written(message, is_asked=message in ASKED)]


@pytest.mark.parametrize(("number", "asks"), [(4, agents_asks()), (5, supervisors_asks())])
def test_each_event_of_the_staff_is_told_with_its_fields(number, asks):
    wanted = {event: written(ask.shape, is_asked=True) for event, ask in asks.items()}

    assert asks_in(section(number)) == wanted


def test_agents_ask_for_tickets_as_kiosks_do():
    events = {name for row in section(4).splitlines() for name in re.findall(r"`(\w+)`", row)}

    assert AS_A_KIOSK - events == set()


def test_every_code_of_a_refusal_is_told_and_no_other():
    halls = {refusal.code for refusal in Refused.__subclasses__()}

    assert codes() == halls | NOT_THE_HALLS
    assert set(REFUSALS) - codes() == set()


def test_the_limits_of_one_ticket_are_told_as_they_are():
    limits = section(1)

    assert f"of more than {MOST_SERVICES} services" in limits
    assert f"from 1 to {MOST_AT_ONCE}, `bad_quantity`" in limits


@pytest.mark.parametrize("trouble", get_args(PrinterTrouble))
def test_every_trouble_of_a_printer_is_told(trouble):
    assert f"`{trouble}`" in section(3)


@pytest.mark.parametrize("trouble", get_args(DeviceTrouble))
def test_every_trouble_of_a_device_is_told(trouble):
    assert f"`{trouble}`" in section(2)


@pytest.mark.parametrize("problem", get_args(PlayerProblem))
def test_every_problem_of_a_player_is_told(problem):
    assert f"`{problem}`" in section(2)


def test_the_limits_of_what_screens_say_are_told_as_they_are():
    assert f"at most {MOST_ROWS} rows" in section(2)
    assert f"at most {MOST_QUARANTINED}, each" in section(2)


@pytest.mark.parametrize("why", get_args(NoPicture))
def test_every_reason_for_no_picture_is_told(why):
    assert f"`{why}`" in section(2)


def test_the_size_of_a_picture_is_told_as_it_is():
    assert f"at most {LARGEST_PICTURE} bytes" in section(2)


@pytest.mark.parametrize("state", list(messages.TicketState))
def test_every_state_of_a_ticket_is_named(state):
    assert f"`{state}`" in PAGE
