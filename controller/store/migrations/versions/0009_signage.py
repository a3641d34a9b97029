"""Notices for the screens: their steps, their revisions, and proof of play."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the three tables."""
    op.create_table(
        "signage_steps",
        sa.Column("hall", sa.String(40), primary_key=True),
        sa.Column("seq", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("who", sa.String(80), nullable=False),
        sa.Column("kind", sa.String(12), nullable=False),
        sa.Column("step", sa.JSON, nullable=False),
    )
    op.create_table(
        "signage_revisions",
        sa.Column("hall", sa.String(40), primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("sha256", sa.String(64), nullable=False, index=True),
        sa.Column("manifest", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "signage_plays",
        sa.Column("hall", sa.String(40), primary_key=True),
        sa.Column("screen", sa.String(40), primary_key=True),
        sa.Column("began_at", sa.DateTime(timezone=True), primary_key=True),
        sa.Column("item", sa.String(64), primary_key=True),
        sa.Column("revision", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("seconds", sa.Float, nullable=False),
        sa.Column("was_whole", sa.Boolean, nullable=False),
    )


def downgrade() -> None:
    """Drop them: screens play what their pack has."""
    for name in ("signage_plays", "signage_revisions", "signage_steps"):
        op.drop_table(name)
