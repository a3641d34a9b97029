"""A database from before each service that was given had its row."""

from itertools import count

from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine, insert, select

from controller.hall.events import Event
from controller.reception import Fact
from controller.store.encoding import encode
from controller.store.engine import open_engine
from controller.store.journal import SqlJournal
from controller.store.migrating import MIGRATIONS
from controller.store.projection import differences
from controller.store.tables import given, journal, visits
from tests.controller.store.lived import DAY, a_morning, live


def test_what_was_given_is_read_once_more_from_the_journal(empty_url: str) -> None:
    happened = live(a_morning(), 3000)
    old = create_engine(empty_url)
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with old.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0007")
        connection.execute(insert(journal), [*map(row_of, happened, count(1))])
        connection.execute(insert(visits), visits_of(happened))
    old.dispose()

    now = open_engine(empty_url)

    with now.connect() as connection:
        assert differences(connection, "hall", DAY, happened) == []
        assert len(connection.execute(select(given)).all()) > 20
    now.dispose()


def row_of(event: Event, seq: int) -> dict[str, object]:
    kind, data = encode(event)
    return {"hall": "hall", "day": DAY, "seq": seq, "kind": kind, "event": data}


def visits_of(happened: list[Event]) -> list[dict[str, object]]:
    """The rows as they were: the note and the quantity of the latest finish among them."""
    engine = open_engine("sqlite://")
    facts = [Fact(seq, event) for seq, event in enumerate(happened, 1)]
    SqlJournal(engine, "hall").append(DAY, facts, None)
    with engine.connect() as connection:
        rows = connection.execute(select(visits)).mappings().all()
    engine.dispose()
    return [dict(row) | {"note": "at its end", "quantity": 7} for row in rows]
