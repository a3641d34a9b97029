from datetime import UTC, datetime, timedelta

from nouba.play.act import PATIENCE, WALK, Act, next_act
from nouba.play.fate import Fate, Fates
from wire.messages import Desk, DeskTicket, TicketState, WaitingService

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


def desk(ticket=None, *, counter=1, waiting=0):
    return Desk(
        seq=1,
        at=NOON,
        counter=counter,
        agent="amina",
        services=("birth",),
        ticket=ticket,
        waiting=(WaitingService("birth", waiting, None), WaitingService("taxes", 9, None)),
        free_counters=(1, 2),
        receipt=None,
    )


def ticket(state, *, calls=1, called=timedelta(), started=None):
    return DeskTicket(
        ticket="A005",
        service="birth",
        language="ar",
        state=state,
        calls=calls,
        issued_at=NOON - timedelta(hours=1),
        first_called_at=NOON - called,
        called_at=NOON - called,
        started_at=None if started is None else NOON - started,
    )


def act(desk_now, fate=Fate.COMES, *, is_over=False):
    return next_act(desk_now, NOON, fate, is_over=is_over)


def test_an_agent_without_a_counter_opens_one():
    assert act(desk(counter=None)) is Act.OPEN


def test_an_agent_goes_home_when_nobody_comes_any_more():
    assert act(desk(), is_over=True) is Act.CLOSE
    assert act(desk(counter=None), is_over=True) is None


def test_only_the_counters_own_services_count():
    assert act(desk(waiting=0)) is None
    assert act(desk(waiting=1), is_over=True) is Act.CALL_NEXT


def test_a_visitor_is_served_after_the_walk():
    assert act(desk(ticket(TicketState.CALLED, called=WALK / 2))) is None
    assert act(desk(ticket(TicketState.CALLED, called=WALK))) is Act.START


def test_an_absent_visitor_is_called_again_and_then_a_no_show():
    called = ticket(TicketState.CALLED, called=PATIENCE)
    assert act(desk(called), Fate.ABSENT) is Act.RECALL
    twice = ticket(TicketState.CALLED, calls=2, called=2 * PATIENCE)
    assert act(desk(twice), Fate.ABSENT) is Act.NO_SHOW


def test_a_late_visitor_comes_at_the_second_call():
    assert act(desk(ticket(TicketState.CALLED, calls=1, called=WALK)), Fate.LATE) is None
    assert act(desk(ticket(TicketState.CALLED, calls=2, called=WALK)), Fate.LATE) is Act.START


def test_a_served_visitor_leaves_or_moves_on():
    served = desk(ticket(TicketState.SERVING, started=timedelta(hours=1)))
    assert act(served) is Act.FINISH
    assert act(served, Fate.MOVES_ON) is Act.TRANSFER


def test_a_ticket_keeps_its_fate_until_it_moves_on():
    fates = Fates()
    dealt = [fates.of(f"A{number:03}") for number in range(1, 13)]
    assert dealt == [fates.of(f"A{number:03}") for number in range(1, 13)]
    assert set(dealt) == set(Fate)
    moved = f"A{dealt.index(Fate.MOVES_ON) + 1:03}"
    fates.moved_on(moved)
    assert fates.of(moved) is Fate.COMES
