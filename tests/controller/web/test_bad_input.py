"""Whatever is sent, the answer is clear and nothing changes."""

import pytest

from controller.reception import JournalError
from tests.controller.web.asking import ask, request_id

REQUEST = {"request": "request-0"}

BAD_FOR_AGENTS = [
    ("call_next", None),
    ("call_next", {}),
    ("call_next", []),
    ("call_next", "call"),
    ("call_next", 7),
    ("call_next", {"request": 12345678}),
    ("call_next", {"request": "short"}),
    ("call_next", {"request": "x" * 65}),
    ("call_next", {"request": "spaces are not allowed"}),
    ("call_next", {"request": None}),
    ("open", REQUEST),
    ("open", REQUEST | {"counter": "four"}),
    ("open", REQUEST | {"counter": "4"}),
    ("open", REQUEST | {"counter": 4.5}),
    ("open", REQUEST | {"counter": True}),
    ("open", REQUEST | {"counter": -1}),
    ("open", REQUEST | {"counter": 0}),
    ("open", REQUEST | {"counter": 10**30}),
    ("open", REQUEST | {"counter": 4, "services": "legalisation"}),
    ("open", REQUEST | {"counter": 4, "services": [1, 2]}),
    ("transfer", REQUEST),
    ("transfer", REQUEST | {"service": {"$ne": ""}}),
    ("transfer", REQUEST | {"service": "x" * 101}),
    ("finish", REQUEST | {"note": "a\0b"}),
    ("park", REQUEST | {"reason": "ill\0", "place": "hall"}),
    ("open", REQUEST | {"counter": 4, "services": ["tnb\0"]}),
    ("issue", REQUEST),
    ("take_ticket", REQUEST | {"service": "tnb", "language": "xx"}),
    ("take_ticket", REQUEST | {"language": "ar"}),
    ("__init__", REQUEST),
    ("", REQUEST),
    ("connect", {}),
    ("connect", REQUEST),
    ("disconnect", "going"),
]


@pytest.mark.parametrize(("event", "data"), BAD_FOR_AGENTS)
def test_a_malformed_request_of_an_agent_is_refused(house, event, data):
    answer = house.person("amina").emit(event, data, namespace="/agents", callback=True)

    assert answer["refused"] == "bad_request"
    assert answer["why"]
    assert house.seq() == 0


def test_who_only_says_disconnect_is_still_there(house):
    amina = house.person("amina")
    amina.emit("disconnect", "going", namespace="/agents", callback=True)

    answer = amina.emit("open", REQUEST | {"counter": 4}, namespace="/agents", callback=True)

    assert answer == {"seq": 1}


BAD_FOR_KIOSKS = [
    {},
    None,
    [1],
    "tnb",
    {"request": "request-1", "service": "tnb"},
    {"request": "request-1", "service": "tnb", "language": "de"},
    {"request": "request-1", "service": "tnb", "language": None},
    {"request": "request-1", "service": 5, "language": "ar"},
    {"request": "no", "service": "tnb", "language": "ar"},
    {"service": "tnb", "language": "ar"},
]


@pytest.mark.parametrize("data", BAD_FOR_KIOSKS)
def test_a_malformed_request_for_a_ticket_is_refused(house, data):
    answer = house.device("entrance").emit("take_ticket", data, namespace="/kiosks", callback=True)

    assert answer["refused"] == "bad_request"
    assert house.seq() == 0


def test_a_ticket_for_an_unknown_service_is_refused(house):
    kiosk = house.device("entrance")

    answer = ask(kiosk, "/kiosks", "take_ticket", service="nothing", language="ar")

    assert answer == {"refused": "unknown_service", "why": ""}
    assert house.seq() == 0


@pytest.mark.parametrize("data", [None, {}, {"seq": "x"}, {"seq": 1, "spoken": 1}, 3])
def test_a_screen_that_says_nonsense_is_told_so(house, data):
    answer = house.device("north").emit("shown", data, namespace="/screens", callback=True)

    assert answer["refused"] == "bad_request"


