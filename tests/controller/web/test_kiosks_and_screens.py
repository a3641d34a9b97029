import re
from datetime import timedelta

import gevent

from controller.hall.commands import CallNext, IssueTicket, MarkNoShow, OpenCounter
from controller.hall.ids import AgentName, CounterId, ServiceId
from controller.identity import Device
from tests.controller.web.asking import ask, request_id, take
from wire.appointment_code import ALPHABET

NOBODY = {"low": 0, "likely": 0, "high": 8}
"""What a new hall expects where nobody waits, by its prior."""

OPEN = {"is_open": True, "closed_because": "", "reason": "", "wait": NOBODY}


def test_a_kiosk_gets_the_offer_on_connecting(house, pack, said):
    offer = said(house.device("entrance"), "offer")[-1]

    assert offer["seq"] == 0
    assert offer["services"] == [
        OPEN | {"service": each.id, "waiting": 0} for each in pack.services
    ]


def test_a_kiosk_gets_a_slip_for_its_visitor(house):
    kiosk = house.device("entrance")
    take(kiosk)

    slip = take(kiosk, language="zgh")

    url = slip.pop("url")
    assert slip == {
        "seq": 2,
        "ticket": "B002",
        "service": "legalisation",
        "language": "zgh",
        "issued_at": "2026-03-02T09:00:00Z",
        "ahead": 1,
        "priority": "normal",
        "then": [],
        "quantity": 1,
        "sheets": 1,
        "wait": {"low": 1, "likely": 4, "high": 16},
        "is_alone": False,
        "is_late": False,
        "is_beyond_quota": False,
    }
    assert re.fullmatch(rf"HTTP://HALL\.EXAMPLE/T/B002[{ALPHABET}]{{8}}", url)


def test_the_same_request_gets_the_same_ticket(house):
    kiosk, request = house.device("entrance"), request_id()

    first = take(kiosk, request=request)

    assert take(kiosk, request=request) == first
    assert house.seq() == 1


def test_the_offer_follows_the_queue(house, said):
    kiosk = house.device("entrance")
    said(kiosk, "offer")

    take(kiosk, "tnb")

    offer = said(kiosk, "offer")[-1]
    [tnb] = [each for each in offer["services"] if each["service"] == "tnb"]
    assert (tnb["waiting"], tnb["wait"]["likely"] > NOBODY["likely"]) == (1, True)


def test_a_screen_gets_the_board_before_the_call(house, said):
    kiosk, agent, screen = house.device("entrance"), house.person("amina"), house.device("north")
    take(kiosk)
    ask(agent, "/agents", "open", counter=4)
    said(screen, "board")
    ask(agent, "/agents", "call_next")
    with gevent.Timeout(3):
        while not any(each["name"] == "call" for each in screen.queue):
            gevent.sleep(0.005)

    names = [each["name"] for each in screen.queue]
    messages = [each["args"][0] for each in screen.queue]
    called = names.index("call")
    assert messages[called] == {
        "seq": 3,
        "ticket": "B001",
        "counter": 4,
        "calls": 1,
        "language": "ar",
    }
    assert messages[called - 1]["rows"][0]["ticket"] == "B001"
    assert messages[called - 1]["seq"] == 3


def test_a_screen_that_connects_late_gets_the_board_and_no_call(house, said):
    kiosk, agent, early = house.device("entrance"), house.person("amina"), house.device("north")
    take(kiosk)
    ask(agent, "/agents", "open", counter=4)
    ask(agent, "/agents", "call_next")
    said(early, "call")

    late = house.device("south")
    _heard(late, "board", 1)
    take(kiosk)
    _heard(late, "board", 2)

    assert {each["name"] for each in late.queue} == {"board", "queues", "published"}
    assert [row["state"] for row in late.queue[0]["args"][0]["rows"]] == ["called"]


def _heard(client, name, times):
    """Wait until the client has got so many events of this name; all stay in its queue."""
    with gevent.Timeout(3):
        while sum(each["name"] == name for each in client.queue) < times:
            gevent.sleep(0.005)


def test_the_agent_sees_what_the_screens_did_with_the_call(house):
    kiosk, agent, screen = house.device("entrance"), house.person("amina"), house.device("north")
    take(kiosk)
    ask(agent, "/agents", "open", counter=4)
    call = ask(agent, "/agents", "call_next")["seq"]
    silent = {"screens": 1, "shown": 0, "spoken": 0, "off": ["south"]}

    assert _receipt(agent, silent) == silent
    screen.emit("shown", {"seq": call, "spoken": [call]}, namespace="/screens")
    done = silent | {"shown": 1, "spoken": 1}
    assert _receipt(agent, done) == done


def test_a_screen_that_leaves_the_call_to_another_zone_is_not_waited_for(house):
    kiosk, agent, screen = house.device("entrance"), house.person("amina"), house.device("north")
    ticket = take(kiosk)["ticket"]
    ask(agent, "/agents", "open", counter=4)
    call = ask(agent, "/agents", "call_next")["seq"]

    screen.emit("shown", {"seq": call, "elsewhere": [ticket]}, namespace="/screens")

    none = {"screens": 0, "shown": 0, "spoken": 0, "off": ["south"]}
    assert _receipt(agent, none) == none


