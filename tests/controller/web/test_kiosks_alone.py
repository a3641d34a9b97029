"""A kiosk's numbers of its own, over the wire."""

import json

from tests.controller.web.asking import ask
from wire.seal import sealed

OWN = {
    "request": "wish-000001",
    "prefix": "B",
    "serial": 501,
    "service": "legalisation",
    "language": "fr",
    "priority": "normal",
    "then": [],
    "quantity": 1,
    "sheets": 1,
    "issued_at": "2026-03-02T08:50:00Z",
    "heard_at": "2026-03-02T08:40:00Z",
}


def handed(kiosk, grant, *tickets, day=None):
    """Hand the tickets over as a kiosk does, and return the answers."""
    lines, before = [], ""
    for ticket in tickets:
        text = json.dumps(ticket)
        before = sealed(grant["key"], before, text)
        lines.append({"text": text, "seal": before})
    data = {"day": day or grant["day"], "before": "", "lines": lines}
    return kiosk.emit("hand_over", data, namespace="/kiosks", callback=True)


def test_a_kiosk_gets_numbers_for_the_day_with_the_codes_of_their_pages(house, pack):
    grant = ask(house.device("entrance"), "/kiosks", "reserve")
    blocks = {block["prefix"]: block for block in grant["blocks"]}

    assert grant["day"] == "2026-03-02"
    assert set(blocks) == {each.prefix for each in pack.services}
    assert (blocks["B"]["first"], blocks["B"]["last"], len(blocks["B"]["codes"])) == (501, 600, 100)
    assert blocks["B"]["codes"][0].startswith("B501")


def held(grant):
    names = ("prefix", "first", "last", "proof")
    return [{name: block[name] for name in names} for block in grant["blocks"]]


def test_who_shows_its_numbers_has_the_same_ones_and_no_more(house):
    kiosk = house.device("entrance")
    grant = ask(kiosk, "/kiosks", "reserve")

    assert ask(kiosk, "/kiosks", "reserve", held=held(grant)) == grant
    assert {each["first"] for each in ask(kiosk, "/kiosks", "reserve")["blocks"]} == {601}


def test_what_a_kiosk_issued_is_taken_in_once_and_its_page_knows_it(house):
    kiosk = house.device("entrance")
    grant = ask(kiosk, "/kiosks", "reserve")
    first, again = handed(kiosk, grant, OWN), handed(kiosk, grant, OWN)
    [code] = [b["codes"][0] for b in grant["blocks"] if b["prefix"] == "B"]

    assert first == again == {"answers": [{"ticket": "B501", "refused": ""}]}
    assert list(house.reception.read(lambda hall, _: hall.tickets)) == ["B501"]
    assert house.app.test_client().get(f"/T/{code}").status_code == 200


def test_what_cannot_be_taken_in_is_told_line_by_line(house):
    kiosk = house.device("entrance")
    grant = ask(kiosk, "/kiosks", "reserve")
    unknown = OWN | {"request": "wish-000002", "serial": 502, "service": "none"}
    beyond = OWN | {"request": "wish-000003", "serial": 601}
    said = handed(kiosk, grant, OWN, unknown, beyond)["answers"]

    assert [each["refused"] for each in said] == ["", "unknown_service", "not_reserved"]


def test_supervisors_see_what_a_kiosk_says_was_not_taken_in(house, shown):
    kiosk = house.device("entrance")
    kiosk.emit("not_taken_in", {"tickets": ["B502", "B601"]}, namespace="/kiosks")
    salma = house.person("salma")
    devices = shown(salma, "overview")["devices"]

    assert {each["name"]: each["not_taken_in"] for each in devices} == {
        "entrance": ["B502", "B601"],
        "north": [],
        "south": [],
    }


def test_another_day_needs_another_key_and_is_too_late(house):
    kiosk = house.device("entrance")
    grant = ask(kiosk, "/kiosks", "reserve")

    assert handed(kiosk, grant, OWN, day="2026-03-01")["answers"] == [
        {"ticket": "B501", "refused": "seal_broken"}
    ]


def test_what_has_not_the_shape_of_a_journal_is_refused(house):
    kiosk = house.device("entrance")

    day = {"day": "2026-03-02", "before": ""}
    long = {"text": "x" * 1001, "seal": ""}
    for data in ({}, {"day": "x"}, day | {"lines": []}, day | {"lines": [long]}):
        answer = kiosk.emit("hand_over", data, namespace="/kiosks", callback=True)
        assert answer["refused"] == "bad_request"