def test_two_arguments_are_one_too_many(house):
    agent = house.person("amina")

    answer = agent.emit("close", {"request": request_id()}, 2, namespace="/agents", callback=True)

    assert answer["refused"] == "bad_request"


@pytest.mark.parametrize("namespace", ["/screens", "/kiosks", "/agents", "/supervisors", "/", "/x"])
@pytest.mark.parametrize(
    "auth", [None, {}, {"token": "wrong"}, {"token": 5}, {"token": ["a"]}, "token", [1, 2]]
)
def test_nobody_comes_in_without_the_right_token(house, namespace, auth):
    client = house.connect(namespace, auth)

    assert not client.is_connected(namespace)


def test_a_screens_token_does_not_make_a_kiosk(house):
    client = house.connect("/kiosks", {"token": house.tokens["north"]})

    assert not client.is_connected("/kiosks")


def test_an_agent_is_no_supervisor(house):
    token = house.app.test_client().post(
        "/api/sign-in", json={"name": "amina", "password": "correct horse"}
    )

    client = house.connect("/supervisors", {"token": token.get_json()["token"]})

    assert not client.is_connected("/supervisors")


def test_a_journal_that_cannot_be_written_asks_to_try_again(house, monkeypatch):
    kiosk = house.device("entrance")

    def full(*_):
        raise JournalError("disk full")

    with monkeypatch.context() as broken:
        broken.setattr(house.journal, "append", full)
        refused = ask(kiosk, "/kiosks", "take_ticket", service="tnb", language="ar")
    issued = ask(kiosk, "/kiosks", "take_ticket", service="tnb", language="ar")

    assert refused == {"refused": "try_again", "why": ""}
    assert (issued["seq"], house.seq()) == (1, 1)


def test_a_body_of_10_megabytes_is_refused_in_json(house):
    answer = house.app.test_client().post("/api/sign-in", data=b"x" * 10_000_000)

    assert (answer.status_code, answer.get_json()["refused"]) == (413, "too_large")


@pytest.mark.parametrize("path", ["/api/sign-in", "/api/sign-out"])
@pytest.mark.parametrize("body", [b"", b"{", b"\xff\xfe", b"name=amina"])
def test_a_body_that_is_no_json_is_malformed(house, path, body):
    answer = house.app.test_client().post(path, data=body, content_type="application/json")

    told = {"refused": "malformed", "why": "the body is not JSON"}
    assert (answer.status_code, answer.get_json()) == (400, told)


@pytest.mark.parametrize("body", [b"[]", b"null", b"5", b'"amina"', b"true"])
def test_json_that_is_no_object_is_refused(house, body):
    answer = house.app.test_client().post(
        "/api/sign-in", data=body, content_type="application/json"
    )

    told = {"refused": "bad_request", "why": "an object is expected"}
    assert (answer.status_code, answer.get_json()) == (400, told)


@pytest.mark.parametrize(
    "body", [b'{"name": 5}', b'{"name": "amina"}', b'{"name": "amina", "password": []}']
)
def test_a_sign_in_of_another_shape_is_refused(house, body):
    answer = house.app.test_client().post(
        "/api/sign-in", data=body, content_type="application/json"
    )

    assert (answer.status_code, answer.get_json()["refused"]) == (400, "bad_request")


def test_a_body_that_does_not_say_that_it_is_json_is_told_what_is_missing(house):
    answer = house.app.test_client().post("/api/sign-in", data="name=amina")

    why = "the Content-Type is not application/json"
    assert (answer.status_code, answer.get_json()) == (400, {"refused": "malformed", "why": why})


@pytest.mark.parametrize("address", ["/T/a%00b", "/reports/satisfaction?first=%00", "/A/K7QM%00"])
def test_an_address_with_a_nul_character_is_refused(house, address):
    assert house.app.test_client().get(address).status_code == 400


def test_a_form_with_a_nul_character_is_refused(house):
    answer = house.app.test_client().post("/sign-in", data={"name": "amina\0", "password": "x"})

    assert answer.status_code == 400
