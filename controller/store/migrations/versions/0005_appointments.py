"""The book of appointments."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table of appointments."""
    op.create_table(
        "appointments",
        sa.Column("hall", sa.String(40), primary_key=True),
        sa.Column("code", sa.String(8), primary_key=True),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("time", sa.Time, nullable=False),
        sa.Column("service", sa.String(40), nullable=False),
        sa.Column("place", sa.Integer),
        sa.Column("language", sa.String(3), nullable=False),
        sa.Column("request", sa.String(64), nullable=False),
        sa.Column("ticket", sa.String(8)),
        sa.UniqueConstraint("hall", "day", "time", "service", "place", name="one_for_each_place"),
        sa.UniqueConstraint("hall", "request", name="one_for_each_request"),
    )


def downgrade() -> None:
    """Drop it: nobody is expected any more."""
    op.drop_table("appointments")
