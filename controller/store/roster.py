"""Names that are given once, and may be taken away and come back: of people and devices."""

from collections.abc import Mapping

from sqlalchemy import Connection, Table, insert, update
from sqlalchemy.exc import IntegrityError

LONGEST_NAME = 40
"""Characters, as the tables have room for; SQLite itself would take any number."""

LONGEST_DISPLAY_NAME = 80
"""Characters."""

Values = Mapping[str, object]
"""What stands beside the name, by column."""


def check_name(name: str, longest: int = LONGEST_NAME) -> None:
    """Raise `ValueError` when the name is empty, too long, or cannot be typed and read."""
    if not name.strip():
        raise ValueError("the name is empty")
    if len(name) > longest:
        raise ValueError(f"the name has {len(name)} characters, and may have {longest}")
    if not name.isprintable() or name != name.strip():
        raise ValueError("the name has characters that nobody can see")


def add(connection: Connection, table: Table, name: str, values: Values) -> None:
    """Enter the name as active, new or come back; raises `ValueError` when it is in use."""
    row = {**values, "is_active": True}
    removed = (table.c.name == name) & ~table.c.is_active
    if connection.execute(update(table).where(removed).values(row)).rowcount:
        return
    try:
        connection.execute(insert(table), {**row, "name": name})
    except IntegrityError:
        raise ValueError(f"there is already a {_one_of(table)} named {name}") from None


def change(connection: Connection, table: Table, name: str, values: Values) -> None:
    """Change what stands beside an active name; raises `ValueError` when there is none."""
    this = (table.c.name == name) & table.c.is_active
    if not connection.execute(update(table).where(this).values(values)).rowcount:
        raise ValueError(f"there is no {_one_of(table)} named {name}")


def _one_of(table: Table) -> str:
    return {"people": "person", "devices": "device"}[table.name]