def test_a_call_spoken_earlier_is_no_proof_of_the_next(house):
    kiosk, agent, screen = house.device("entrance"), house.person("amina"), house.device("north")
    take(kiosk)
    ask(agent, "/agents", "open", counter=4)
    first = ask(agent, "/agents", "call_next")["seq"]
    again = ask(agent, "/agents", "recall")["seq"]

    screen.emit("shown", {"seq": again, "spoken": [first]}, namespace="/screens")

    wanted = {"screens": 1, "shown": 1, "spoken": 0, "off": ["south"]}
    assert _receipt(agent, wanted) == wanted


def test_a_call_spoken_later_is_no_proof_of_one_that_was_lost(house):
    amina, karim = house.person("amina"), house.person("karim")
    kiosk, screen = house.device("entrance"), house.device("north")
    take(kiosk)
    take(kiosk)
    ask(amina, "/agents", "open", counter=4)
    ask(karim, "/agents", "open", counter=5, services=["legalisation"])
    ask(amina, "/agents", "call_next")
    spoken = ask(karim, "/agents", "call_next")["seq"]

    screen.emit("shown", {"seq": spoken, "spoken": [spoken]}, namespace="/screens")

    silent = {"screens": 1, "shown": 1, "spoken": 0, "off": ["south"]}
    assert _receipt(karim, silent | {"spoken": 1}) == silent | {"spoken": 1}
    assert _receipt(amina, silent) == silent


def test_the_agent_sees_which_screens_the_hall_expects_though_no_supervisor_looks(house):
    agent = house.person("amina")
    take(house.device("entrance"))
    ask(agent, "/agents", "open", counter=4)
    ask(agent, "/agents", "call_next")
    dark = {"screens": 0, "shown": 0, "spoken": 0, "off": ["north", "south"]}
    assert _receipt(agent, dark) == dark

    house.devices.remove("south")
    assert _receipt(agent, dark | {"off": ["north"]})["off"] == ["north"]
    house.devices.add(Device("west", "screen"))
    assert _receipt(agent, dark | {"off": ["north", "west"]})["off"] == ["north", "west"]


def _receipt(agent, wanted):
    """Return the receipt that is wanted as soon as it comes, else the last one."""
    last = None
    with gevent.Timeout(3, False):
        while last != wanted:
            gevent.sleep(0.005)
            for each in agent.queue:
                if each["name"] == "desk":
                    last = each["args"][0]["receipt"]
    return last


def test_a_call_that_yesterday_did_not_send_holds_up_none_of_today(house, clock):
    screen, agent = house.device("north"), AgentName("amina")
    # The greenlet that sends calls has its turn only after both days' are in the journal.
    call_on_a_day_with(house, agent, tickets=2)
    clock[0] += timedelta(days=1)
    called = call_on_a_day_with(house, agent, tickets=1)

    _heard(screen, "call", 1)
    calls = [each["args"][0] for each in screen.queue if each["name"] == "call"]
    assert [each["seq"] for each in calls] == [called.seq]


def call_on_a_day_with(house, agent, tickets):
    house.reception.execute(OpenCounter(CounterId(4), agent))
    for _ in range(tickets):
        house.reception.execute(IssueTicket(ServiceId("legalisation")))
    calls = [house.reception.execute(CallNext(agent))]
    for _ in range(tickets - 1):
        house.reception.execute(MarkNoShow(agent))
        calls.append(house.reception.execute(CallNext(agent)))
    return calls[-1]


def states_of(house, said):
    overview = said(house.person("salma"), "overview")[-1]
    return {each["name"]: each["printer"] for each in overview["devices"]}


def test_a_supervisor_sees_how_a_kiosks_printer_is(house, said):
    kiosk = house.device("entrance")
    before = states_of(house, said)
    kiosk.emit("printer", {"troubles": ["paper_low", "paper_out"]}, namespace="/kiosks")
    ill = states_of(house, said)
    figures = house.app.test_client().get("/metrics").get_data(as_text=True)
    kiosk.emit("printer", {"troubles": []}, namespace="/kiosks")
    well = states_of(house, said)
    kiosk.disconnect(namespace="/kiosks")

    assert [each["entrance"] for each in (before, ill, well, states_of(house, said))] == [
        None,
        ["paper_low", "paper_out"],
        [],
        None,
    ]
    assert "nouba_printers_in_trouble 1.0" in figures
    assert before["north"] is None


def test_a_trouble_that_no_printer_has_is_refused(house, said):
    kiosk = house.device("entrance")
    answer = kiosk.emit("printer", {"troubles": ["on_fire"]}, namespace="/kiosks", callback=True)

    assert answer["refused"] == "bad_request"
    assert states_of(house, said)["entrance"] is None
