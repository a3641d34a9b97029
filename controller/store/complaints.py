"""Complaints and suggestions, in the database that all the hall's processes share."""

import hmac
from collections.abc import Sequence
from dataclasses import asdict, fields
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Engine, Row, Select, insert, select, update
from sqlalchemy.exc import IntegrityError

from controller.complaints import (
    Complaint,
    ComplaintDeclined,
    Filter,
    Forgetting,
    Kept,
    NewComplaint,
    Standing,
    Step,
    StepKind,
    Wish,
    decided,
)
from controller.store.complaint_tables import complaint_steps, complaints
from controller.store.engine import reading, writing

TOLD = tuple(each.name for each in fields(NewComplaint))
KEPT = tuple(each.name for each in fields(Kept))
PERSONAL = ("place", "words", "phone", "answer")
"""What may tell of a person; the answers among the steps as well."""


class SqlComplaints:
    """The `Complaints` of one hall, on SQLite or PostgreSQL."""

    def __init__(self, engine: Engine, hall: str) -> None:
        self._engine, self._hall = engine, hall

    def take(self, new: NewComplaint) -> bool:
        """Write it down, unless it is there."""
        if self.find(new.id) is not None:
            return False
        row = {"hall": self._hall} | asdict(new) | asdict(Kept())
        with writing(self._engine) as connection:
            try:
                with connection.begin_nested():
                    connection.execute(insert(complaints), row)
            except IntegrityError:  # another process has just been told the same
                return False
        return True

    def find(self, complaint: str) -> Complaint | None:
        """Return the complaint with this id."""
        with reading(self._engine) as connection:
            row = connection.execute(select(complaints).where(self._one(complaint))).first()
        return None if row is None else _complaint(row)

    def followed(self, number: str, proof: str) -> Complaint | None:
        """Return that of those with the number whose secret is proved."""
        these = select(complaints).where(self._ours, complaints.c.number == number)
        with reading(self._engine) as connection:
            for row in connection.execute(these):
                if hmac.compare_digest(row.proof.encode(), proof.encode()):
                    return _complaint(row)
        return None

    def list(self, wanted: Filter, most: int | None = None) -> Sequence[Complaint]:
        """Return those that are wanted, the newest first."""
        table = complaints.c
        query = select(complaints).where(self._ours, *_wanted(wanted))
        query = query.order_by(table.written_at.desc(), table.id).limit(most)
        with reading(self._engine) as connection:
            return tuple(map(_complaint, connection.execute(query)))

    def steps(self, complaint: str) -> Sequence[Step]:
        """Return what was done with it, the first first."""
        table = complaint_steps.c
        these = (table.hall == self._hall) & (table.complaint == complaint)
        query = select(complaint_steps).where(these).order_by(table.seq)
        with reading(self._engine) as connection:
            rows = connection.execute(query)
            return tuple(Step(row.at, row.who, StepKind(row.kind), row.told) for row in rows)

    def carry_out(
        self, complaint: str, wish: Wish, who: str, at: datetime, *, seen: int
    ) -> Complaint | None:
        """Do it in one transaction: of two people at once, one is told that it has changed."""
        with writing(self._engine) as connection:
            row = connection.execute(self._locked(complaint)).first()
            if row is None:
                return None
            found = _complaint(row)
            if found.kept.steps != seen:
                raise ComplaintDeclined("changed_meanwhile")
            after, step = decided(found.kept, wish, who, at)
            if not self._write(connection, complaint, after, step):
                raise ComplaintDeclined("changed_meanwhile")
        return Complaint(found.told, after)

    def forget(self, now: Forgetting, at: datetime) -> int:
        """Remove what may tell of a person from those that are over for so long."""
        table = complaints.c
        is_over = (table.closed_at <= now.closed_before) | (table.written_at <= now.written_before)
        these = self._ours & table.forgotten_at.is_(None) & is_over
        with writing(self._engine) as connection:
            ids = connection.execute(select(table.id).where(these)).scalars().all()
            steps = complaint_steps.c
            answers = (steps.hall == self._hall) & (steps.kind == StepKind.ANSWER.value)
            theirs = answers & steps.complaint.in_(ids)
            connection.execute(update(complaint_steps).where(theirs).values(told=""))
            empty = dict.fromkeys(PERSONAL, "") | {"forgotten_at": at}
            connection.execute(update(complaints).where(self._ours, table.id.in_(ids)), empty)
        return len(ids)

    @property
    def _ours(self) -> ColumnElement[bool]:
        return complaints.c.hall == self._hall

    def _one(self, complaint: str) -> ColumnElement[bool]:
        return self._ours & (complaints.c.id == complaint)

    def _locked(self, complaint: str) -> Select[Any]:
        return select(complaints).where(self._one(complaint)).with_for_update()

    def _write(self, connection: Connection, complaint: str, after: Kept, step: Step) -> bool:
        """Write the step and what came of it; return whether its place was still free."""
        row = {"hall": self._hall, "complaint": complaint, "seq": after.steps} | asdict(step)
        try:
            with connection.begin_nested():
                connection.execute(insert(complaint_steps), row)
        except IntegrityError:
            return False
        connection.execute(update(complaints).where(self._one(complaint)).values(asdict(after)))
        return True


def _wanted(wanted: Filter) -> list[ColumnElement[bool]]:
    table = complaints.c
    same = {
        table.standing: wanted.standing,
        table.kind: wanted.kind,
        table.subject: wanted.subject,
        table.number: wanted.number,
    }
    asked = [column == value for column, value in same.items() if value]
    if wanted.since is not None:
        asked.append(table.written_at >= wanted.since)
    if wanted.until is not None:
        asked.append(table.written_at < wanted.until)
    return asked


def _complaint(row: Row[Any]) -> Complaint:
    told = {name: getattr(row, name) for name in TOLD}
    kept = {name: getattr(row, name) for name in KEPT}
    return Complaint(NewComplaint(**told), Kept(**kept | {"standing": Standing(row.standing)}))
