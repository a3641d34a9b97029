"""The journal: each row is sealed with all before it."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("journal", sa.Column("seal", sa.String(64)))


def downgrade() -> None:
    op.drop_column("journal", "seal")
