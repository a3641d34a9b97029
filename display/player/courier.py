"""Brings one revision whole onto the disk: all of it, or what played before goes on."""

import errno
from collections.abc import Callable, Collection
from pathlib import Path
from typing import Protocol

import structlog

from display.player.checking import Undecodable
from display.player.fetching import GoesOn, Missing, Unreachable
from display.player.playable import NOTHING, Held, Playable, Progress, Unplayable
from display.player.quarantine import Strikes, needed, without
from display.player.store import Damaged, Store
from display.player.strikes_file import read_strikes, write_strikes
from media.playlist.manifest import BadManifest
from media.playlist.model import Asset, Revision
from wire.messages import PlayerProblem, Published

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


class Source(Protocol):
    """Where manifests and files come from; `fetching.HttpSource` tells what is raised."""

    def manifest(self, name: Published, goes_on: GoesOn) -> bytes: ...
    def asset(self, asset: Asset, part: Path, goes_on: GoesOn) -> None: ...


class Decoder(Protocol):
    """Tells whether files can be shown; `checking.Checker` tells what is raised."""

    def check(self, path: Path, asset: Asset) -> None: ...


class Courier:
    """Fetches, checks and swaps. Not for two threads at once."""

    def __init__(
        self,
        store: Store,
        source: Source,
        decoder: Decoder,
        told: Callable[[Revision, Progress], None] = lambda *_: None,
    ) -> None:
        """`told` hears of each file; first of all, that the manifest is here."""
        self._store, self._source, self._decoder, self._told = store, source, decoder, told
        self._checked: set[str] = set()

    def bring(self, name: Published, goes_on: GoesOn) -> Playable:
        """Fetch what is missing, check it, and let that revision be the current one.

        Raises `Held` when it has to be tried again, `Unplayable`, and `fetching.Superseded`
        once `goes_on` says no. Until it returns, the current revision is the one before.
        """
        try:
            return self._bring(name, goes_on)
        except Unreachable as error:
            _log().info("not_fetched", number=name.number, why=str(error))
            raise Held("unreachable") from error
        except OSError as error:
            _log().error("player_disk", why=str(error))
            problem: PlayerProblem = "disk_full" if error.errno in _FULL else "disk"
            raise Held(problem, self._unkept(name)) from error

    def knows_sound(self, revision: Revision) -> None:
        """Take the files that this revision needs for checked: they played before."""
        self._checked.update(asset.sha256 for asset in revision.assets)

    def _bring(self, name: Published, goes_on: GoesOn) -> Playable:
        if name.number == 0:
            self._store.swap(NOTHING)
            self._store.collect()
            return Playable(NOTHING, None)
        revision = self._revision(name, goes_on)
        self._told(revision, self._progress(revision.assets))
        self._store.collect(name)  # room, before anything is fetched
        strikes = self._fetch_all(name, revision, goes_on)
        self._store.swap(name)
        self._store.collect()
        left_out = strikes.quarantined(revision)
        return Playable(name, without(revision, left_out), left_out)

    def _unkept(self, name: Published) -> Playable | None:
        """Return a revision of which all files are here, though the disk did not take its name.

        So what was taken down leaves a screen whose disk can no more be written.
        """
        revision = self._store.revision(name)
        if revision is None:
            return None
        left_out = read_strikes(self._store.strikes(name)).quarantined(revision)
        wanted = needed(revision, left_out)
        is_whole = all(self._is_here(asset) for asset in wanted)
        return Playable(name, without(revision, left_out), left_out) if is_whole else None

    def _revision(self, name: Published, goes_on: GoesOn) -> Revision:
        revision = self._store.revision(name)
        if revision is not None:
            return revision
        try:
            return self._store.keep_manifest(name, self._source.manifest(name, goes_on))
        except Missing as error:
            raise Held("missing") from error
        except Damaged as error:
            raise Held("damaged") from error
        except BadManifest as error:
            _log().error("manifest_refused", number=name.number, faults=str(error))
            raise Unplayable from error

    def _fetch_all(self, name: Published, revision: Revision, goes_on: GoesOn) -> Strikes:
        """Try each file once; raise `Held` unless all are here that anything needs by now."""
        strikes = read_strikes(self._store.strikes(name))
        wanted = needed(revision, strikes.quarantined(revision))
        problems = list[PlayerProblem]()
        for asset in wanted:
            try:
                self._fetch(asset, goes_on)
            except Missing:
                _log().error("asset_missing", asset=asset.sha256)
                problems.append("missing")
            except (Damaged, Undecodable) as error:
                strikes = strikes.struck(asset.sha256)
                write_strikes(self._store.strikes(name), strikes)
                _log().error("strike", asset=asset.sha256, why=str(error), strikes=strikes.counts)
                problems += [] if strikes.is_out(asset.sha256) else ["damaged"]
            self._told(revision, self._progress(wanted))
        if problems:
            raise Held(problems[0])
        return strikes

    def _is_here(self, asset: Asset) -> bool:
        return asset.sha256 in self._checked and self._store.has(asset)

    def _progress(self, wanted: Collection[Asset]) -> Progress:
        return Progress(sum(asset.sha256 in self._checked for asset in wanted), len(wanted))

    def _fetch(self, asset: Asset, goes_on: GoesOn) -> None:
        if not self._store.has(asset):
            self._checked.discard(asset.sha256)
            self._source.asset(asset, self._store.part(asset), goes_on)
            self._store.settle(asset)
        if asset.sha256 not in self._checked:
            self._decoder.check(self._store.blob(asset.sha256), asset)
            self._checked.add(asset.sha256)


def _log() -> structlog.stdlib.BoundLogger:
    return structlog.get_logger("player")  # type: ignore[no-any-return]  # structlog types it Any
