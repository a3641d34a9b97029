"""What the screens show of the hall."""

from datetime import timedelta

from controller import views
from controller.hall import Hall
from controller.hall.automation import QueueOver, Rule, TellSupervisor
from controller.hall.commands import (
    CallNext,
    CancelTicket,
    CloseCounter,
    CloseDay,
    FinishService,
    IssueTicket,
    LetTimePass,
    MarkNoShow,
    OpenCounter,
    Recall,
    Redirect,
    StartService,
    Transfer,
)
from controller.hall.priority import PriorityClass
from controller.hall.rules import Rules
from controller.hall.service import Service
from tests.controller.builders import (
    AMINA,
    BIRTHS,
    BRAHIM,
    DEATHS,
    NINE,
    ONE,
    TAXES,
    TWO,
    a_hall,
    a_hall_with,
    after,
    do,
    open_hall,
)
from wire.messages import (
    Alert,
    Board,
    Colleague,
    Desk,
    DeskTicket,
    GoneTicket,
    Missed,
    OfferedService,
    Receipt,
    Row,
    Slot,
    TicketSlip,
    TicketState,
    WaitingService,
    WaitingTicket,
)


def test_the_board_shows_who_is_at_a_counter_called_last_first() -> None:
    hall = open_hall()
    do(hall, IssueTicket(BIRTHS, "fr"), IssueTicket(TAXES), IssueTicket(BIRTHS))
    do(hall, CallNext(AMINA), StartService(AMINA), CallNext(BRAHIM), Recall(BRAHIM))

    assert views.board(hall, NINE) == Board(
        seq=9,
        at=NINE,
        rows=(
            Row("A002", BIRTHS, TWO, 2, TicketState.CALLED, "ar"),
            Row("A001", BIRTHS, ONE, 1, TicketState.SERVING, "fr"),
        ),
        waiting=1,
    )


def test_a_board_holds_the_forty_latest_calls() -> None:
    hall = Hall([Service(BIRTHS, "A", timedelta(minutes=10))], {n: [BIRTHS] for n in range(1, 46)})
    for counter in range(1, 46):
        agent = f"agent {counter}"
        do(hall, OpenCounter(counter, agent), IssueTicket(BIRTHS), CallNext(agent))

    rows = views.board(hall, NINE).rows

    assert [row.counter for row in rows] == list(range(45, 5, -1))


def test_the_board_names_who_was_called_in_vain_while_they_may_come_back() -> None:
    hall = a_hall_with(Rules(comeback=timedelta(minutes=15)))
    do(hall, IssueTicket(BIRTHS), IssueTicket(BIRTHS), CallNext(AMINA), MarkNoShow(AMINA))

    until = NINE + timedelta(minutes=15)
    assert views.board(hall, NINE).missed == (Missed("A001", BIRTHS, until),)
    assert views.board(hall, until).missed == ()


def test_who_is_served_leaves_the_board() -> None:
    hall = open_hall()
    do(hall, IssueTicket(BIRTHS), CallNext(AMINA), StartService(AMINA), FinishService(AMINA))

    assert views.board(hall, NINE) == Board(6, NINE, (), 0)


def test_an_offer_tells_how_many_wait_for_each_service() -> None:
    hall = a_hall()
    do(hall, IssueTicket(BIRTHS), IssueTicket(BIRTHS), IssueTicket(TAXES))

    assert views.offer(hall, NINE).services == (
        OfferedService(BIRTHS, is_open=True, waiting=2),
        OfferedService(DEATHS, is_open=True, waiting=0),
        OfferedService(TAXES, is_open=True, waiting=1),
    )


def test_a_slip_tells_how_many_of_its_service_are_before_it() -> None:
    hall = a_hall()
    do(hall, IssueTicket(BIRTHS), IssueTicket(TAXES), at=after(1))
    [issued] = do(hall, IssueTicket(BIRTHS), at=after(1))

    assert views.slip(3, issued, "HTTP://HALL/T/A002") == TicketSlip(
        3, "A002", BIRTHS, "ar", after(1), ahead=1, url="HTTP://HALL/T/A002"
    )


def test_a_desk_shows_its_ticket_what_waits_and_what_the_screens_did() -> None:
    hall, receipt = open_hall(), Receipt(2, 1, 1, ("screen 2",))
    do(hall, IssueTicket(BIRTHS), IssueTicket(DEATHS), at=after(1))
    do(hall, CallNext(AMINA), at=after(2))
    do(hall, StartService(AMINA), at=after(3))

    assert views.desk(hall, after(4), AMINA, lambda *call: {(5, "A001"): receipt}[call]) == Desk(
        seq=6,
        at=after(4),
        counter=ONE,
        agent=AMINA,
        services=(BIRTHS, DEATHS, TAXES),
        ticket=DeskTicket(
            "A001", BIRTHS, "ar", TicketState.SERVING, 1, after(1), after(2), after(2), after(3)
        ),
        waiting=(
            WaitingService(BIRTHS, 0, None),
            WaitingService(DEATHS, 1, after(1)),
            WaitingService(TAXES, 0, None),
        ),
        free_counters=(),
        receipt=receipt,
        line=(WaitingTicket("A002", DEATHS, "ar", "normal", after(1), after(11)),),
        colleagues=(Colleague(BRAHIM, TWO),),
    )


