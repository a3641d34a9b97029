"""A database that opens, an older one, and one that cannot be opened."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import Engine, create_engine, insert, inspect, text

from controller.identity import Device, StoreError
from controller.store import disk
from controller.store.complaint_tables import metadata
from controller.store.devices import Devices
from controller.store.engine import NEWEST, open_engine, reading, writing
from controller.store.migrating import MIGRATIONS
from controller.store.tables import devices
from controller.store.tokens import hash_of
from tests.postgres import new_database


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """An empty database, without any table."""
    return f"sqlite:///{tmp_path}/hall.db" if request.param == "sqlite" else new_database()


def test_a_new_database_has_the_tables_as_the_code_knows_them(engine: Engine) -> None:
    made = inspect(engine)

    assert set(metadata.tables) == set(made.get_table_names()) - {"alembic_version"}
    assert {
        name: {each["name"] for each in made.get_columns(name)} for name in metadata.tables
    } == {name: set(table.columns.keys()) for name, table in metadata.tables.items()}


def test_a_database_from_before_the_sessions_still_opens(url: str) -> None:
    before = create_engine(url)
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with before.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        row = {"name": "wall", "kind": "screen", "token_hash": hash_of("old"), "is_active": True}
        connection.execute(insert(devices), row)
    before.dispose()

    now = open_engine(url)

    assert Devices(now).find("old") == Device("wall", "screen")
    assert inspect(now).has_table("sessions")


def sentence(url: str) -> str:
    with pytest.raises(StoreError) as raised:
        open_engine(url)
    told = str(raised.value)
    assert "\n" not in told
    return told


@pytest.mark.parametrize(
    "url", ["", "rubbish", "http//x", "sqlite:/nowhere", "postgresql://h:port/x"]
)
def test_an_address_that_is_none_is_told(url: str) -> None:
    assert sentence(url) == (
        f'"{url}" is no database\'s address, such as sqlite:///var/nouba.db '
        "or postgresql+psycopg://nouba@server/nouba"
    )


@pytest.mark.parametrize("url", ["mysql://localhost/nouba", "oracle://x/y", "nosuch://x"])
def test_another_kind_of_database_is_told(url: str) -> None:
    kind = url.partition(":")[0]
    assert sentence(url).startswith(f'"{kind}" is no database that Nouba works with: name one')


@pytest.mark.parametrize("driver", ["nosuch", "psycopg2"])
def test_a_driver_that_is_not_installed_is_told(driver: str) -> None:
    assert "cannot be opened: " in sentence(f"postgresql+{driver}://127.0.0.1:1/nouba")


def test_a_server_that_does_not_answer_is_told_without_its_password() -> None:
    told = sentence("postgresql+psycopg://nouba:secret@127.0.0.1:1/nouba")

    assert told.startswith("The database postgresql+psycopg://nouba:***@127.0.0.1:1/nouba cannot")
    assert "refused" in told


def test_a_file_that_is_no_database_is_told(tmp_path: Path) -> None:
    (tmp_path / "hall.db").write_text("It was a dark and stormy night. " * 100)

    assert sentence(f"sqlite:///{tmp_path}/hall.db") == (
        f"The database sqlite:///{tmp_path}/hall.db cannot be opened: file is not a database"
    )


def test_a_folder_in_the_place_of_the_file_is_told(tmp_path: Path) -> None:
    assert sentence(f"sqlite:///{tmp_path}").endswith("unable to open database file")


def test_a_file_in_the_place_of_the_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "var").write_text("")

    assert "cannot be opened: " in sentence(f"sqlite:///{tmp_path}/var/hall.db")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_entered_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0)

    assert "Permission denied" in sentence(f"sqlite:///{tmp_path}/var/hall.db")


def test_a_database_of_a_newer_version_is_told(url: str) -> None:
    engine = open_engine(url)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))

    assert sentence(url).endswith("was written by a newer version of Nouba")


def test_a_table_that_is_gone_is_told_by_whoever_reads_or_writes(engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(text("DROP TABLE devices"))

    with pytest.raises(StoreError, match=r"^The database cannot be read: .*devices"):
        Devices(engine).list()
    with pytest.raises(StoreError, match=r"^The database cannot be written: .*devices"):
        Devices(engine).remove("wall")


def test_waiting_for_a_connection_in_vain_is_told(tmp_path: Path) -> None:
    engine = create_engine(
        f"sqlite:///{tmp_path}/hall.db", pool_size=1, max_overflow=0, pool_timeout=0.01
    )
    with engine.connect(), pytest.raises(StoreError, match="QueuePool limit"), reading(engine):
        pass
    with engine.connect(), pytest.raises(StoreError, match="QueuePool limit"), writing(engine):
        pass


def test_a_commit_to_a_quick_disk_is_not_sent_aside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(disk, "SLOW", 60.0)
    sent: list[object] = []
    engine = open_engine(f"sqlite:///{tmp_path}/hall.db", lambda work: (sent.append(work), work()))

    Devices(engine).add(Device("wall", "screen"))

    assert (sent, Devices(engine).list()) == ([], (Device("wall", "screen"),))


def test_commits_wait_for_the_disk_where_it_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(disk, "SLOW", 0.0)
    sent: list[object] = []
    engine = open_engine(f"sqlite:///{tmp_path}/hall.db", lambda work: (sent.append(work), work()))
    sent.clear()

    Devices(engine).add(Device("wall", "screen"))

    assert (len(sent), Devices(engine).list()) == (1, (Device("wall", "screen"),))


@pytest.mark.parametrize("take", [Path.unlink, lambda file: file.rename(f"{file}.old")])
def test_nothing_is_written_into_a_file_that_was_taken_away(tmp_path: Path, take) -> None:
    file = tmp_path / "hall.db"
    engine = open_engine(f"sqlite:///{file}")
    Devices(engine).add(Device("wall", "screen"))

    take(file)

    with pytest.raises(StoreError, match="its file was removed or replaced"):
        Devices(engine).add(Device("entrance", "kiosk"))


OPEN = "import sys; from controller.store.engine import open_engine; open_engine(sys.argv[1])"


def test_several_processes_may_open_a_new_database_at_the_same_moment(url: str) -> None:
    command = [sys.executable, "-c", OPEN, url]
    processes = [subprocess.Popen(command, stderr=subprocess.PIPE, text=True) for _ in range(4)]

    assert [each.communicate(timeout=60)[1] for each in processes] == [""] * 4
    assert inspect(open_engine(url)).has_table("sessions")


def test_the_newest_migration_is_the_last_of_the_folder() -> None:
    folder = MIGRATIONS / "versions"

    assert max(path.name for path in folder.glob("0*.py"))[:4] == NEWEST


def test_only_a_database_that_is_not_up_to_date_needs_the_migrations(url: str) -> None:
    program = (
        "import sys; from controller.store.engine import open_engine;"
        "open_engine(sys.argv[1]); print('alembic' in sys.modules)"
    )
    command = [sys.executable, "-c", program, url]
    told = [subprocess.run(command, check=True, capture_output=True, text=True) for _ in range(2)]

    assert [each.stdout for each in told] == ["True\n", "False\n"]
