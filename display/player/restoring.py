"""What a screen plays of its own disk, with no word from anybody."""

import structlog

from display.player.playable import NOTHING, Playable
from display.player.quarantine import Strikes, needed, without
from display.player.store import Store
from display.player.strikes_file import read_strikes, write_strikes
from media.playlist.model import Asset, Revision
from wire.messages import Published


def restored(store: Store) -> Playable:
    """Return what is whole there. It reads all files of the current revision, to be sure of them.

    Items whose files the disk has spoiled are left out; they are fetched again once there is a
    controller. Where the current manifest itself is gone, the previous revision plays.
    """
    for name in (store.current, store.previous):
        if name is None:
            continue
        if name.number == 0:
            break
        revision = store.revision(name)
        if revision is not None:
            return _sound(store, name, revision)
        _log().error("revision_lost", number=name.number)
    return Playable(NOTHING, None)


def failed(store: Store, playable: Playable, item: str) -> Playable:
    """Count that an item could not be shown: the third time it is left out."""
    strikes = read_strikes(store.strikes(playable.name)).struck(item)
    _log().error("strike", item=item, strikes=strikes.counts)
    _keep(store, playable.name, strikes)
    return _less(playable, (item,)) if strikes.is_out(item) else playable


def withdrawn(store: Store, playable: Playable, published: Revision) -> Playable:
    """Return what plays without the items that are published no more.

    What is taken down leaves at once, also while files of the new revision are on their way, and
    does not come back when the power goes in between.
    """
    if playable.revision is None:
        return playable
    there = {item.id for item in published.items}
    gone = tuple(item.id for item in playable.revision.items if item.id not in there)
    if not gone:
        return playable
    strikes = read_strikes(store.strikes(playable.name))
    for each in gone:
        strikes = strikes.struck_out(each)
    _keep(store, playable.name, strikes)
    return _less(playable, gone)


def _less(playable: Playable, items: tuple[str, ...]) -> Playable:
    if playable.revision is None:
        return playable
    left_out = tuple(dict.fromkeys((*playable.quarantined, *items)))
    return Playable(playable.name, without(playable.revision, left_out), left_out)


def _keep(store: Store, name: Published, strikes: Strikes) -> None:
    try:
        write_strikes(store.strikes(name), strikes)
    except OSError as error:  # it counts until the program ends
        _log().error("player_disk", why=str(error))


def _sound(store: Store, name: Published, revision: Revision) -> Playable:
    strikes = read_strikes(store.strikes(name))
    for asset in needed(revision, strikes.quarantined(revision)):
        if not store.is_sound(asset):
            strikes = strikes.struck_out(asset.sha256)
            _take_away(store, asset)
    left_out = strikes.quarantined(revision)
    return Playable(name, without(revision, left_out), left_out)


def _take_away(store: Store, asset: Asset) -> None:
    _log().error("asset_spoiled", asset=asset.sha256)
    try:
        store.forget(asset)
    except OSError as error:  # a disk that cannot be written: it is left out all the same
        _log().error("player_disk", why=str(error))


def _log() -> structlog.stdlib.BoundLogger:
    return structlog.get_logger("player")  # type: ignore[no-any-return]  # structlog types it Any
