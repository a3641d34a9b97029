"""Complaints: told by a screen, followed by the visitor, answered by the staff."""

import re
from datetime import timedelta

import pytest

from controller.complaints import Filter
from controller.web.complaining import forget
from controller.web.complaint_words import Kept
from tests.controller.web.browsing import browser, page, submit

CODE = "K7QM3XPTR4WD"
TOLD = {
    "request": "request-1",
    "code": CODE,
    "kind": "complaint",
    "subject": "lighting",
    "language": "ar",
    "words": "  لا ضوء <b> ",
    "phone": "0600000000",
}
TAKEN = {"request": "request-1"}


def tell(screen, **changed):
    return screen.emit("complaint", TOLD | changed, namespace="/kiosks", callback=True)


@pytest.fixture
def screen(house):
    return house.device("entrance")


def told(house):
    return [each.told for each in house.complaints.list(Filter())]


def test_a_complaint_is_taken_once_however_often_it_is_told(house, screen, clock):
    assert [tell(screen), tell(screen)] == [TAKEN, TAKEN]

    (found,) = told(house)
    assert (found.number, found.device, found.words) == ("K7QM3XPT", "entrance", "لا ضوء <b>")
    assert (found.written_at, found.received_at) == (clock[0], clock[0])
    assert "R4WD" not in found.proof


def test_a_late_one_keeps_its_own_time_and_none_is_of_the_future(house, screen, clock):
    before, after = (clock[0] + each * timedelta(days=1) for each in (-1, 1))
    tell(screen, written_at=before.isoformat())
    tell(screen, request="request-2", written_at=after.isoformat())

    assert {each.id: each.written_at for each in told(house)} == {
        "request-1": before,
        "request-2": clock[0],
    }


@pytest.mark.parametrize(
    "changed",
    [
        {"words": "x" * 401},
        {"place": "x" * 61},
        {"phone": "06 00"},
        {"phone": "1" * 15},
        {"kind": "praise"},
        {"subject": "Street lighting"},
        {"code": CODE[:-1]},
        {"code": CODE.lower()},
        {"language": "de"},
        {"words": "\0"},
        {"written_at": "yesterday"},
    ],
)
def test_what_is_no_complaint_is_refused_and_nothing_is_kept(house, screen, changed):
    assert tell(screen, **changed)["refused"] == "bad_request"
    assert told(house) == []


def test_a_screen_that_tells_too_many_is_told_so_and_what_it_told_before_is_not_refused(
    house, screen
):
    answers = [tell(screen, request=f"request-{n}") for n in range(31)]

    assert [each.get("refused") for each in answers[29:]] == [None, "too_many_complaints"]
    assert len(told(house)) == 30
    assert tell(screen, request="request-3") == {"request": "request-3"}


def test_hall_screens_and_strangers_tell_none(house):
    north = house.device("north")
    answer = north.emit("complaint", TOLD, namespace="/screens", callback=True)

    assert (answer["refused"], told(house)) == ("bad_request", [])


def answered(house, screen):
    tell(screen)
    salma = browser(house, "salma")
    submit(salma, "/complaints/request-1/assign", office="complaints", seen="0")
    submit(salma, "/complaints/request-1/answer", answer="تم الإصلاح <i>", seen="1")
    return salma


@pytest.mark.parametrize(
    ("language", "state"),
    [
        ("en", "An office looks into it"),
        ("fr", "Un bureau s’en occupe"),
        ("ar", "ينظر فيها مكتب"),
        ("zgh", "ينظر فيها مكتب"),
    ],
)
def test_the_follow_up_page_tells_the_state_in_the_visitors_language(
    house, screen, language, state
):
    tell(screen)
    submit(browser(house, "salma"), "/complaints/request-1/assign", office="complaints", seen="0")

    found = page(house, f"/C/{CODE}", language=language).text
    assert state in found
    assert "<script" not in found


def test_the_follow_up_page_shows_the_answer_and_neither_words_nor_telephone(house, screen):
    answered(house, screen)
    found = page(house, f"/c/{CODE.lower()}").text

    assert "تم الإصلاح &lt;i&gt;" in found
    assert "K7QM-3XPT-R4WD" in found
    assert "لا ضوء" not in found
    assert "0600000000" not in found
    assert "salma" not in found.lower()


def test_the_number_without_its_secret_shows_nothing(house, screen):
    tell(screen)

    for code in (CODE[:-1] + "X", CODE[:8], "nothing"):
        assert page(house, f"/C/{code}").status_code == 404


def test_who_guesses_numbers_has_to_wait(house, screen):
    tell(screen)
    visitor = browser(house)
    statuses = [visitor.get(f"/C/{CODE[:-2]}{n:02}").status_code for n in range(31)]

    assert statuses == [404] * 30 + [429]
    assert visitor.get(f"/C/{CODE}").status_code == 429


