"""What a kiosk issued alone becomes the hall's own."""

import pytest

from controller.hall import events
from controller.hall.commands import (
    CallNext,
    GiveUp,
    IssueTicket,
    Park,
    ReserveNumbers,
    StartService,
    TakeIn,
)
from controller.hall.ids import KioskName
from tests.controller.builders import AMINA, BIRTHS, NINE, after, do, open_hall

ENTRANCE = KioskName("entrance")


@pytest.mark.parametrize(
    ("meanwhile", "becomes"),
    [
        ((), "cancelled"),
        ((CallNext(AMINA), Park(AMINA, "nobody came")), "cancelled"),
        ((CallNext(AMINA),), "called"),
        ((CallNext(AMINA), StartService(AMINA)), "serving"),
        ((GiveUp("A001"),), "cancelled"),
    ],
)
def test_a_ticket_of_which_its_kiosk_never_heard_is_cancelled_unless_somebody_is_there(
    meanwhile, becomes
) -> None:
    hall = open_hall()
    do(hall, IssueTicket(BIRTHS), *meanwhile)
    block = next(each for each in do(hall, ReserveNumbers(ENTRANCE)) if each.prefix == "A")
    own = TakeIn(ENTRANCE, "A", block.first, IssueTicket(BIRTHS), NINE, NINE, "A001")
    was = hall.tickets["A001"].state

    taken_in = do(hall, own, at=after(1))

    told = () if becomes == was else (events.TicketCancelled(after(1), "A001", "issued_alone"),)
    assert (taken_in[1:], hall.tickets["A001"].state) == (told, becomes)
