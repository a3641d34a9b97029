"""News in an editor's own words."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the column."""
    op.add_column("news_items", sa.Column("edited", sa.JSON))


def downgrade() -> None:
    """Drop it."""
    op.drop_column("news_items", "edited")
