"""What systemd, the shell and udev say of the files that a technician copies."""

import re
import subprocess
from pathlib import Path
from shutil import which

import pytest

DEPLOY = Path("deploy")


@pytest.mark.skipif(not which("systemd-analyze"), reason="systemd is not installed")
def test_systemd_finds_nothing_wrong_with_the_services(tmp_path: Path) -> None:
    for unit in (DEPLOY / "systemd").iterdir():
        text = unit.read_text(encoding="utf-8")  # the programs are not installed there yet
        (tmp_path / unit.name).write_text(re.sub(r"(?m)^(ExecStart=)\S+", r"\1/bin/true", text))

    told = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", *sorted(tmp_path.iterdir())],
        capture_output=True,
        text=True,
        check=False,
    )

    assert [line for line in told.stderr.splitlines() if "nouba-" in line] == []
    assert told.returncode == 0


def test_services_run_as_their_own_user_and_are_started_again_for_ever() -> None:
    for unit, lines in services():
        wanted = {"User=nouba", "Restart=always", "StartLimitIntervalSec=0"}
        assert "Type=oneshot" in lines or wanted - lines == set(), unit


def test_what_runs_at_night_has_its_timer_and_its_own_user() -> None:
    nightly = [(unit, lines) for unit, lines in services() if "Type=oneshot" in lines]
    assert [unit.with_suffix(".timer").exists() for unit, _ in nightly] == [True]
    assert [lines & {"User=nouba", "UMask=0077"} for _, lines in nightly] == [
        {"User=nouba", "UMask=0077"}
    ]


def test_what_draws_is_started_again_when_no_frame_comes_and_before_memory_ends() -> None:
    drawing = {unit.stem: lines for unit, lines in services() if "Type=notify" in lines}
    assert set(drawing) == {"nouba-display", "nouba-information", "nouba-kiosk"}
    for unit, lines in drawing.items():
        assert "WatchdogSec=30" in lines, unit
        assert any(line.startswith("MemoryMax=") for line in lines), unit


def services() -> list[tuple[Path, set[str]]]:
    """Every service, and its lines."""
    units = sorted((DEPLOY / "systemd").glob("*.service"))
    return [(unit, set(unit.read_text(encoding="utf-8").splitlines())) for unit in units]


def test_the_session_on_the_x_screen_is_a_program_that_a_shell_can_read() -> None:
    session = DEPLOY / "x" / "session"
    assert session.stat().st_mode & 0o111 == 0o111
    assert subprocess.run(["sh", "-n", session], check=False).returncode == 0


def test_the_guide_names_every_file_that_is_to_be_copied() -> None:
    guide = (DEPLOY / "README.md").read_text(encoding="utf-8")
    files = [path for path in DEPLOY.rglob("*") if path.is_file() and path.name != "README.md"]
    missing = [path for path in files if str(path) not in guide and path.name != "session"]
    assert missing == []
