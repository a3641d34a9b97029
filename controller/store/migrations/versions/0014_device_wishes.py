"""What staff wish of screens."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "device_wishes",
        sa.Column("id", sa.String(32), primary_key=True),
        sa.Column("hall", sa.String(40), nullable=False),
        sa.Column("device", sa.String(40), nullable=False, index=True),
        sa.Column("kind", sa.String(12), nullable=False),
        sa.Column("who", sa.String(80), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True)),
        sa.Column("problem", sa.String(12)),
        sa.Column("picture", sa.LargeBinary),
    )


def downgrade() -> None:
    """Drop it."""
    op.drop_table("device_wishes")
