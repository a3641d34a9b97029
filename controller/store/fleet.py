"""What is known of a hall's devices, in the database that all its processes share."""

from functools import cache

from pydantic import TypeAdapter
from sqlalchemy import ColumnElement, Engine, insert, select, update

from controller.fleet.snapshot import Snapshot
from controller.store.engine import reading, writing
from controller.store.tables import fleet_snapshots


class SqlShelf:
    """The `Shelf` of one hall, on SQLite or PostgreSQL."""

    def __init__(self, engine: Engine, hall: str) -> None:
        self._engine, self._hall = engine, hall

    def put(self, snapshot: Snapshot) -> None:
        """Keep this one in place of the last; of two controllers that do, the later one's."""
        row = {"hall": self._hall, "snapshot": _adapter().dump_python(snapshot, mode="json")}
        with writing(self._engine) as connection:
            change = update(fleet_snapshots).where(self._is_ours).values(row)
            if not connection.execute(change).rowcount:
                connection.execute(insert(fleet_snapshots), row)

    def last(self) -> Snapshot | None:
        """Return the last one."""
        with reading(self._engine) as connection:
            query = select(fleet_snapshots.c.snapshot).where(self._is_ours)
            found = connection.execute(query).scalar()
        return None if found is None else _adapter().validate_python(found)

    @property
    def _is_ours(self) -> ColumnElement[bool]:
        return fleet_snapshots.c.hall == self._hall


@cache  # to make the checks takes longer than to do them
def _adapter() -> TypeAdapter[Snapshot]:
    return TypeAdapter(Snapshot)
