"""The codes that new devices show."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "pairings",
        sa.Column("key", sa.String(64), primary_key=True),
        sa.Column("code", sa.String(6), nullable=False, unique=True),
        sa.Column("kind", sa.String(12), nullable=False),
        sa.Column("address", sa.String(45), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=False),
    )


def downgrade() -> None:
    """Drop it."""
    op.drop_table("pairings")
