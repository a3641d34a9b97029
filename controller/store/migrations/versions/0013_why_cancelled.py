"""Why the staff cancelled an appointment, for its visitor to read."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("appointments", sa.Column("because", sa.String(200)))


def downgrade() -> None:
    op.drop_column("appointments", "because")
