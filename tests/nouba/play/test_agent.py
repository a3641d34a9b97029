from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from nouba.demo.staff import AGENTS
from nouba.play.act import Act
from nouba.play.agent import HEARING, Duty, Mind
from nouba.play.crowd import Crowd
from nouba.play.hall_time import HallTime
from wire.messages import Desk, DeskTicket, Receipt, TicketState

SILENT, SPOKEN = Receipt(1, 1, 0, ()), Receipt(1, 1, 1, ())
DARK = Receipt(0, 0, 0, ("screen-1",))


def mind():
    time = HallTime(datetime.now(UTC), 100.0, ZoneInfo("Africa/Casablanca"))
    return Mind(Duty(AGENTS[0], "", Crowd(), time, (), lambda _: None))


def let_pass(agent, seconds):
    time = agent.duty.time
    began_at = time.began_at - timedelta(seconds=seconds)
    agent.duty = replace(agent.duty, time=replace(time, began_at=began_at))


def desk(agent, receipt, state=TicketState.CALLED):
    long_ago = agent.duty.time.now() - timedelta(hours=1)
    ticket = DeskTicket("A005", "birth", "ar", state, 1, *[long_ago] * 4)
    return Desk(1, long_ago, 2, "amina", ("birth",), ticket, (), (), receipt)


@pytest.mark.parametrize("receipt", [None, SILENT, DARK])
def test_nobody_comes_before_the_call_was_spoken(receipt):
    amina = mind()
    assert amina.think(desk(amina, receipt)) is None


def test_a_visitor_who_heard_the_call_is_served():
    amina = mind()
    assert amina.think(desk(amina, SPOKEN)) is Act.START


def test_after_a_while_a_visitor_comes_without_having_heard():
    amina = mind()
    let_pass(amina, HEARING)
    assert amina.think(desk(amina, SILENT)) is Act.START


def test_a_second_call_must_be_heard_as_well():
    amina = mind()
    let_pass(amina, HEARING)
    amina.did(Act.RECALL, desk(amina, SPOKEN), desk(amina, SILENT))
    assert amina.think(desk(amina, SILENT)) is None


def test_only_a_called_visitor_is_waited_for():
    amina = mind()
    assert amina.think(desk(amina, SILENT, TicketState.SERVING)) is Act.FINISH
