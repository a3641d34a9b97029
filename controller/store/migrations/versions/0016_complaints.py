"""Complaints and suggestions, and what was done with them."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    at = sa.DateTime(timezone=True)
    op.create_table(
        "complaints",
        sa.Column("hall", sa.String(40), primary_key=True),
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("number", sa.String(8), nullable=False),
        sa.Column("proof", sa.String(64), nullable=False),
        sa.Column("kind", sa.String(12), nullable=False),
        sa.Column("subject", sa.String(40), nullable=False),
        sa.Column("language", sa.String(3), nullable=False),
        sa.Column("device", sa.String(40), nullable=False),
        sa.Column("written_at", at, nullable=False),
        sa.Column("received_at", at, nullable=False),
        sa.Column("standing", sa.String(12), nullable=False),
        sa.Column("about_office", sa.String(40), nullable=False),
        sa.Column("place", sa.String(60), nullable=False),
        sa.Column("words", sa.String(400), nullable=False),
        sa.Column("phone", sa.String(14), nullable=False),
        sa.Column("assigned_to", sa.String(40), nullable=False),
        sa.Column("answer", sa.String(1000), nullable=False),
        sa.Column("answered_at", at),
        sa.Column("closed_at", at),
        sa.Column("forgotten_at", at),
        sa.Column("steps", sa.Integer, nullable=False),
    )
    op.create_index("complaints_by_number", "complaints", ["hall", "number"])
    op.create_index("complaints_by_time", "complaints", ["hall", "written_at"])
    op.create_table(
        "complaint_steps",
        sa.Column("hall", sa.String(40), primary_key=True),
        sa.Column("complaint", sa.String(64), primary_key=True),
        sa.Column("seq", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("at", at, nullable=False),
        sa.Column("who", sa.String(80), nullable=False),
        sa.Column("kind", sa.String(12), nullable=False),
        sa.Column("told", sa.String(1000), nullable=False),
    )


def downgrade() -> None:
    """Drop them."""
    op.drop_table("complaint_steps")
    op.drop_table("complaints")
