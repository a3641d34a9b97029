"""An emergency has the whole kiosk until it is lifted, whatever somebody was doing there."""

import pytest

from hardware.ports import PrintResult, Verdict
from kiosk import page as pages
from kiosk.touchable import takes_scans, targets_of
from tests.kiosk.conversation import NOON, SLIP, TO_SHEET, WAITS, offer
from wire.messages import Emergency, EmergencyKind

FIRE = Emergency(EmergencyKind.EVACUATION, NOON)
THREAT = Emergency(EmergencyKind.SECURITY, NOON)
LEAVE = pages.Emergency(EmergencyKind.EVACUATION)
STAY = pages.Emergency(EmergencyKind.SECURITY)


def alarm(kiosk, seq, *emergencies):
    kiosk.flow.on_offer(offer(seq, emergencies=emergencies))
    return kiosk.view.page


@pytest.mark.parametrize("before", [(), ("start",), TO_SHEET, (*TO_SHEET, "tick")])
def test_every_page_gives_way_and_nobody_is_left_on_it_afterwards(kiosk, before):
    kiosk.touch(*before)

    assert alarm(kiosk, 2, FIRE) == LEAVE
    assert (targets_of(LEAVE), takes_scans(LEAVE)) == (frozenset(), False)
    kiosk.flow.scanned("ABCD-EFGH")
    assert kiosk.touch("start") == LEAVE
    assert isinstance(alarm(kiosk, 3), pages.Attract)


def test_the_newest_is_shown_and_the_other_again_after_it(kiosk):
    assert alarm(kiosk, 2, FIRE, THREAT) == STAY
    assert alarm(kiosk, 3, FIRE) == LEAVE


def test_a_ticket_that_was_asked_for_is_printed_all_the_same(kiosk):
    kiosk.touch(*TO_SHEET, "take")
    assert alarm(kiosk, 2, FIRE) == LEAVE

    kiosk.desk.answer(SLIP)
    assert kiosk.desk.printed == ["A042"]
    kiosk.flow.printed("A042", PrintResult(Verdict.PRINTED))
    assert kiosk.view.page == LEAVE

    assert isinstance(alarm(kiosk, 3), pages.TicketTaken)


def test_a_ticket_on_the_screen_gives_way_and_its_paper_comes(kiosk):
    kiosk.touch(*TO_SHEET, "take")
    kiosk.desk.answer(SLIP)
    assert isinstance(kiosk.view.page, pages.TicketTaken)

    assert alarm(kiosk, 2, FIRE) == LEAVE
    kiosk.flow.printed("A042", PrintResult(Verdict.PRINTED))
    assert kiosk.view.page == LEAVE


def test_it_stays_when_the_hall_is_lost_and_nobody_is_asked_whether_they_are_there(kiosk):
    kiosk.touch(*TO_SHEET, "take")
    alarm(kiosk, 2, FIRE)
    kiosk.desk.answer(SLIP)
    kiosk.view.asked.clear()
    kiosk.flow.on_offline()

    assert kiosk.tick(WAITS.idle + WAITS.outage + 1) == LEAVE
    assert set(kiosk.view.asked) <= {None}
