"""`nouba news`."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table
from sqlalchemy import Engine

from controller.news.apart import Apart
from controller.news.feed import Feed
from controller.news.fetching import Fetcher
from controller.news.gathering import request_of
from controller.news.item import Item, OwnItem, Standing, accepted_by
from controller.news.problem import FeedProblem
from controller.settings import Settings
from controller.store.news import SqlShelf
from controller.store.people import People
from nouba.database import controller_option, database
from nouba.news_words import condition, day, promise, remarks, title
from nouba.settings import pack_of, settings_in

LISTED = 5
"""Headlines of each feed that a check shows."""

by_option = click.option("--by", "name", required=True, help="Who decides: a name to sign in.")


@click.group(help="Try the feeds of news, list what they brought, accept and refuse it.")
def command() -> None:
    """Group the chores with news."""


@command.command
@controller_option
def check(settings: Path | None) -> None:
    """Ask each feed now, and say what would come in; nothing is kept.

    Ends with code 1 when a feed could not be read, or a picture of the settings is missing.
    """
    known = _with_feeds(settings)
    results = [_check(feed, known) for feed in known.news.feeds]
    if not all(results):
        raise SystemExit(1)


@command.command("list")
@controller_option
@click.option("--all", "is_all", is_flag=True, help="Those whose life has ended, too.")
def list_(settings: Path | None, is_all: bool) -> None:  # noqa: FBT001 - click gives it so
    """List the feeds and how it goes with them, then the items, the newest first."""
    known, now = _with_feeds(settings), datetime.now(UTC)
    zone = pack_of(known).hall.zone
    with database(settings) as engine:
        shelf = SqlShelf(engine, known.hall)
        for feed in known.news.feeds:
            click.echo(f"{feed.name}: {condition(shelf.state(feed.name), zone)}.")
        table = Table("No", "Feed", "Standing", "Until", "Headline", "Remarks")
        for item in shelf.items(now, are_over=is_all):
            until, words = day(item.ends_at, zone), remarks(item, now, zone)
            table.add_row(
                str(item.number), item.feed, item.standing, until, title(item, zone), words
            )
    Console().print(table)


@command.command
@controller_option
@by_option
@click.option("--anyway", "is_sure", is_flag=True, help="Items whose letters were lost, too.")
@click.argument("numbers", nargs=-1, required=True, type=int)
def accept(
    settings: Path | None,
    name: str,
    is_sure: bool,  # noqa: FBT001 - click gives it so
    numbers: tuple[int, ...],
) -> None:
    """Let the items with these NUMBERS be shown until their life ends."""
    with database(settings) as engine:
        shelf = _shelf(engine, settings, name)
        items = _found(shelf, numbers)
        damaged = [each.number for each in items if each.draft.is_damaged]
        if damaged and not is_sure:
            raise click.ClickException(
                f"Item {damaged[0]} has lost letters: look at it, then say --anyway."
            )
        _accept(shelf, items, name, settings_in(settings))


@command.command
@controller_option
@by_option
@click.argument("numbers", nargs=-1, required=True, type=int)
def refuse(settings: Path | None, name: str, numbers: tuple[int, ...]) -> None:
    """Let the items with these NUMBERS not be shown, or no more."""
    with database(settings) as engine:
        shelf = _shelf(engine, settings, name)
        _found(shelf, numbers)
        _decide(shelf, numbers, Standing.REFUSED, name)


def _with_feeds(path: Path | None) -> Settings:
    settings = settings_in(path)
    if not settings.news.feeds:
        raise click.ClickException("The settings name no feeds: see docs/news.md.")
    return settings


def _check(feed: Feed, settings: Settings) -> bool:
    """Tell what the feed says; return whether all is well with it."""
    now, zone = datetime.now(UTC), pack_of(settings).hall.zone
    missing = [str(file) for file in feed.pictures.values() if not file.is_file()]
    for file in missing:
        click.echo(f"{feed.name}: there is no picture {file}.")
    try:
        gathered = Apart().gather(feed, Fetcher().get(request_of(feed, None)), now, zone)
    except FeedProblem as problem:
        click.echo(f"{feed.name}: {problem}.")
        return False
    click.echo(f"{feed.name}: {promise(feed, gathered, now)}.")
    for draft in gathered.drafts[:LISTED]:
        click.echo(f"  {draft.language}  {draft.headline}")
    return not missing and gathered.reading.is_whole


def _shelf(engine: Engine, path: Path | None, name: str) -> SqlShelf:
    """Return the shelf; refuse one who may not sign in."""
    if name not in {person.name for person in People(engine).list()}:
        raise click.ClickException(f"Nobody signs in as {name}: see nouba people list.")
    return SqlShelf(engine, settings_in(path).hall)


def _found(shelf: SqlShelf, numbers: tuple[int, ...]) -> list[Item]:
    """Return the items of these numbers, or refuse them all: half a decision helps nobody."""
    known = {item.number: item for item in shelf.items(datetime.now(UTC), are_over=True)}
    unknown = [number for number in numbers if number not in known]
    if unknown:
        raise click.ClickException(f"There is no item {unknown[0]}: see nouba news list.")
    return [known[number] for number in numbers]


def _accept(shelf: SqlShelf, items: Sequence[Item], name: str, settings: Settings) -> None:
    needs_approval = settings.notices_need_approval
    for item in items:
        try:
            standing = accepted_by(item, name, needs_approval=needs_approval)
        except OwnItem:
            raise click.ClickException(
                f"Item {item.number} was proposed by {name}: another person has to accept it."
            ) from None
        _decide(shelf, (item.number,), standing, name)


def _decide(shelf: SqlShelf, numbers: tuple[int, ...], standing: Standing, name: str) -> None:
    for number in numbers:
        item = shelf.decide(number, standing, name, datetime.now(UTC))
        if item is not None:
            click.echo(f"{number} is {standing}: {item.draft.headline}")
