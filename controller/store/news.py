"""The shelf of news, in the database that all the processes of a hall share."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from functools import cache
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import ColumnElement, Connection, Engine, Row, insert, or_, select, update
from sqlalchemy.exc import IntegrityError

from controller.news.draft import Draft
from controller.news.item import Decision, Edited, FeedState, Item, Standing
from controller.news.judging import Changes, Placed
from controller.news.problem import Problem
from controller.store.engine import reading, writing
from controller.store.tables import news_decisions, news_feeds, news_items


@cache
def _drafts() -> TypeAdapter[Draft]:
    return TypeAdapter(Draft)


@cache
def _edits() -> TypeAdapter[Edited]:
    return TypeAdapter(Edited)


class SqlShelf:
    """The `Shelf` of one hall, on SQLite or PostgreSQL."""

    def __init__(self, engine: Engine, hall: str) -> None:
        self._engine, self._hall = engine, hall

    def claim(self, feed: str, now: datetime, until: datetime) -> bool:
        """Return whether this process is the one to visit the feed now."""
        state = self.state(feed)
        if state is not None and state.next_at > now:
            return False  # asked every few seconds, and hardly ever worth a transaction
        is_due = self._feed(feed) & (news_feeds.c.next_at <= now)
        with writing(self._engine) as connection:
            changed = connection.execute(update(news_feeds).where(is_due).values(next_at=until))
            if changed.rowcount:
                return True
            return self._first(connection, feed, until)

    def state(self, feed: str) -> FeedState | None:
        """Return how it goes with the feed; nothing when it was never visited."""
        with reading(self._engine) as connection:
            row = connection.execute(select(news_feeds).where(self._feed(feed))).first()
        return None if row is None else _state(row)

    def note(self, feed: str, state: FeedState) -> None:
        """Keep how it goes with the feed."""
        with writing(self._engine) as connection:
            self._note(connection, feed, state)

    def known(self, feed: str, keys: Collection[str], now: datetime) -> Mapping[str, Item]:
        """Return the feed's items with these keys, and all that are not over, by their keys."""
        table = news_items.c
        wanted = or_(table.key.in_(list(keys)), table.ends_at > now)
        query = select(news_items).where(self._ours, table.feed == feed, wanted)
        with reading(self._engine) as connection:
            items = map(_item, connection.execute(query.order_by(table.number)))
            return {item.draft.key: item for item in items}

    def take(self, feed: str, changes: Changes, state: FeedState, now: datetime) -> None:
        """Keep what a visit has changed, and how it goes with the feed: all of it or nothing."""
        with writing(self._engine) as connection:
            for placed in reversed(changes.new):  # the newest has the highest number
                connection.execute(insert(news_items), self._new(feed, placed, now))
            for number, placed in changes.edited.items():
                _edit(connection, self._item(number), placed, now)
            self._mark(connection, changes.missing, now)
            self._mark(connection, changes.back, None)
            self._note(connection, feed, state)

    def give_picture(self, number: int, picture: str) -> None:
        """Note the item's picture; an empty one counts as one more try in vain."""
        values: dict[str, Any] = {"picture": picture}
        if not picture:
            values = {"picture_tries": news_items.c.picture_tries + 1}
        with writing(self._engine) as connection:
            connection.execute(update(news_items).where(self._item(number)).values(values))

    def items(self, now: datetime, *, are_over: bool = False) -> Sequence[Item]:
        """Return the items that are not over, or all, the newest first."""
        query = select(news_items).where(self._ours).order_by(news_items.c.number.desc())
        if not are_over:
            query = query.where(news_items.c.ends_at > now)
        with reading(self._engine) as connection:
            return tuple(map(_item, connection.execute(query)))

    def decide(self, number: int, standing: Standing, by: str, at: datetime) -> Item | None:
        """Accept or refuse an item for a person; return it, or nothing when there is none."""
        query = select(news_items).where(self._item(number)).with_for_update()
        with writing(self._engine) as connection:
            row = connection.execute(query).first()
            if row is None:
                return None
            item = _item(row)
            who = {"decided_by": by, "decided_at": at, "standing": standing.value}
            connection.execute(update(news_items).where(self._item(number)).values(who))
            what = {"item": number, "fingerprint": item.told.fingerprint}
            connection.execute(insert(news_decisions), who | what)
        return item

    def edit(self, number: int, edited: Edited) -> Item | None:
        """Keep an item in an editor's words: it waits anew; nothing when there is none."""
        values = {
            "edited": _edits().dump_python(edited, mode="json"),
            "standing": Standing.PENDING.value,
            "decided_by": "",
            "decided_at": None,
        }
        with writing(self._engine) as connection:
            connection.execute(update(news_items).where(self._item(number)).values(values))
            row = connection.execute(select(news_items).where(self._item(number))).first()
        return None if row is None else _item(row)

    def decisions(self, number: int) -> Sequence[Decision]:
        """Return what was decided about the item, the first first."""
        table = news_decisions.c
        query = select(news_decisions).where(table.item == number).order_by(table.number)
        with reading(self._engine) as connection:
            return tuple(
                Decision(row.decided_by, row.decided_at, Standing(row.standing), row.fingerprint)
                for row in connection.execute(query)
            )

    @property
    def _ours(self) -> ColumnElement[bool]:
        return news_items.c.hall == self._hall

    def _item(self, number: int) -> ColumnElement[bool]:
        return self._ours & (news_items.c.number == number)

    def _feed(self, feed: str) -> ColumnElement[bool]:
        return (news_feeds.c.hall == self._hall) & (news_feeds.c.feed == feed)

    def _first(self, connection: Connection, feed: str, until: datetime) -> bool:
        """Return whether this is the very first visit, and nobody else is about to make it."""
        if connection.execute(select(news_feeds.c.feed).where(self._feed(feed))).first():
            return False
        row = {"hall": self._hall, "feed": feed} | _columns(FeedState(until))
        try:
            with connection.begin_nested():
                connection.execute(insert(news_feeds), row)
        except IntegrityError:
            return False
        return True

    def _note(self, connection: Connection, feed: str, state: FeedState) -> None:
        connection.execute(update(news_feeds).where(self._feed(feed)).values(_columns(state)))

    def _new(self, feed: str, placed: Placed, now: datetime) -> dict[str, Any]:
        return {
            "hall": self._hall,
            "feed": feed,
            "key": placed.draft.key,
            "first_seen": now,
            "decided_by": "",
            "picture": "",
            "picture_tries": 0,
        } | _placed(placed, now)

    def _mark(
        self, connection: Connection, numbers: Collection[int], since: datetime | None
    ) -> None:
        if numbers:
            these = self._ours & news_items.c.number.in_(list(numbers))
            connection.execute(update(news_items).where(these).values(missing_since=since))


