"""The tables. Their history stands in migrations/."""

from datetime import UTC, datetime

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Date,
    DateTime,
    Dialect,
    Float,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Time,
    UniqueConstraint,
)
from sqlalchemy.types import TypeDecorator


class UtcDateTime(TypeDecorator[datetime]):
    """An aware moment, kept in UTC; SQLite itself knows no time zones."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Refuse naive times, and turn the others into UTC."""
        del dialect
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"{value} has no time zone")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give the time back as UTC."""
        del dialect
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


metadata = MetaData()

journal = Table(
    "journal",
    metadata,
    Column("hall", String(40), primary_key=True),
    Column("day", Date, primary_key=True),
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("kind", String(40), nullable=False),
    Column("event", JSON, nullable=False),
    Column("request", String(64)),
    Column("place", Integer),
    Column("seal", String(64)),
    Index("journal_in_order", "hall", "place", unique=True),
)
"""The truth of the day. The key lets only one of two processes take a place in it; `place` is
that in the order of writing, whatever the day, and rows from before there were seals have none."""

visits = Table(
    "visits",
    metadata,
    Column("hall", String(40), primary_key=True),
    Column("day", Date, primary_key=True),
    Column("ticket", String(8), primary_key=True),
    Column("service", String(40), nullable=False),
    Column("language", String(3), nullable=False),
    Column("counter", Integer),
    Column("agent", String(40)),
    Column("issued_at", UtcDateTime, nullable=False),
    Column("due_at", UtcDateTime, nullable=False),
    Column("called_at", UtcDateTime),
    Column("started_at", UtcDateTime),
    Column("ended_at", UtcDateTime),
    Column("outcome", String(12)),
    Column("priority", String(12), nullable=False, server_default="normal"),
    Column("quantity", Integer, nullable=False, server_default="1"),
    Column("note", String(500)),
)
"""One row for each ticket ever issued: the truth for ever after. How many of its service it asked
for; the note is why it was parked last, or cancelled."""

given = Table(
    "given",
    metadata,
    Column("hall", String(40), primary_key=True),
    Column("day", Date, primary_key=True),
    Column("ticket", String(8), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("service", String(40), nullable=False),
    Column("outcome_code", String(40)),
    Column("quantity", Integer, nullable=False),
    Column("note", String(500)),
    Column("face", Integer),
    Column("about", String(12)),
)
"""One row for each service of a visit that was finished, counted from 1, unless the finish was
taken back: what its agent wrote down of it, and what its visitor said last."""

appointments = Table(
    "appointments",
    metadata,
    Column("hall", String(40), primary_key=True),
    Column("code", String(8), primary_key=True),
    Column("day", Date, nullable=False),
    Column("time", Time, nullable=False),
    Column("service", String(40), nullable=False),
    Column("place", Integer),
    Column("language", String(3), nullable=False),
    Column("request", String(64), nullable=False),
    Column("ticket", String(8)),
    Column("because", String(200)),
    UniqueConstraint("hall", "day", "time", "service", "place", name="one_for_each_place"),
    UniqueConstraint("hall", "request", name="one_for_each_request"),
)
"""One row for each appointment that was ever booked: its slot on the hall's own clock, one of
the slot's places, which is nothing once it is cancelled, the ticket that it became, and why the
staff cancelled it."""

people = Table(
    "people",
    metadata,
    Column("name", String(40), primary_key=True),
    Column("display_name", String(80), nullable=False),
    Column("role", String(12), nullable=False),
    Column("language", String(3), nullable=False),
    Column("password_hash", String(200), nullable=False),
    Column("is_active", Boolean, nullable=False),
)

devices = Table(
    "devices",
    metadata,
    Column("name", String(40), primary_key=True),
    Column("kind", String(12), nullable=False),
    Column("token_hash", String(64), nullable=False, unique=True),
    Column("is_active", Boolean, nullable=False),
)

sessions = Table(
    "sessions",
    metadata,
    Column("token_hash", String(64), primary_key=True),
    Column("person", String(40), nullable=False, index=True),
    Column("ends_at", UtcDateTime, nullable=False),
)
"""One row for each sign-in that has not ended: at the sign-out, or with the person's right."""