def test_an_agent_without_a_counter_sees_the_free_ones() -> None:
    hall = open_hall()
    do(hall, CloseCounter(TWO))

    desk = views.desk(hall, NINE, BRAHIM, lambda *_: Receipt(0, 0, 0, ()))

    assert (desk.counter, desk.ticket, desk.free_counters) == (None, None, (TWO,))


def test_the_overview_adds_up() -> None:
    hall = open_hall()
    do(hall, IssueTicket(BIRTHS), IssueTicket(BIRTHS), IssueTicket(TAXES), at=after(1))
    do(hall, CallNext(AMINA), at=after(3))

    overview = views.overview(hall, after(20))

    assert [(s.service, s.waiting, s.issued, s.called) for s in overview.services] == [
        (BIRTHS, 1, 2, 1),
        (DEATHS, 0, 0, 0),
        (TAXES, 1, 1, 0),
    ]
    assert (overview.total.waiting, overview.total.mean_wait) == (2, 120)
    assert overview.total.oldest_issued_at == after(1)
    assert [(c.counter, c.agent, c.ticket, c.since) for c in overview.counters] == [
        (ONE, AMINA, "A001", after(3)),
        (TWO, BRAHIM, None, NINE),
    ]
    assert overview.slots == (Slot(NINE, 3, 1, 2), Slot(after(15), 0, 0, 2))


def test_the_overview_has_who_waits_in_the_whole_hall_also_for_one_agent_alone() -> None:
    hall = open_hall()
    do(hall, IssueTicket(BIRTHS), IssueTicket(DEATHS), at=after(1))
    do(hall, Redirect("A002", "Asks for him", "salma", to_agent=BRAHIM, place="first"))

    line = views.overview(hall, after(2)).line

    assert [(each.ticket, each.service) for each in line] == [("A002", DEATHS), ("A001", BIRTHS)]


def test_who_waits_for_one_agent_or_counter_alone_is_counted_for_the_service() -> None:
    hall = open_hall()
    do(hall, IssueTicket(BIRTHS), at=after(1))
    do(hall, IssueTicket(BIRTHS), IssueTicket(DEATHS), IssueTicket(TAXES), at=after(2))
    do(hall, Redirect("A001", "Asks for him", "salma", to_agent=BRAHIM))
    do(hall, Redirect("A003", "Knows the file", "salma", to_counter=ONE))

    overview = views.overview(hall, after(3))

    assert [(s.service, s.waiting, s.oldest_issued_at) for s in overview.services] == [
        (BIRTHS, 2, after(1)),
        (DEATHS, 1, after(2)),
        (TAXES, 1, after(2)),
    ]
    assert (overview.total.waiting, overview.total.oldest_issued_at) == (4, after(1))


def test_no_alert_outlives_the_day() -> None:
    hall = open_hall()
    hall.rules = Rules(automation=(Rule("late", QueueOver(0, BIRTHS), (TellSupervisor(),)),))
    do(hall, IssueTicket(BIRTHS), LetTimePass())
    assert views.overview(hall, NINE).alerts == (Alert("late", BIRTHS, None, NINE),)

    do(hall, CloseDay())
    assert views.overview(hall, NINE).alerts == ()


def test_who_was_missed_or_cancelled_may_wait_again_for_a_while() -> None:
    hall = open_hall()
    do(hall, IssueTicket(BIRTHS), IssueTicket(BIRTHS), at=after(0))
    do(hall, CallNext(AMINA), MarkNoShow(AMINA), at=after(1))
    do(hall, CancelTicket("A002", "By mistake", "salma"), at=after(3))
    missed = GoneTicket("A001", BIRTHS, TicketState.NO_SHOW, after(16))
    cancelled = GoneTicket("A002", BIRTHS, TicketState.CANCELLED, after(18))

    assert views.overview(hall, after(4)).gone == (cancelled, missed)
    assert views.overview(hall, after(17)).gone == (cancelled,)
    do(hall, CloseDay(), at=after(17))
    assert views.overview(hall, after(17)).gone == ()


def test_the_overview_tells_whether_the_day_is_over() -> None:
    hall = open_hall()
    assert not views.overview(hall, NINE).is_over
    do(hall, CloseDay())
    assert views.overview(hall, NINE).is_over


def test_a_class_can_be_given_where_the_halls_rules_have_one() -> None:
    hall = open_hall()
    assert views.overview(hall, NINE).priorities == ()
    hall.rules = Rules(classes={"elderly": PriorityClass(), "disability": PriorityClass()})
    assert views.overview(hall, NINE).priorities == ("normal", "disability", "elderly")


def test_a_ticket_that_was_sent_on_waited_until_its_first_call() -> None:
    hall = open_hall()
    do(hall, IssueTicket(BIRTHS), at=after(0))
    do(hall, CallNext(AMINA), StartService(AMINA), Transfer(AMINA, TAXES), at=after(3))
    do(hall, CallNext(BRAHIM), at=after(8))

    ticket = views.desk(hall, after(9), BRAHIM, lambda *_: Receipt(0, 0, 0, ())).ticket

    assert (ticket.issued_at, ticket.first_called_at, ticket.called_at) == (
        after(0),
        after(3),
        after(8),
    )
