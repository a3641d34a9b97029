"""A visitor gives a place up on the telephone."""

from datetime import timedelta

from tests.controller.web.asking import ask, take
from tests.controller.web.browsing import browser, submit


def state(house, number="B001"):
    return house.reception.read(lambda hall, _: hall.tickets[number].state)


def address_of(slip):
    return "/" + slip["url"].split("/", 3)[3]


def test_a_visitor_who_waits_gives_the_place_up_after_a_question(house) -> None:
    address, telephone = address_of(take(house.device("entrance"))), browser(house)

    assert f'href="{address}/give-up"' in telephone.get(address).text
    assert "Give up the place of ticket" in telephone.get(f"{address}/give-up").text
    assert state(house) == "waiting"
    answer = submit(telephone, f"{address}/give-up")

    assert (answer.status_code, answer.location) == (302, address)
    assert state(house) == "cancelled"
    text = telephone.get(address).text
    assert ("This ticket was cancelled" in text, "http-equiv" in text) == (True, False)


def test_who_is_being_served_has_no_place_to_give_up(house) -> None:
    kiosk, agent = house.device("entrance"), house.person("amina")
    address, telephone = address_of(take(kiosk)), browser(house)
    ask(agent, "/agents", "open", counter=4)
    ask(agent, "/agents", "call_next")

    assert "give-up" not in telephone.get(address).text
    assert submit(telephone, f"{address}/give-up").location == address
    assert state(house) == "called"


def test_nobody_gives_up_the_place_of_a_code_that_was_guessed(house) -> None:
    take(house.device("entrance"))

    assert submit(browser(house), "/T/B001AAAAAA/give-up").status_code == 404
    assert state(house) == "waiting"


def test_another_site_cannot_give_a_place_up(house) -> None:
    address = address_of(take(house.device("entrance")))

    assert browser(house).post(f"{address}/give-up").status_code == 400
    assert state(house) == "waiting"


def test_a_parked_visitor_reads_that_the_place_is_kept(house) -> None:
    kiosk, agent = house.device("entrance"), house.person("amina")
    address = address_of(take(kiosk))
    ask(agent, "/agents", "open", counter=4)
    ask(agent, "/agents", "call_next")
    ask(agent, "/agents", "park", reason="a stamp")

    assert "Your place is kept" in browser(house).get(address).text


def test_who_gave_the_place_up_by_mistake_takes_it_back(house) -> None:
    kiosk = house.device("entrance")
    address, telephone = address_of(take(kiosk)), browser(house)
    take(kiosk)
    submit(telephone, f"{address}/give-up")

    assert "I want my place back" in telephone.get(address).text
    submit(telephone, f"{address}/back")
    assert state(house) == "waiting"
    assert house.reception.read(lambda hall, at: hall.ahead("B001", at)) == 0


def test_a_place_is_taken_back_for_two_minutes(house, clock) -> None:
    address, telephone = address_of(take(house.device("entrance"))), browser(house)
    submit(telephone, f"{address}/give-up")
    clock[0] += timedelta(minutes=2)

    assert "I want my place back" not in telephone.get(address).text
    submit(telephone, f"{address}/back")
    assert state(house) == "cancelled"


def test_nobody_takes_back_what_another_telephone_gave_up(house) -> None:
    """Nor what the staff cancelled."""
    address = address_of(take(house.device("entrance")))
    submit(browser(house), f"{address}/give-up")

    assert "I want my place back" not in browser(house).get(address).text
    submit(browser(house), f"{address}/back")
    assert state(house) == "cancelled"
