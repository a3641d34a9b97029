"""The tables of complaints and suggestions. Their history stands in migrations/."""

from sqlalchemy import Column, Index, Integer, String, Table

from controller.store.tables import UtcDateTime, metadata

__all__ = ["complaint_steps", "complaints", "metadata"]

complaints = Table(
    "complaints",
    metadata,
    Column("hall", String(40), primary_key=True),
    Column("id", String(64), primary_key=True),
    Column("number", String(8), nullable=False),
    Column("proof", String(64), nullable=False),
    Column("kind", String(12), nullable=False),
    Column("subject", String(40), nullable=False),
    Column("language", String(3), nullable=False),
    Column("device", String(40), nullable=False),
    Column("written_at", UtcDateTime, nullable=False),
    Column("received_at", UtcDateTime, nullable=False),
    Column("standing", String(12), nullable=False),
    Column("about_office", String(40), nullable=False),
    Column("place", String(60), nullable=False),
    Column("words", String(400), nullable=False),
    Column("phone", String(14), nullable=False),
    Column("assigned_to", String(40), nullable=False),
    Column("answer", String(1000), nullable=False),
    Column("answered_at", UtcDateTime),
    Column("closed_at", UtcDateTime),
    Column("forgotten_at", UtcDateTime),
    Column("steps", Integer, nullable=False),
    Index("complaints_by_number", "hall", "number"),
    Index("complaints_by_time", "hall", "written_at"),
)
"""One row for each complaint or suggestion; `id` is the screen's own request, and `proof` of the
secret of its follow-up number stands in the secret's place."""

complaint_steps = Table(
    "complaint_steps",
    metadata,
    Column("hall", String(40), primary_key=True),
    Column("complaint", String(64), primary_key=True),
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("at", UtcDateTime, nullable=False),
    Column("who", String(80), nullable=False),
    Column("kind", String(12), nullable=False),
    Column("told", String(1000), nullable=False),
)
"""Who did what with a complaint. The key lets only one of two people take a place in it."""
