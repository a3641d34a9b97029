"""Fetching, power cuts and starts in any order: never half a revision on the screen."""

import os
from collections import Counter
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from display.player.checking import Undecodable
from display.player.courier import Courier
from display.player.fetching import Missing, Unreachable
from display.player.playable import NOTHING, Held
from display.player.quarantine import ENOUGH
from display.player.restoring import restored
from display.player.store import Store
from tests.display.player.publishing import Publishing, fingerprint, publishing

FILES = tuple(bytes([65 + place]) * 400 for place in range(5))
BAD = FILES[4]
"""Its bytes are what was published, and nothing can show them."""


class PowerCut(BaseException):
    """Nothing after it is done."""


class Source:
    """A controller in this process; `luck` says what becomes of each request."""

    def __init__(self, served, luck, wrong) -> None:
        self.served, self.luck, self.wrong = served, luck, wrong

    def manifest(self, name, goes_on):
        data = self._found(f"/manifests/{name.sha256}")
        return bytes(len(data)) if self.luck() == "wrong" else data

    def asset(self, asset, part: Path, goes_on):
        data = self._found(f"/assets/{asset.sha256}")
        came = part.stat().st_size if part.exists() else 0
        match self.luck():
            case "wrong":
                part.write_bytes(bytes(len(data)))
                self.wrong(asset.sha256)
            case "cut":
                with part.open("ab") as opened:
                    opened.write(data[came : came + 150])
                if part.stat().st_size < len(data):
                    raise Unreachable("cut")
            case _:
                with part.open("ab") as opened:
                    opened.write(data[came:])

    def _found(self, address):
        if address not in self.served:
            raise Missing(address)
        return self.served[address]


class Decoder:
    def check(self, path, asset):
        if path.read_bytes() == BAD:
            raise Undecodable("bad")


@contextmanager
def power_cut_after(steps: int | None):
    """Cut the power at that step of writing: before a name is given, or before it is on disk."""
    done = 0
    replace, sync = os.replace, os.fsync

    def counted(do):
        def step(*given, **more):
            nonlocal done
            done += 1
            if steps is not None and done > steps:
                raise PowerCut
            return do(*given, **more)

        return step

    # pathlib's rename and unlink end in os.replace and os.unlink
    unlink = os.unlink
    os.replace, os.fsync, os.unlink = counted(replace), counted(sync), counted(unlink)
    try:
        yield
    except PowerCut:
        pass
    finally:
        os.replace, os.fsync, os.unlink = replace, sync, unlink


class Screen(RuleBasedStateMachine):
    """One screen's disk, and what was ever published."""

    @initialize()
    def begin(self):
        self.folder = TemporaryDirectory()
        self.store = Store(Path(self.folder.name), reserve=0)
        self.published = [Publishing(NOTHING, b"")]
        self.served = {}
        self.wrong = Counter()
        self.swapped = 0

    @rule(files=st.lists(st.sampled_from(FILES), unique=True, max_size=4))
    def publish(self, files):
        made = publishing(len(self.published), *files)
        self.published.append(made)
        self.served.update(made.served)

    @rule(file=st.sampled_from(FILES))
    def lose_at_the_controller(self, file):
        self.served.pop(f"/assets/{fingerprint(file)}", None)

    @rule(
        luck=st.lists(st.sampled_from(["well", "cut", "wrong"]), max_size=6),
        steps=st.none() | st.integers(0, 40),
        tries=st.integers(1, 4),
    )
    def fetch(self, luck, steps, tries):
        lots = iter(luck)
        wanted = self.published[-1]
        source = Source(
            self.served,
            lambda: next(lots, "well"),
            lambda file: self.wrong.update([(wanted.name.number, file)]),
        )
        with power_cut_after(steps):
            courier = Courier(self.store, source, Decoder())
            for _ in range(tries):
                try:
                    brought = courier.bring(wanted.name, lambda: True)
                except Held:
                    continue
                assert brought.name == wanted.name
                self.swapped = wanted.name.number
                break

    @rule()
    def switch_on(self):
        self.store = Store(Path(self.folder.name), reserve=0)

    @invariant()
    def what_plays_is_whole_and_never_older_than_what_played(self):
        if not hasattr(self, "store"):
            return
        playable = restored(Store(Path(self.folder.name), reserve=0))
        made = self.published[playable.name.number]
        assert playable.name == made.name
        assert made.name.number >= self.swapped
        self.swapped = made.name.number
        if playable.revision is None:
            return
        for asset in playable.revision.assets:
            assert self.store.blob(asset.sha256).read_bytes() == made.files[asset.sha256]
        there = {f"p{place}" for place in range(len(made.files))}
        assert {item.id for item in playable.revision.items} == there - set(playable.quarantined)
        files = dict(zip(sorted(there), made.files, strict=True))
        bad = {item for item, file in files.items() if file == fingerprint(BAD)}
        thrice = {
            item for item, file in files.items() if self.wrong[made.name.number, file] >= ENOUGH
        }
        assert bad <= set(playable.quarantined) <= bad | thrice

    def teardown(self):
        if hasattr(self, "folder"):
            self.folder.cleanup()


TestScreen = Screen.TestCase
TestScreen.settings = settings(
    max_examples=60,
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
