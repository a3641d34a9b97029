from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from controller.hall.commands import (
    CallNext,
    CancelTicket,
    FinishService,
    IssueTicket,
    MarkNoShow,
    Park,
    Reinstate,
    Resume,
    StartService,
    Transfer,
)
from controller.waits import Waits
from controller.waits.hearing import Hearing
from controller.waits.moment import Moment
from tests.controller.builders import AMINA, BIRTHS, BRAHIM, TAXES, after, do, open_hall

ZONE = ZoneInfo("Africa/Casablanca")


class Heard:
    """An open hall whose events are heard."""

    def __init__(self):
        self.hall, self.waits = open_hall(), Waits(priors={BIRTHS: 5.0, TAXES: 5.0})
        self.hearing = Hearing(self.waits, lambda at: at.astimezone(ZONE))

    def do(self, minutes, *commands):
        for command in commands:
            for event in do(self.hall, command, at=after(minutes)):
                told = self.hearing.take(event)
        return told

    def expected(self, service, minutes):
        """What who comes then would be told; before the first call, 5 minutes for each ahead."""
        moment = Moment.of(after(minutes).astimezone(ZONE))
        return self.waits.estimate(service, moment)


def test_the_minutes_are_those_of_the_wall_clock():
    seven = datetime(2026, 7, 1, 6, tzinfo=UTC)
    assert Moment.of(seven.astimezone(ZONE)) == Moment(date(2026, 7, 1).toordinal(), 7 * 60)


def test_an_issue_is_told_its_range():
    heard = Heard()
    assert heard.do(0, IssueTicket(BIRTHS)).likely == 0
    assert heard.do(1, IssueTicket(BIRTHS)).likely == 5


def test_a_call_is_learned_from():
    heard = Heard()
    heard.do(0, IssueTicket(BIRTHS))
    heard.do(7, CallNext(AMINA))
    assert heard.waits.week(BIRTHS).count == 1
    assert heard.waits.week(BIRTHS).error == 7


def test_a_cancelled_ticket_waits_no_more():
    heard = Heard()
    heard.do(0, IssueTicket(BIRTHS), CancelTicket("A001", "gone"))
    assert heard.expected(BIRTHS, 1).likely == 0


def test_a_transferred_ticket_waits_there_and_teaches_nothing():
    heard = Heard()
    heard.do(0, IssueTicket(BIRTHS), CallNext(AMINA), StartService(AMINA))
    heard.do(3, Transfer(AMINA, TAXES))
    assert heard.expected(TAXES, 4).likely == 5
    heard.do(9, CallNext(AMINA))
    assert (heard.expected(TAXES, 10).likely, heard.waits.week(TAXES).count) == (0, 0)


def test_a_ticket_that_waits_for_one_agent_is_not_in_the_services_queue():
    heard = Heard()
    heard.do(0, IssueTicket(BIRTHS), CallNext(AMINA), StartService(AMINA))
    heard.do(3, Transfer(AMINA, to_agent=BRAHIM))
    assert heard.expected(BIRTHS, 4).likely == 0


def test_who_comes_back_to_one_agent_is_not_in_the_services_queue():
    heard = Heard()
    heard.do(0, IssueTicket(BIRTHS), CallNext(AMINA), Transfer(AMINA, to_agent=BRAHIM))
    heard.do(1, CallNext(BRAHIM), Park(BRAHIM, "copies"), Resume("A001"))
    assert heard.expected(BIRTHS, 2).likely == 0


def test_who_comes_back_waits_again():
    heard = Heard()
    heard.do(0, IssueTicket(TAXES), CallNext(AMINA), StartService(AMINA))
    heard.do(1, Park(AMINA, "copies"))
    heard.do(2, Resume("D001"))
    assert heard.expected(TAXES, 3).likely > 0
    heard.do(4, CallNext(AMINA), MarkNoShow(AMINA), Reinstate("D001"))
    assert heard.expected(TAXES, 5).likely > 0
    heard.do(6, CallNext(AMINA), StartService(AMINA), FinishService(AMINA))
    assert heard.expected(TAXES, 7).likely == 0
