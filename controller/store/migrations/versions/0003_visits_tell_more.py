"""Visits: the class, how many of it, and what the agent wrote at the end."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "visits", sa.Column("priority", sa.String(12), nullable=False, server_default="normal")
    )
    op.add_column("visits", sa.Column("quantity", sa.Integer, nullable=False, server_default="1"))
    op.add_column("visits", sa.Column("outcome_code", sa.String(40)))
    op.add_column("visits", sa.Column("note", sa.String(500)))


def downgrade() -> None:
    for column in ("note", "outcome_code", "quantity", "priority"):
        op.drop_column("visits", column)
