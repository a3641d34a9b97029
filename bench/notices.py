"""From an editor's hands to the glass of eight real hall screens, and away again.

`setup/servers.sh .venv/bin/python -m bench.notices [ROUNDS]` measures it (part of `make bench`).
Every moment on a screen is that of its own proof of play; all clocks are this machine's.
"""

import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from argon2 import PasswordHasher
from sqlalchemy import Engine

from bench.an_editor import PASSWORD, Editor, Writing, write
from bench.figure import Figure, p50, percentile, tell
from bench.figure import write as write_down
from bench.hall_process import HallProcess, a_hall
from bench.hall_screens import Screens, hall_screens
from controller.identity import Person
from controller.signage.steps import NoticeComposed, RevisionPublished
from controller.store.engine import open_engine
from controller.store.people import People
from controller.store.signage import SqlArchive
from nouba.browser import open_browser

ROUNDS, COMPOSED = 40, 3
SCREENS = 8
STANDS = 2.0
"""Seconds that a notice stays before it is taken down."""

TURN = 45.0
"""Seconds within which a notice that comes as the next one has come and stood there: its pages
and the page before it take ten each."""

AUTHOR, APPROVER = "houda", "omar"
AT_ONCE = "holding"
"""A template that replaces all others: it waits for nobody's turn."""


def measure(folder: Path, rounds: int) -> Iterator[Figure]:
    """Give the figures of a hall in which another person approves."""
    folder.mkdir(parents=True, exist_ok=True)
    with a_hall(folder / "hall", 1, settings="notices_need_approval = true\n") as hall:
        engine = open_engine(f"sqlite:///{folder}/hall/hall.db")
        people = People(engine, PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
        people.add(Person(AUTHOR, AUTHOR, "editor", "en"), PASSWORD)
        people.add(Person(APPROVER, APPROVER, "approver", "en"), PASSWORD)
        places = folder / "screens"
        places.mkdir()
        with hall_screens(places, hall, engine, SCREENS) as screens:
            yield from in_rounds(hall, screens, rounds)
            yield from in_a_browser(hall, screens)


def in_rounds(hall: HallProcess, screens: Screens, rounds: int) -> Iterator[Figure]:
    """Publish and take down again and again, then ask the screens when they showed it."""
    author, approver = (Editor(_url(hall), name) for name in (AUTHOR, APPROVER))
    sent = [one_round(author, approver, screens) for _ in range(rounds)]
    shown, gone = [], []
    for item, revision, published, taken in sent:
        turns = screens.turns(item, revision)
        shown.append(max(each.began for each in turns) - published)
        gone.append(max(each.ended for each in turns) - taken)
    for what, values in (("publish → last", shown), ("take down → last", gone)):
        about = f"{what} of {SCREENS} hall screens, {rounds} rounds"
        yield Figure(f"{about}, p50", p50(values), "s")
        yield Figure(f"{about}, p95", percentile(values, 95), "s")
        yield Figure(f"{about}, slowest", max(values), "s")


def one_round(author: Editor, approver: Editor, screens: Screens) -> tuple[str, int, float, float]:
    """Publish a notice and take it down; return it, its revision, and both moments."""
    author.propose(AT_ONCE, _tomorrow())
    item, seen, _ = _latest(screens.engine)
    published = approver.approve(item, seen)
    *_, revision = _latest(screens.engine)
    screens.wait_for(revision)
    time.sleep(STANDS)
    taken = approver.take_down(item)
    screens.wait_for(revision + 1)
    return item, revision, published, taken


def in_a_browser(hall: HallProcess, screens: Screens) -> Iterator[Figure]:
    """Let an editor write with their fingers, another person approve, and wait for the glass."""
    approver = Editor(_url(hall), APPROVER)
    lasted, first, previews, waited = [], [], [], []
    with open_browser() as browser:
        for _ in range(COMPOSED):
            writing: Writing = write(browser, _url(hall), AUTHOR, APPROVER)
            item, _, revision = _latest(screens.engine)
            screens.wait_for(revision)
            time.sleep(TURN)
            approver.take_down(item)
            began = [each.began for each in screens.turns(item, revision)]
            first.append(min(began) - writing.opened)
            lasted.append(max(began) - writing.opened)
            waited.append(max(began) - writing.published)
            previews.append(writing.preview)
    about = f"compose → glass in a browser, approved by another, {COMPOSED} notices"
    yield Figure(f"{about}: first screen, median", p50(first), "s")
    yield Figure(f"{about}: last of {SCREENS} screens, median", p50(lasted), "s")
    yield Figure(f"{about}: last of {SCREENS} screens, slowest", max(lasted), "s")
    yield Figure(f"{about}: of it after the click, slowest", max(waited), "s")
    yield Figure("last key → the preview of it, median", p50(previews), "s")


def _latest(engine: Engine) -> tuple[str, int, int]:
    """Return the notice that was written last, which entry wrote it, and the revision now."""
    entries = SqlArchive(engine, "hall").after(0)
    written = [each for each in entries if isinstance(each.step, NoticeComposed)][-1]
    revisions = [each.step.number for each in entries if isinstance(each.step, RevisionPublished)]
    assert isinstance(written.step, NoticeComposed)
    return written.step.notice.id, written.seq, revisions[-1] if revisions else 0


def _url(hall: HallProcess) -> str:
    return f"http://127.0.0.1:{hall.port}"


def _tomorrow() -> str:
    return f"{datetime.now(UTC) + timedelta(days=1):%Y-%m-%dT%H:%M}"


def main(rounds: str = str(ROUNDS)) -> None:
    """Measure in a scratch folder, print, and write var/bench-notices.json."""
    Path("var").mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir="var", prefix="bench-") as folder:
        told = list(measure(Path(folder).resolve() / "notices", int(rounds)))
    tell(told)
    write_down(told, Path("var/bench-notices.json"))


if __name__ == "__main__":
    main(*sys.argv[1:])