def test_a_number_is_typed_in_any_grouping(house, screen):
    tell(screen)
    visitor = browser(house)
    found = visitor.get("/complaint?number=k7qm 3xpt-r4wd")

    assert (found.status_code, found.location) == (303, f"/C/{CODE}")
    assert visitor.get("/complaint?number=k7qm").status_code == 400
    assert visitor.get("/complaint").status_code == 200


@pytest.mark.parametrize(
    ("name", "list_status", "figures_status"),
    [("", 302, 302), ("amina", 403, 403), ("houda", 200, 403), ("salma", 200, 200)],
)
def test_who_answers_visitors_and_who_counts(house, screen, name, list_status, figures_status):
    tell(screen)
    somebody = browser(house, name)

    assert somebody.get("/complaints").status_code == list_status
    assert somebody.get("/complaints/figures").status_code == figures_status
    done = submit(somebody, "/complaints/request-1/close", seen="0").status_code
    assert done == (303 if list_status == 200 else list_status)


def test_the_staff_read_all_and_see_who_did_what(house, screen):
    salma = answered(house, screen)
    found = salma.get("/complaints/request-1").text

    assert "لا ضوء &lt;b&gt;" in found
    assert "0600000000" in found
    assert found.count("Salma</bdi>") >= 2
    assert "<b>It was answered</b>" in found


def listed(client, query=""):
    found = client.get(f"/complaints?{query}").text
    return re.findall(r'href="/complaints/(request-\d)"', found)


@pytest.mark.parametrize(
    ("language", "labels"),
    [
        ("ar", ["الحالة", "شكاية أو اقتراح", "الموضوع"]),
        ("fr", ["État", "Réclamation ou suggestion", "Sujet"]),
    ],
)
def test_what_narrows_the_list_down_is_named_in_the_readers_language(house, language, labels):
    found = browser(house, "salma", language).get("/complaints").text

    assert re.findall(r"<label[^>]*>([^<]*)</label>\s*<select", found) == labels


def test_the_list_is_narrowed_down(house, screen):
    salma = answered(house, screen)
    tell(screen, request="request-2", kind="suggestion", subject="roads", code="3" * 12)

    assert set(listed(salma)) == {"request-1", "request-2"}
    assert listed(salma, "standing=answered") == ["request-1"]
    assert listed(salma, "kind=suggestion") == listed(salma, "subject=roads") == ["request-2"]
    assert listed(salma, "number=K7QM-3XPT") == ["request-1"]
    assert set(listed(salma, "standing=lost")) == {"request-1", "request-2"}


@pytest.mark.parametrize(
    ("what", "fields", "problem"),
    [
        ("answer", {"answer": " ", "seen": "2"}, "An answer has words."),
        ("assign", {"office": "moon", "seen": "2"}, "There is no such office."),
        ("close", {"seen": "1"}, "Somebody has just changed it: look at it again."),
        ("close", {}, "Somebody has just changed it: look at it again."),
        ("reopen", {"seen": "2"}, "It is not closed."),
    ],
)
def test_what_cannot_be_done_is_told_and_changes_nothing(house, screen, what, fields, problem):
    salma = answered(house, screen)
    before = house.complaints.find("request-1")

    answer = submit(salma, f"/complaints/request-1/{what}", **fields)

    assert (answer.status_code, problem in answer.text) == (409, True)
    assert house.complaints.find("request-1") == before


def test_what_there_is_not_is_not_found(house, screen):
    salma = answered(house, screen)

    assert salma.get("/complaints/nothing").status_code == 404
    assert submit(salma, "/complaints/nothing/close", seen="0").status_code == 404
    assert submit(salma, "/complaints/request-1/praise", seen="2").status_code == 404


def test_the_figures_tell_counts_and_days_of_each_subject(house, screen, clock):
    tell(screen)
    clock[0] += timedelta(days=2, hours=12)
    salma = browser(house, "salma")
    submit(salma, "/complaints/request-1/answer", answer="Oui.", seen="0")

    found = salma.get("/complaints/figures").text
    row = re.search(r'<th scope="row">Street lighting</th>(.*?)</tr>', found).group(1)
    assert re.findall(r"<td>(.*?)</td>", row) == ["1", "0", "1", "0", "2.5"]
    assert (
        "There are none." in salma.get("/complaints/figures?first=2020-01-01&last=2020-02-01").text
    )


def test_what_is_forgotten_is_said_and_not_shown(house, screen, clock, pack):
    salma = answered(house, screen)
    submit(salma, "/complaints/request-1/close", seen="2")
    clock[0] += timedelta(days=91)
    kept = Kept(house.complaints, None, pack.hall.zone, lambda: clock[0])
    forget(kept, 90)

    followed = page(house, f"/C/{CODE}").text
    assert "تم الإصلاح" not in followed
    assert "What was written was removed" in followed
    read = browser(house, "salma").get("/complaints/request-1").text
    assert ("لا ضوء" in read, "0600000000" in read) == (False, False)
