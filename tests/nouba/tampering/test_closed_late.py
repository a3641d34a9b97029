"""`nouba audit` of a day that nobody closed, and that could not be closed when the next began."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Engine

from controller.hall.commands import IssueTicket
from controller.morning import empty_hall
from controller.reception import Reception
from controller.rulebook import Rulebook
from controller.settings import DEMONSTRATION_PACK
from controller.store.engine import open_engine
from media.pack import load_pack
from tests.controller.store.refusing import Refusing
from tests.nouba.tampering.asking import run
from tests.nouba.tampering.ways import DAY


@pytest.fixture
def engine(url: str) -> Engine:
    """The power came back at nine, and the disk let nothing be written of yesterday at first."""
    engine, pack = open_engine(url), load_pack(DEMONSTRATION_PACK)
    at, kept = [datetime(2026, 3, 2, 9, tzinfo=UTC)], Refusing(engine, "hall", DAY)
    hall = lambda: empty_hall(pack, Rulebook())  # noqa: E731 - the reception asks for a function
    reception = Reception(kept, hall, lambda: at[0], pack.hall.zone)
    for pause, is_refusing in ((0, False), (24 * 60, True), (5, False)):
        at[0] += timedelta(minutes=pause)
        kept.is_refusing = is_refusing
        reception.execute(IssueTicket("legalisation"))
    yield engine
    engine.dispose()


def test_a_day_that_was_closed_late_is_told_and_proved(audit, words) -> None:
    found = audit("--whole")
    told = found.output

    late = "2026-03-02: nobody had closed it. It was closed late, on 2026-03-03 after 09:00"
    assert (found.exit_code, late in told) == (0, True)
    assert "2026-03-02: nothing was changed after it was written." in told
    assert "when a later day had begun" not in told
    assert run(*words, "--day", "2026-03-03").exit_code == 0
