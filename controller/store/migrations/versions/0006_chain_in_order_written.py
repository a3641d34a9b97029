"""The journal: the order in which the rows were written, whatever their days."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

NUMBERED = """
UPDATE journal SET place = numbered.place FROM (
    SELECT hall, day, seq, row_number() OVER (PARTITION BY hall ORDER BY day, seq) AS place
    FROM journal WHERE seal IS NOT NULL
) AS numbered
WHERE journal.hall = numbered.hall AND journal.day = numbered.day AND journal.seq = numbered.seq
"""
"""Until now each row was sealed on the one before it in the order of days."""


def upgrade() -> None:
    op.add_column("journal", sa.Column("place", sa.Integer))
    op.execute(NUMBERED)
    op.create_index("journal_in_order", "journal", ["hall", "place"], unique=True)


def downgrade() -> None:
    op.drop_index("journal_in_order", "journal")
    op.drop_column("journal", "place")
