"""The first tables: journal, visits, people, devices."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Make the tables of the hall's days, then those of who and what may work in it."""
    _make_days()
    _make_staff()


def downgrade() -> None:
    """Drop them with all that they hold."""
    for table in ("devices", "people", "visits", "journal"):
        op.drop_table(table)


def _make_days() -> None:
    op.create_table(
        "journal",
        sa.Column("hall", sa.String(40), primary_key=True),
        sa.Column("day", sa.Date, primary_key=True),
        sa.Column("seq", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("event", sa.JSON, nullable=False),
        sa.Column("request", sa.String(64)),
    )
    op.create_table(
        "visits",
        sa.Column("hall", sa.String(40), primary_key=True),
        sa.Column("day", sa.Date, primary_key=True),
        sa.Column("ticket", sa.String(8), primary_key=True),
        sa.Column("service", sa.String(40), nullable=False),
        sa.Column("language", sa.String(3), nullable=False),
        sa.Column("counter", sa.Integer),
        sa.Column("agent", sa.String(40)),
        sa.Column("issued_at", MOMENT, nullable=False),
        sa.Column("due_at", MOMENT, nullable=False),
        sa.Column("called_at", MOMENT),
        sa.Column("started_at", MOMENT),
        sa.Column("ended_at", MOMENT),
        sa.Column("outcome", sa.String(12)),
    )


def _make_staff() -> None:
    op.create_table(
        "people",
        sa.Column("name", sa.String(40), primary_key=True),
        sa.Column("display_name", sa.String(80), nullable=False),
        sa.Column("role", sa.String(12), nullable=False),
        sa.Column("language", sa.String(3), nullable=False),
        sa.Column("password_hash", sa.String(200), nullable=False),
        sa.Column("is_active", sa.Boolean, nullable=False),
    )
    op.create_table(
        "devices",
        sa.Column("name", sa.String(40), primary_key=True),
        sa.Column("kind", sa.String(12), nullable=False),
        sa.Column("token_hash", sa.String(64), nullable=False, unique=True),
        sa.Column("is_active", sa.Boolean, nullable=False),
    )
