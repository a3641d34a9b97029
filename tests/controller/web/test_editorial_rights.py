"""Who may write for the screens: each page and each act, by each role."""

import pytest

from tests.controller.web.browsing import browser, submit

PAGES = ("/notices", "/notices/history", "/notices/new/closure", "/notices/x/change")
ACTS = (
    "/notices/new/closure",
    "/notices/publish",
    "/notices/files",
    "/notices/x/change",
    "/notices/x/stage",
    "/notices/x/publish",
    "/notices/x/approve",
    "/notices/x/discard",
    "/notices/x/take-down",
)


@pytest.mark.parametrize(("name", "status"), [("", 302), ("amina", 403)])
def test_nobody_else_sees_or_does_anything(house, name, status):
    somebody = browser(house, name)

    assert [somebody.get(each).status_code for each in PAGES] == [status] * len(PAGES)
    assert [submit(somebody, each).status_code for each in ACTS] == [status] * len(ACTS)
    assert house.signage.publisher.drafts().seq == 0


@pytest.mark.parametrize("name", ["houda", "omar", "salma"])
def test_editors_approvers_and_supervisors_do(house, name):
    somebody = browser(house, name)

    assert [somebody.get(each).status_code for each in PAGES] == [200, 200, 200, 404]
    # No words, nothing new, no picture, no such notice: they are answered, not turned away.
    answers = [submit(somebody, each).status_code for each in ACTS]
    approves = 403 if name == "houda" else 409
    assert answers == [400, 409, 200, 404, 409, 409, approves, 409, 409]


@pytest.mark.parametrize("name", ["houda", "omar"])
@pytest.mark.parametrize("page", ["/agent", "/supervisor", "/reports"])
def test_editors_have_no_page_of_the_hall(house, name, page):
    assert browser(house, name).get(page, follow_redirects=True).status_code == 403


@pytest.mark.parametrize("name", ["houda", "omar"])
@pytest.mark.parametrize("namespace", ["/agents", "/supervisors", "/kiosks", "/screens"])
def test_editors_come_in_at_no_door_of_the_hall(house, name, namespace):
    token = house.sign_in(name)

    assert not house.connect(namespace, {"token": token}).is_connected(namespace)


@pytest.mark.parametrize(("name", "page"), [("houda", "/notices"), ("salma", "/supervisor")])
def test_everybody_begins_on_their_own_page(house, name, page):
    assert browser(house, name).get("/").location == page