signage_steps = Table(
    "signage_steps",
    metadata,
    Column("hall", String(40), primary_key=True),
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("at", UtcDateTime, nullable=False),
    Column("who", String(80), nullable=False),
    Column("kind", String(12), nullable=False),
    Column("step", JSON, nullable=False),
)
"""What happened to the hall's notices: the truth of them, and the record of who did it. The key
lets only one of two editors take a place in it."""

signage_revisions = Table(
    "signage_revisions",
    metadata,
    Column("hall", String(40), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("sha256", String(64), nullable=False, index=True),
    Column("manifest", LargeBinary, nullable=False),
)
"""The manifests as the screens fetch them, byte for byte."""

signage_plays = Table(
    "signage_plays",
    metadata,
    Column("hall", String(40), primary_key=True),
    Column("screen", String(40), primary_key=True),
    Column("began_at", UtcDateTime, primary_key=True),
    Column("item", String(64), primary_key=True),
    Column("revision", Integer, primary_key=True, autoincrement=False),
    Column("seconds", Float, nullable=False),
    Column("was_whole", Boolean, nullable=False),
)
"""Proof of play: one row for each turn of an item on a screen, however often it is told."""

fleet_snapshots = Table(
    "fleet_snapshots",
    metadata,
    Column("hall", String(40), primary_key=True),
    Column("snapshot", JSON, nullable=False),
)
"""How the devices were when a controller looked last: one row a hall."""

pairings = Table(
    "pairings",
    metadata,
    Column("key", String(64), primary_key=True),
    Column("code", String(6), nullable=False, unique=True),
    Column("kind", String(12), nullable=False),
    Column("address", String(45), nullable=False),
    Column("until", UtcDateTime, nullable=False),
)
"""The codes that devices show until somebody enters them; gone when they are entered, or over."""

device_wishes = Table(
    "device_wishes",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("hall", String(40), nullable=False),
    Column("device", String(40), nullable=False, index=True),
    Column("kind", String(12), nullable=False),
    Column("who", String(80), nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("answered_at", UtcDateTime),
    Column("problem", String(12)),
    Column("picture", LargeBinary),
)
"""What staff wish of screens; of each screen the latest picture is kept, and no other."""

news_feeds = Table(
    "news_feeds",
    metadata,
    Column("hall", String(40), primary_key=True),
    Column("feed", String(40), primary_key=True),
    Column("next_at", UtcDateTime, nullable=False),
    Column("failures", Integer, nullable=False),
    Column("good_at", UtcDateTime),
    Column("problem", String(40)),
    Column("detail", String(200), nullable=False),
    Column("problem_at", UtcDateTime),
    Column("url", String(2000), nullable=False),
    Column("etag", String(200), nullable=False),
    Column("last_modified", String(200), nullable=False),
)
"""How it goes with each feed; `next_at` lets only one of two processes visit it."""

news_items = Table(
    "news_items",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("hall", String(40), nullable=False),
    Column("feed", String(40), nullable=False),
    Column("key", String(64), nullable=False),
    Column("draft", JSON, nullable=False),
    Column("standing", String(12), nullable=False),
    Column("first_seen", UtcDateTime, nullable=False),
    Column("changed_at", UtcDateTime, nullable=False),
    Column("ends_at", UtcDateTime, nullable=False),
    Column("decided_by", String(40), nullable=False),
    Column("decided_at", UtcDateTime),
    Column("missing_since", UtcDateTime),
    Column("picture", String(64), nullable=False),
    Column("picture_tries", Integer, nullable=False),
    Column("edited", JSON),
    UniqueConstraint("hall", "feed", "key", name="one_for_each_key"),
    Index("news_items_by_end", "hall", "ends_at"),
)
"""One row for each item that a feed ever told while it could still be shown."""

news_decisions = Table(
    "news_decisions",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("item", Integer, nullable=False, index=True),
    Column("fingerprint", String(64), nullable=False),
    Column("standing", String(12), nullable=False),
    Column("decided_by", String(40), nullable=False),
    Column("decided_at", UtcDateTime, nullable=False),
)
"""Who accepted or refused which item, and as it read then. Rows are only added."""
