"""An editor and a technician by the command line: try the feeds, list, accept, refuse."""

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner

from controller.identity import Person
from controller.news.draft import Draft
from controller.news.item import FeedState, Standing
from controller.news.judging import Changes, Placed
from controller.news.mojibake import Letters
from controller.news.problem import Problem
from controller.store.engine import open_engine
from controller.store.news import SqlShelf
from controller.store.people import People
from nouba.__main__ import main
from tests.controller.news.site import Site, a_site
from tests.controller.news.written import COUNCIL, WORKS, an_item, rss

NOW = datetime.now(UTC)
TABLE_WIDTH = {"COLUMNS": "200"}


@pytest.fixture
def site():
    with a_site() as site:
        yield site


@pytest.fixture
def run(tmp_path: Path, url: str, site: Site):
    (tmp_path / "controller.toml").write_text(
        f"""
        database = "{url}"
        [[news.feeds]]
        name = "commune"
        url = "http://127.0.0.1:{site.port}/feed"
        languages = ["ar"]
        intranet = ["127.0.0.1"]
        """
    )
    engine = open_engine(url)
    People(engine).add(Person("amina", "Amina", "supervisor", "ar"), "a long password")
    engine.dispose()
    settings = ["--settings", str(tmp_path / "controller.toml")]
    return lambda *words: CliRunner().invoke(main, ["news", *words, *settings], env=TABLE_WIDTH)


@pytest.fixture
def shelf(url: str, run):
    engine = open_engine(url)
    shelf = SqlShelf(engine, "hall")
    drafts = (
        Draft("a" * 64, COUNCIL, (), "ar"),
        Draft("b" * 64, WORKS, (), "ar", letters=Letters.DAMAGED),
    )
    new = tuple(Placed(draft, Standing.PENDING, NOW + timedelta(days=7)) for draft in drafts)
    shelf.claim("commune", NOW, NOW)
    state = FeedState(NOW, 6, NOW, Problem.HTML, "", NOW)
    shelf.take("commune", Changes(new), state, NOW - timedelta(days=2))
    yield shelf
    engine.dispose()


def test_a_check_says_what_would_come_in_and_keeps_nothing(run, site: Site, url: str) -> None:
    body = rss(an_item("1", at=NOW), an_item("2", WORKS, at=NOW - timedelta(days=30)))
    site.put("/feed", body)

    told = run("check")

    promise = "2 items; 0 would be shown at once; 1 would wait for an editor; 1 are too old"
    assert told.output == f"commune: {promise}.\n  ar  {COUNCIL}\n  ar  {WORKS}\n"
    engine = open_engine(url)
    assert SqlShelf(engine, "hall").items(NOW) == ()
    engine.dispose()


def test_a_check_says_why_a_feed_cannot_be_read(run, site: Site) -> None:
    site.put("/feed", b"<html>Maintenance</html>")

    assert (run("check").exit_code, run("check").output) == (
        1,
        "commune: a web page came instead.\n",
    )


def test_feeds_and_items_are_listed_with_what_an_editor_should_know(run, shelf) -> None:
    told = run("list")

    assert told.exit_code == 0
    assert re.search(
        r"commune: last well .*; last problem .*: a web page came instead;", told.output
    )
    assert "6 visits in vain; it rests; next visit" in told.output
    assert all(each in told.output for each in (COUNCIL, WORKS, "pending", "letters were lost"))


def test_an_item_is_accepted_and_refused_by_somebody(run, shelf: SqlShelf) -> None:
    newest, older = shelf.items(NOW)
    sound = next(each for each in (newest, older) if not each.draft.is_damaged)

    accepted = run("accept", str(sound.number), "--by", "amina")
    refused = run("refuse", str(sound.number), "--by", "amina")

    assert accepted.output == f"{sound.number} is accepted: {COUNCIL}\n"
    assert refused.output == f"{sound.number} is refused: {COUNCIL}\n"
    assert [(each.by, each.standing.value) for each in shelf.decisions(sound.number)] == [
        ("amina", "accepted"),
        ("amina", "refused"),
    ]


def test_what_has_lost_letters_is_accepted_only_by_who_insists(run, shelf: SqlShelf) -> None:
    damaged = next(each for each in shelf.items(NOW) if each.draft.is_damaged).number
    words = ("accept", str(damaged), "--by", "amina")

    told = run(*words)

    assert (told.exit_code, "has lost letters" in told.output) == (1, True)
    assert shelf.decisions(damaged) == ()
    assert run(*words, "--anyway").exit_code == 0


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("accept", "1", "--by", "nobody"), "Nobody signs in as nobody"),
        (("refuse", "1", "999", "--by", "amina"), "There is no item 999"),
    ],
)
def test_a_mistake_is_told_and_nothing_is_decided(run, shelf, words, sentence) -> None:
    told = run(*words)

    assert (told.exit_code, sentence in told.output) == (1, True)
    assert shelf.decisions(1) == ()


def test_settings_without_feeds_are_told(tmp_path, url) -> None:
    (tmp_path / "controller.toml").write_text(f'database = "{url}"\n')
    words = ["news", "check", "--settings", str(tmp_path / "controller.toml")]

    told = CliRunner().invoke(main, words)

    assert (told.exit_code, told.output) == (
        1,
        "Error: The settings name no feeds: see docs/news.md.\n",
    )
