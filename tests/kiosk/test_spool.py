"""The spool on disk: what is known of each sheet after the kiosk was ended by whatever."""

from dataclasses import replace

import pytest
from structlog.testing import capture_logs

from kiosk.job import Job, JobState
from kiosk.spool import Spool, SpoolError
from tests.kiosk.conversation import NOON, SLIP


def reopened(path):
    return Spool(path).unfinished()


def test_a_sheet_is_on_disk_when_it_is_spooled_and_in_each_state_after(tmp_path):
    path = tmp_path / "home" / "spool.db"
    spool = Spool(path)
    job = spool.add(SLIP, NOON, is_copy=False)
    queued = reopened(path)
    sending = job.sent("ab12", NOON)
    spool.keep(sending)

    assert queued == (Job(1, SLIP, is_copy=False, queued_at=NOON, changed_at=NOON),)
    assert reopened(path) == (sending,)
    assert (sending.state, sending.attempt, sending.process) == (JobState.SENDING, 1, "ab12")


@pytest.mark.parametrize("state", [JobState.PRINTED, JobState.NOT_PRINTED, JobState.UNKNOWN])
def test_what_is_settled_is_not_taken_up_again_but_kept_to_be_read(tmp_path, state):
    spool = Spool(tmp_path / "spool.db")
    spool.keep(spool.add(SLIP, NOON, is_copy=True).now(state, NOON))

    assert reopened(tmp_path / "spool.db") == ()
    assert spool.states() == (("A042", True, state),)


def test_only_the_latest_sheets_are_kept(tmp_path):
    spool = Spool(tmp_path / "spool.db", kept=4)
    for number in range(7):
        spool.add(replace(SLIP, ticket=f"B{number}"), NOON, is_copy=False)

    assert [number for number, _, _ in spool.states()] == ["B3", "B4", "B5", "B6"]


def test_a_broken_file_is_put_aside_and_told(tmp_path):
    path = tmp_path / "spool.db"
    path.write_bytes(b"no database, but long enough to look like one" * 40)
    with capture_logs() as logs:
        spool = Spool(path)

    assert spool.add(SLIP, NOON, is_copy=False).id == 1
    assert (tmp_path / "spool.db.broken").exists()
    assert [log["event"] for log in logs] == ["kept_table_broken"]


def test_a_sheet_of_another_version_is_told_and_the_others_are_read(tmp_path):
    spool = Spool(tmp_path / "spool.db")
    spool.add(SLIP, NOON, is_copy=False)
    spool._base.execute("UPDATE sheets SET slip = '{}'")
    spool._base.commit()
    other = spool.add(SLIP, NOON, is_copy=False)
    with capture_logs() as logs:
        assert spool.unfinished() == (other,)
    assert [(log["event"], log["sheet"]) for log in logs] == [("sheet_not_understood", 1)]


def test_where_no_file_can_be_there_is_no_spool(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(SpoolError):
        Spool(tmp_path / "file" / "spool.db")
