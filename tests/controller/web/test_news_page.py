"""News from the feeds: an editor accepts them, and screens tell them until they are withdrawn."""

from datetime import timedelta

import pytest

from controller.news.draft import Draft
from controller.news.item import FeedState, Standing
from controller.news.judging import Changes, Placed
from controller.publishing import NEWS_DESK, tell_news
from controller.settings import Settings
from media.playlist.manifest import read_manifest
from tests.controller.web.browsing import browser, submit

DAY = timedelta(days=1)


def draft(key, headline):
    return Draft(key * 64, headline, ("Une phrase.",), "fr", "https://site.test/1", None, (), ())


@pytest.fixture
def editor(house, clock):
    """An editor, after a feed has brought two items."""
    now = clock[0]
    brought = [draft("a", "Travaux"), draft("b", "Festival <b>")]
    placed = tuple(Placed(each, Standing.PENDING, now + DAY) for each in brought)
    assert house.news.claim("commune", now, now)
    house.news.take("commune", Changes(new=placed), FeedState(now + DAY), now)
    return browser(house, "houda")


def told(house):
    found = house.signage.archive.manifest(house.signage.publisher.published.sha256)
    items = read_manifest(found).items if found else ()
    return [each.content.title.fr for each in items if each.content.kind == "news"]


def number_of(house, clock, headline):
    items = house.news.items(clock[0])
    return next(each.number for each in items if each.draft.headline == headline)


def decide(house, clock, editor, headline, what):
    return submit(editor, f"/notices/news/{number_of(house, clock, headline)}/{what}")


def test_what_waits_is_listed_and_told_by_the_screens_once_it_is_accepted(house, clock, editor):
    page = editor.get("/notices/news").text
    assert page.index("They wait for a decision") < page.index("Festival &lt;b&gt;")
    assert told(house) == []

    assert decide(house, clock, editor, "Travaux", "accept").status_code == 303
    assert told(house) == ["Travaux"]
    assert house.signage.publisher.drafts().current.who == "houda"


def test_it_stays_beside_notices_and_leaves_when_it_is_refused(house, clock, editor):
    decide(house, clock, editor, "Travaux", "accept")
    decide(house, clock, editor, "Festival <b>", "accept")
    fields = {"title_ar": "إغلاق", "title_fr": "Fermé", "until": "2026-03-09T10:00"}
    submit(editor, "/notices/new/closure", do="publish", **fields)
    assert told(house) == ["Travaux", "Festival <b>"]

    decide(house, clock, editor, "Travaux", "refuse")
    assert told(house) == ["Festival <b>"]
    assert len(house.signage.publisher.drafts().playing) == 1


def test_news_that_are_over_leave_by_themselves_and_nothing_is_published_twice(
    house, clock, editor
):
    decide(house, clock, editor, "Travaux", "accept")
    publisher = house.signage.publisher
    tell_news(publisher)
    assert publisher.published.number == 1

    clock[0] += DAY
    tell_news(publisher)
    assert (told(house), publisher.drafts().current.who) == ([], NEWS_DESK)


@pytest.mark.parametrize(
    ("name", "status"), [("", 302), ("amina", 403), ("omar", 200), ("salma", 200)]
)
def test_only_who_writes_notices_decides_on_news(house, clock, editor, name, status):
    somebody = browser(house, name)

    assert somebody.get("/notices/news").status_code == status
    answer = decide(house, clock, somebody, "Travaux", "accept").status_code
    assert answer == (303 if status == 200 else status)


def test_what_there_is_not_is_not_found(house, clock, editor):
    assert submit(editor, "/notices/news/99/accept").status_code == 404
    assert decide(house, clock, editor, "Travaux", "praise").status_code == 404


def edit(house, clock, editor, text, *, of="Travaux", title="Travaux, rue de Fès"):
    number = number_of(house, clock, of)
    return submit(editor, f"/notices/news/{number}/edit", headline=title, text=text)


def texts(house):
    found = house.signage.archive.manifest(house.signage.publisher.published.sha256)
    items = read_manifest(found).items if found else ()
    return [each.content.text.fr for each in items if each.content.kind == "news"]


def test_an_editor_words_an_item_anew_and_the_original_stays_beside(house, clock, editor):
    assert edit(house, clock, editor, "Jusqu’à 5 < 6 h.\n\nMerci.").status_code == 303
    page = editor.get("/notices/news").text
    assert page.index("Travaux, rue de Fès") < page.index("As its source wrote it")
    assert "Une phrase." in page

    decide(house, clock, editor, "Travaux", "accept")
    assert (told(house), texts(house)) == (["Travaux, rue de Fès"], ["Jusqu’à 5 < 6 h.\nMerci."])
    assert edit(house, clock, editor, "Trop tard").status_code == 409
    assert texts(house) == ["Jusqu’à 5 < 6 h.\nMerci."]


def test_an_item_without_a_headline_is_not_kept(house, clock, editor):
    assert edit(house, clock, editor, "Un texte", title=" ").status_code == 409
    assert number_of(house, clock, "Travaux")
    assert "As its source wrote it" not in editor.get("/notices/news").text


def test_what_its_source_changes_afterwards_is_in_the_sources_words_again(house, clock, editor):
    now = clock[0]
    edit(house, clock, editor, "Nos mots")
    number = number_of(house, clock, "Travaux")
    changed = Placed(draft("a", "Travaux finis"), Standing.PENDING, now + DAY)
    house.news.take("commune", Changes(edited={number: changed}), FeedState(now + DAY), now)

    page = editor.get("/notices/news").text
    assert "Its source has changed it since it was edited" in page
    decide(house, clock, editor, "Travaux finis", "accept")
    assert told(house) == ["Travaux finis"]


@pytest.mark.parametrize("settings", [Settings(notices_need_approval=True)], ids=["approval"])
def test_where_author_and_approver_are_two_news_take_two_people(house, clock, editor):
    edit(house, clock, editor, "Nos mots")
    decide(house, clock, editor, "Travaux", "accept")
    assert told(house) == []
    assert decide(house, clock, editor, "Travaux", "accept").status_code == 403

    decide(house, clock, browser(house, "omar"), "Travaux", "accept")
    assert told(house) == ["Travaux, rue de Fès"]


@pytest.mark.parametrize("settings", [Settings(notices_need_approval=True)], ids=["approval"])
def test_nobody_accepts_twice_what_they_proposed(house, clock, editor):
    omar = browser(house, "omar")
    decide(house, clock, omar, "Travaux", "accept")

    assert decide(house, clock, omar, "Travaux", "accept").status_code == 409
    assert told(house) == []
    decide(house, clock, browser(house, "salma"), "Travaux", "accept")
    assert told(house) == ["Travaux"]
