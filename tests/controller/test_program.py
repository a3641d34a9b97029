import stat
import subprocess
import sys
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from controller.morning import empty_hall
from controller.news import NewsSettings
from controller.program import clock, in_a_thread, parts_of, secret_in
from controller.rulebook import Rulebook
from controller.settings import DEMONSTRATION_PACK, DemonstrationClock, Settings, read_settings
from controller.store.engine import open_engine
from media.pack import load_pack
from media.toml import TomlError
from tests.databases import ready_database_in

RABAT = ZoneInfo("Africa/Casablanca")


def written(folder: Path, text: str) -> Path:
    path = folder / "controller.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_an_empty_file_means_the_defaults(tmp_path):
    here = Settings(
        database=f"sqlite:///{tmp_path}/var/nouba.db",
        secret_file=tmp_path / "var/secret.key",
        news=NewsSettings(tmp_path / "var/news"),
        signage=tmp_path / "var/signage",
    )

    assert read_settings(written(tmp_path, "")) == here


def test_settings_are_read_with_their_clock(tmp_path):
    text = """
        hall = "north"
        port = 9000
        [clock]
        origin = 2026-03-02T10:00:00Z
        start = 08:20:00
        factor = 30
        """

    settings = read_settings(written(tmp_path, text))

    assert (settings.hall, settings.port) == ("north", 9000)
    assert settings.clock == DemonstrationClock(
        datetime(2026, 3, 2, 10, tzinfo=UTC), time(8, 20), 30
    )


@pytest.mark.parametrize(
    ("text", "line", "field"),
    [
        ('port = "eighty"', 1, "port"),
        ('host = "::"\nport = 70000', 2, "port"),
        ('databse = "x"', 1, "databse"),
        ('hall = "North Hall"', 1, "hall"),
        ('public_url = "hall.example/"', 1, "public_url"),
        ("[clock]\norigin = 2026-03-02T10:00:00\nstart = 08:20:00", 2, "clock.origin"),
    ],
)
def test_a_wrong_setting_is_named_with_its_line(tmp_path, text, line, field):
    with pytest.raises(TomlError) as raised:
        read_settings(written(tmp_path, text))

    assert [(each.line, each.field) for each in raised.value.problems] == [(line, field)]


def test_a_wrong_file_ends_the_program_with_its_problems(tmp_path):
    path = written(tmp_path, "port = 0")

    # In a process of its own: the program patches the whole process for gevent.
    run = subprocess.run(
        [sys.executable, "-m", "controller", str(path)], check=False, capture_output=True, text=True
    )

    assert (run.returncode, run.stdout) == (1, "")
    assert run.stderr.startswith(f"{path}, line 1: port: ")


def test_the_secret_is_made_once_and_for_its_owner_alone(tmp_path):
    path = tmp_path / "var" / "secret.key"

    first = secret_in(path)

    assert (len(first) >= 64, secret_in(path)) == (True, first)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_demonstrations_clock_goes_on_from_its_origin():
    origin = datetime.now(UTC) - timedelta(minutes=1)

    at = clock(DemonstrationClock(origin, time(8, 20), factor=60), RABAT)()

    start = datetime.combine(origin.astimezone(RABAT).date(), time(8, 20), RABAT)
    assert timedelta(hours=1) <= at - start < timedelta(hours=1, minutes=5)
    assert at.tzinfo is UTC


def test_the_hall_has_the_services_and_counters_of_the_pack():
    pack = load_pack(DEMONSTRATION_PACK)

    hall = empty_hall(pack, Rulebook())

    assert tuple(hall.services) == tuple(service.id for service in pack.services)
    assert sorted(hall.counters) == [1, 2, 3, 4, 5, 6]
    assert hall.services["legalisation"].target == timedelta(
        minutes=pack.service("legalisation").target_minutes
    )


def test_a_damaged_secret_is_refused(tmp_path):
    path = tmp_path / "secret.key"
    path.write_text("")

    with pytest.raises(OSError, match="is damaged"):
        secret_in(path)


def test_what_fails_in_a_thread_is_raised_and_not_printed(capfd):
    def fail():
        raise ValueError("wrong password")

    with pytest.raises(ValueError, match="wrong password"):
        in_a_thread(fail)
    assert (in_a_thread(lambda: 7), capfd.readouterr().err) == (7, "")


@pytest.mark.parametrize(
    ("kind", "redis", "is_alone"),
    [
        ("sqlite", None, True),
        pytest.param("postgres", None, False, marks=pytest.mark.postgres),
        pytest.param("postgres", "redis://127.0.0.1:1", False, marks=pytest.mark.postgres),
    ],
)
def test_who_cannot_hear_the_others_on_a_server_does_not_think_to_be_alone(
    tmp_path, kind, redis, is_alone
):
    url = ready_database_in(tmp_path, kind)
    settings = Settings(url, secret_file=tmp_path / "secret", signage=tmp_path, redis=redis)
    engine = open_engine(url)

    parts = parts_of(settings, load_pack(settings.pack), engine, None)

    assert parts.is_alone is is_alone
    engine.dispose()
