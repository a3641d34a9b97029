"""An idle printer is listened to: what it tells of itself, and what it holds out too long."""

import time
from dataclasses import replace

import pytest

from hardware.escpos.driver import EscposPrinter
from hardware.ports import Presenter, Settled, Trouble, Verdict
from hardware.profiles import printer_profile
from hardware.virtual_printer.printer import Sizes
from tests.hardware.printing import driver, is_on, ticket, virtual

WELL = frozenset()
LOW, OUT, COVER = Trouble.PAPER_LOW, Trouble.PAPER_OUT, Trouble.COVER_OPEN
OFFLINE = Trouble.OFFLINE


def watched_until(door: EscposPrinter, troubles: frozenset[Trouble]) -> None:
    deadline = time.monotonic() + 20
    while (seen := door.watch(0.2)) != troubles:
        assert time.monotonic() < deadline, seen


@pytest.mark.parametrize(
    ("order", "troubles"),
    [
        ("paper low", {LOW}),
        ("paper out", {LOW, OUT}),
        ("cover open", {COVER}),
        ("knife jammed", {Trouble.CUTTER}),
        ("head hot", {Trouble.HOT}),
        ("broken yes", {Trouble.UNRECOVERABLE}),
        ("power off", {OFFLINE}),
        ("hang after 0", {OFFLINE}),
        ("mute on", {OFFLINE}),
    ],
)
@pytest.mark.parametrize("name", ["80mm", "custom-presenter"])
def test_each_fault_of_an_idle_printer_is_seen_and_its_end_too(tmp_path, name, order, troubles):
    profile = printer_profile(name)
    with virtual(tmp_path, profile) as printer:
        door = driver(printer, profile)
        watched_until(door, WELL)
        printer.order(order)
        watched_until(door, frozenset(troubles))
        printer.order("heal")
        watched_until(door, WELL)
        assert door.print(ticket(1)).verdict is Verdict.PRINTED
        door.close()


def test_jammed_paper_is_known_of_a_presenter_alone(tmp_path):
    profile = printer_profile("custom-presenter")
    with virtual(tmp_path, profile) as printer:
        printer.order("jam yes")
        assert driver(printer, profile).troubles() == {Trouble.JAM}


@pytest.mark.parametrize("name", ["80mm", "custom-presenter"])
def test_what_became_of_a_held_ticket_is_told_once(tmp_path, name):
    profile = printer_profile(name)
    with virtual(tmp_path, profile, sizes=Sizes(buffer=65_536)) as printer:
        door = driver(printer, profile)
        printer.order("paper out after 150")
        assert door.print(ticket(1), "ab12").verdict is Verdict.HELD
        assert door.settled() == ()
        printer.order("paper ok")
        watched_until(door, WELL)
        assert (door.settled(), door.settled()) == ((Settled("ab12", Verdict.PRINTED),), ())
        assert is_on(printer.pages()[0], ticket(1))


def test_of_a_silent_printer_with_a_full_buffer_nothing_is_known(tmp_path):
    """Questions stand behind the ticket on the wire, and it does not push."""
    profile = printer_profile("custom-presenter")
    with virtual(tmp_path, profile, sizes=Sizes(buffer=4096)) as printer:
        printer.order("paper out after 150")
        assert driver(printer, profile).print(ticket(1)).verdict is Verdict.UNKNOWN


def test_a_printer_without_the_sensor_never_says_that_paper_is_low(tmp_path):
    profile = replace(printer_profile("80mm"), has_low_paper_sensor=False)
    with virtual(tmp_path) as printer:
        door = driver(printer, profile)
        printer.order("paper low")
        assert (door.troubles(), door.print(ticket(1)).troubles) == (WELL, WELL)
        printer.order("paper out")
        assert door.troubles() == {LOW, OUT}


@pytest.fixture
def presenter():
    """A printer that draws a ticket in nearly at once."""
    return replace(
        printer_profile("custom-presenter"), presenter=Presenter("1d 65 03 0c", "1d 65 02", 0.2)
    )


def is_held_out(printer):
    return '"is_ticket_held_out": true' in printer.order("state")


def logged(folder):
    return (folder / "events.jsonl").read_text()


def test_a_ticket_that_nobody_takes_is_drawn_in(tmp_path, presenter):
    with virtual(tmp_path, presenter) as printer:
        door = driver(printer, presenter)
        assert door.print(ticket(1)).verdict is Verdict.PRINTED
        assert is_held_out(printer)
        deadline = time.monotonic() + 20
        while is_held_out(printer):
            door.watch(0.05)
            assert time.monotonic() < deadline
    assert '"what": "retract"' in logged(tmp_path)


def test_a_ticket_that_was_taken_is_not_drawn_in(tmp_path, presenter):
    with virtual(tmp_path, presenter) as printer:
        door = driver(printer, presenter)
        door.print(ticket(1))
        printer.order("ticket taken")
        while door._vigil._retract_at is not None:
            door.watch(0.05)
    assert '"what": "retract"' not in logged(tmp_path)


def test_citizens_presenter_is_told_to_draw_in_by_itself(tmp_path):
    profile = printer_profile("citizen-presenter")
    with virtual(tmp_path, profile) as printer:
        assert driver(printer, profile).print(ticket(1)).verdict is Verdict.PRINTED
        assert is_held_out(printer)
