"""How the devices were when a controller looked last."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "fleet_snapshots",
        sa.Column("hall", sa.String(40), primary_key=True),
        sa.Column("snapshot", sa.JSON, nullable=False),
    )


def downgrade() -> None:
    """Drop it."""
    op.drop_table("fleet_snapshots")
