"""What is wrong with the hall's own files is told with its line, whatever was asked for."""

from datetime import UTC, datetime

import pytest
from click.testing import CliRunner

from controller.hall.commands import OpenCounter
from controller.morning import empty_hall
from controller.reception import Reception
from controller.rulebook import Rulebook
from controller.settings import DEMONSTRATION_PACK
from controller.store.engine import open_engine
from controller.store.journal import SqlJournal
from media.pack import load_pack
from nouba.__main__ import main


@pytest.fixture
def settings(tmp_path, url):
    """The settings of a hall that had a day, and whose rules were misspelt since."""
    pack, engine = load_pack(DEMONSTRATION_PACK), open_engine(url)
    reception = Reception(
        SqlJournal(engine, "hall"),
        lambda: empty_hall(pack, Rulebook()),
        lambda: datetime(2026, 3, 2, 9, tzinfo=UTC),
        pack.hall.zone,
    )
    reception.execute(OpenCounter(4, "amina"))
    engine.dispose()
    (tmp_path / "rules.toml").write_text('\npolicy = "fair"\n')
    (tmp_path / "mine.toml").write_text("")
    path = tmp_path / "controller.toml"
    path.write_text(f'database = "{url}"\nrules = "rules.toml"\n')
    return path


@pytest.mark.parametrize(
    "words",
    [
        ("simulate", "--days", "1"),
        ("report", "day"),
        ("audit", "A001"),
        ("rules", "try", "mine.toml"),
        ("appointments", "list"),
    ],
    ids=" ".join,
)
def test_rules_that_are_wrong_end_every_command_with_their_line(
    settings, monkeypatch, words
) -> None:
    monkeypatch.chdir(settings.parent)

    told = CliRunner().invoke(main, [*words, "--settings", str(settings)])

    assert (told.exit_code, f"{settings.parent}/rules.toml, line 2: policy: " in told.output) == (
        2,
        True,
    )