def _edit(connection: Connection, this: ColumnElement[bool], placed: Placed, now: datetime) -> None:
    """Put the draft in the place of the one before; another picture is looked for anew."""
    before = _item(connection.execute(select(news_items).where(this)).one())
    values = _placed(placed, now) | {"decided_by": "", "decided_at": None}
    if placed.draft.pictures[:1] != before.draft.pictures[:1]:
        values |= {"picture": "", "picture_tries": 0}
    connection.execute(update(news_items).where(this).values(values))


def _placed(placed: Placed, now: datetime) -> dict[str, Any]:
    return {
        "draft": _drafts().dump_python(placed.draft, mode="json"),
        "standing": placed.standing.value,
        "ends_at": placed.ends_at,
        "changed_at": now,
        "missing_since": None,
    }


def _columns(state: FeedState) -> dict[str, Any]:
    problem = None if state.problem is None else state.problem.value
    return asdict(state) | {"problem": problem}


def _state(row: Row[Any]) -> FeedState:
    fields = {name: value for name, value in row._mapping.items() if name not in {"hall", "feed"}}  # noqa: SLF001 - SQLAlchemy's public name
    return FeedState(**fields | {"problem": row.problem and Problem(row.problem)})


def _item(row: Row[Any]) -> Item:
    return Item(
        row.number,
        row.feed,
        _drafts().validate_python(row.draft),
        Standing(row.standing),
        row.first_seen,
        row.changed_at,
        row.ends_at,
        row.decided_by,
        row.decided_at,
        row.missing_since,
        row.picture,
        row.picture_tries,
        None if row.edited is None else _edits().validate_python(row.edited),
    )
