"""A morning in a hall, and the command that tries rules on it."""

from datetime import timedelta
from secrets import token_hex

import pytest
from click.testing import CliRunner

from controller.hall.commands import (
    CallNext,
    IssueTicket,
    LeaveCounter,
    OpenCounter,
)
from controller.identity import Person
from controller.morning import empty_hall
from controller.reception import Reception
from controller.rulebook import Rulebook
from controller.settings import DEMONSTRATION_PACK
from controller.store.engine import open_engine
from controller.store.journal import SqlJournal
from controller.store.people import People
from media.pack import load_pack
from nouba.__main__ import main
from tests.nouba.rules.written import MORNING


@pytest.fixture
def hall(tmp_path, url):
    """A morning of twenty minutes in which two wait for a legalisation, and counter 5 is idle."""
    pack, engine = load_pack(DEMONSTRATION_PACK), open_engine(url)
    clock = [MORNING]
    reception = Reception(
        SqlJournal(engine, "hall"),
        lambda: empty_hall(pack, Rulebook()),
        lambda: clock[-1],
        pack.hall.zone,
    )
    for minute, command in (
        (0, OpenCounter(4, "amina")),
        (0, OpenCounter(5, "brahim")),
        (1, IssueTicket("legalisation")),
        (2, IssueTicket("legalisation")),
        (10, CallNext("amina")),
        (20, LeaveCounter("brahim")),
    ):
        clock.append(MORNING + timedelta(minutes=minute))
        reception.execute(command, f"a:amina:{token_hex(8)}")
    People(engine).add(Person("amina", "Amina", "agent", "ar"), "a good password")
    engine.dispose()
    return tmp_path


@pytest.fixture
def run(hall, url):
    """Writes the rules, and runs a command on them; its output tells the file as FILE."""
    settings, rules = hall / "controller.toml", hall / "rules.toml"
    settings.write_text(f'database = "{url}"\n')

    def run(word: str, written: str, *words: str) -> tuple[int, list[str]]:
        rules.write_text(written, encoding="utf-8")
        told = CliRunner().invoke(
            main, ["rules", word, str(rules), "--settings", str(settings), *words]
        )
        return told.exit_code, told.output.replace(str(rules), "FILE").splitlines()

    return run
