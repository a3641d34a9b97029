"""The archive of notices, in the database that all the processes of a hall share."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import Connection, Engine, Insert, Row, func, insert, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import IntegrityError

from controller.signage.steps import Entry, RevisionPublished, Step
from controller.store.engine import is_shared, reading, writing
from controller.store.tables import signage_plays, signage_revisions, signage_steps
from wire.messages import PlayedItem


class Overtaken(Exception):  # noqa: N818 - it says what happened, and is always handled
    """Another process has taken this place."""


class SqlArchive:
    """The `Archive` of one hall, on SQLite or PostgreSQL."""

    def __init__(self, engine: Engine, hall: str) -> None:
        self._engine, self._hall = engine, hall

    def after(self, seq: int) -> tuple[Entry, ...]:
        """Return the entries behind this place."""
        table = signage_steps.c
        query = select(signage_steps).where(table.hall == self._hall, table.seq > seq)
        with reading(self._engine) as connection:
            return tuple(map(_entry, connection.execute(query.order_by(table.seq))))

    def record(self, entries: Sequence[Entry], manifest: bytes | None) -> bool:
        """Write all of it or nothing; return whether nobody was quicker."""
        try:
            with _racing(self._engine) as connection:
                connection.execute(insert(signage_steps), [self._row(each) for each in entries])
                for each in entries:
                    if isinstance(each.step, RevisionPublished):
                        self._keep_revision(connection, each.step, manifest)
        except Overtaken:
            return False
        return True

    def manifest(self, sha256: str) -> bytes | None:
        """Return the manifest with this fingerprint."""
        table = signage_revisions.c
        this = (table.hall == self._hall) & (table.sha256 == sha256)
        with reading(self._engine) as connection:
            found = connection.execute(select(table.manifest).where(this)).scalar()
        return None if found is None else bytes(found)

    def keep(self, screen: str, rows: Sequence[PlayedItem]) -> int:
        """Write down what is not written down yet, and return how many rows stand there."""
        if not rows:
            return 0
        values = [self._play(screen, each) for each in rows]
        with writing(self._engine) as connection:
            connection.execute(self._unless_there(), values)
        return len(rows)

    def plays(self, item: str) -> tuple[int, float]:
        """Return how often screens have shown the item, and for how many seconds in all."""
        table = signage_plays.c
        sums = select(func.count(), func.coalesce(func.sum(table.seconds), 0.0))
        with reading(self._engine) as connection:
            row = connection.execute(sums.where(table.hall == self._hall, table.item == item)).one()
        return int(row[0]), float(row[1])

    def _unless_there(self) -> Insert:
        if is_shared(self._engine):
            return postgresql.insert(signage_plays).on_conflict_do_nothing()
        return sqlite.insert(signage_plays).on_conflict_do_nothing()

    def _row(self, entry: Entry) -> dict[str, Any]:
        step = _steps().dump_python(entry.step, mode="json")
        place = {"hall": self._hall, "seq": entry.seq}
        return place | {"at": entry.at, "who": entry.who, "kind": entry.step.kind, "step": step}

    def _keep_revision(
        self, connection: Connection, step: RevisionPublished, manifest: bytes | None
    ) -> None:
        if manifest is None:
            raise ValueError(f"revision {step.number} has no manifest")
        row = {"hall": self._hall, "number": step.number, "sha256": step.sha256}
        connection.execute(insert(signage_revisions), row | {"manifest": manifest})

    def _play(self, screen: str, row: PlayedItem) -> dict[str, Any]:
        return {
            "hall": self._hall,
            "screen": screen,
            "item": row.item,
            "revision": row.revision,
            "began_at": row.began_at,
            "seconds": row.seconds,
            "was_whole": row.was_whole,
        }


@cache  # to make the checks takes longer than to do them
def _steps() -> TypeAdapter[Step]:
    return TypeAdapter(Step)


def _entry(row: Row[Any]) -> Entry:
    return Entry(row.seq, row.at, row.who, _steps().validate_python(row.step))


@contextmanager
def _racing(engine: Engine) -> Iterator[Connection]:
    with writing(engine) as connection:
        try:
            yield connection
        except IntegrityError as error:
            raise Overtaken from error
