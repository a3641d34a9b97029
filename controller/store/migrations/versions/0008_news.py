"""News: their feeds, the items, and what was decided about them."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the three tables."""
    op.create_table(
        "news_feeds",
        sa.Column("hall", sa.String(40), primary_key=True),
        sa.Column("feed", sa.String(40), primary_key=True),
        sa.Column("next_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("failures", sa.Integer, nullable=False),
        sa.Column("good_at", sa.DateTime(timezone=True)),
        sa.Column("problem", sa.String(40)),
        sa.Column("detail", sa.String(200), nullable=False),
        sa.Column("problem_at", sa.DateTime(timezone=True)),
        sa.Column("url", sa.String(2000), nullable=False),
        sa.Column("etag", sa.String(200), nullable=False),
        sa.Column("last_modified", sa.String(200), nullable=False),
    )
    op.create_table(
        "news_items",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("hall", sa.String(40), nullable=False),
        sa.Column("feed", sa.String(40), nullable=False),
        sa.Column("key", sa.String(64), nullable=False),
        sa.Column("draft", sa.JSON, nullable=False),
        sa.Column("standing", sa.String(12), nullable=False),
        sa.Column("first_seen", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decided_by", sa.String(40), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True)),
        sa.Column("missing_since", sa.DateTime(timezone=True)),
        sa.Column("picture", sa.String(64), nullable=False),
        sa.Column("picture_tries", sa.Integer, nullable=False),
        sa.UniqueConstraint("hall", "feed", "key", name="one_for_each_key"),
    )
    op.create_index("news_items_by_end", "news_items", ["hall", "ends_at"])
    op.create_table(
        "news_decisions",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("item", sa.Integer, nullable=False),
        sa.Column("fingerprint", sa.String(64), nullable=False),
        sa.Column("standing", sa.String(12), nullable=False),
        sa.Column("decided_by", sa.String(40), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_index("ix_news_decisions_item", "news_decisions", ["item"])


def downgrade() -> None:
    """Drop them, with all that was decided."""
    for table in ("news_decisions", "news_items", "news_feeds"):
        op.drop_table(table)
