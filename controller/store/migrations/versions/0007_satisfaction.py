"""Visits: what their visitors said of them."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("visits", sa.Column("rated_service", sa.String(40)))
    op.add_column("visits", sa.Column("face", sa.Integer))
    op.add_column("visits", sa.Column("about", sa.String(12)))


def downgrade() -> None:
    for column in ("about", "face", "rated_service"):
        op.drop_column("visits", column)
