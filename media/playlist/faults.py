"""What is wrong with a revision as a whole, for the editor who is told of it.

Each value by itself was checked when it was read; here it is what they say of one another.
"""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from media.playlist.content import Video, assets_of, pictures_of, words_of
from media.playlist.model import Asset, Item, Playlist, Revision

MOST_LETTERS = 2000
"""Of one text in one language: four minutes of reading before a wall."""

_LINE_BREAKS = "\n\r"
_FORBIDDEN = ("Cc", "Cs", "Cn", "Co")
"""Unicode's categories of what no font can show: control characters, halves, nothing."""

_DIRECTIONS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""What turns the direction of the words behind it: the screen sets these itself."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that keeps a revision from being published, and where it is."""

    place: str
    text: str

    def __str__(self) -> str:
        return f"{self.place}: {self.text}"


def faults_of(revision: Revision) -> tuple[Fault, ...]:
    """Return everything that is wrong; nothing when the revision can be played."""
    return (*_twice(revision), *_lost(revision), *_idle(revision), *_unfit(revision))


def _twice(revision: Revision) -> Iterator[Fault]:
    kinds: tuple[tuple[str, Iterable[str]], ...] = (
        ("items", (each.id for each in revision.items)),
        ("playlists", (each.id for each in revision.playlists)),
        ("assets", (each.sha256 for each in revision.assets)),
    )
    for kind, names in kinds:
        for name, times in Counter(names).items():
            if times > 1:
                yield Fault(f"{kind}.{name}", "is there twice")


def _lost(revision: Revision) -> Iterator[Fault]:
    """Yield what leads nowhere."""
    items = {each.id for each in revision.items}
    playlists = {each.id for each in revision.playlists}
    for playlist in revision.playlists:
        for each in dict.fromkeys(playlist.items):
            if each not in items:
                yield Fault(f"playlists.{playlist.id}", f'there is no item "{each}"')
    for number, placement in enumerate(revision.placements, 1):
        if placement.playlist not in playlists:
            text = f'there is no playlist "{placement.playlist}"'
            yield Fault(f"placements[{number}]", text)


def _idle(revision: Revision) -> Iterator[Fault]:
    """Yield what no screen would ever show."""
    placed = {each.playlist for each in revision.placements}
    for playlist in revision.playlists:
        if playlist.id not in placed:
            yield Fault(f"playlists.{playlist.id}", "no screen plays it")
    played = _named(revision.playlists)
    for item in revision.items:
        if item.id not in played:
            yield Fault(f"items.{item.id}", "is in no playlist")
    needed = {each for item in revision.items for each in assets_of(item.content)}
    for asset in revision.assets:
        if asset.sha256 not in needed:
            yield Fault(f"assets.{asset.sha256}", "no item shows it")


def _named(playlists: Sequence[Playlist]) -> set[str]:
    return {each for playlist in playlists for each in playlist.items}


def _unfit(revision: Revision) -> Iterator[Fault]:
    """Yield what an item cannot show."""
    assets = {each.sha256: each for each in revision.assets}
    for item in revision.items:
        place = f"items.{item.id}"
        for text in (*_wrong_files(item, assets), *_wrong_words(item)):
            yield Fault(place, text)


def _wrong_files(item: Item, assets: dict[str, Asset]) -> Iterator[str]:
    for each in dict.fromkeys(assets_of(item.content)):
        if each not in assets:
            yield f"its file {each} is not among the assets"
    for each, family in _families(item):
        asset = assets.get(each)
        if asset is None:
            continue
        if asset.family != family:
            yield f"needs a file of kind {family}, not {asset.mime}"
        elif family != "text" and not (asset.width and asset.height):
            yield f"the width and the height of its file {each} are not known"
        elif family == "video" and not asset.seconds:
            yield f"the length of its film {each} is not known"


def _families(item: Item) -> Iterator[tuple[str, str]]:
    """Yield each file that the item needs, and of what sort it must be."""
    yield from ((each, "image") for each in pictures_of(item.content))
    if isinstance(item.content, Video):
        yield item.content.asset, "video"
        yield from ((each.asset, "text") for each in item.content.captions)


def _wrong_words(item: Item) -> Iterator[str]:
    for name, words in words_of(item.content):
        for language in ("ar", "fr", "en", "zgh"):
            text = getattr(words, language)
            if len(text) > MOST_LETTERS:
                yield f"{name}.{language} has {len(text)} letters; {MOST_LETTERS} at most"
            if strange := _strange(text):
                yield f"{name}.{language} has characters that no screen can show: {strange}"


def _strange(text: str) -> str:
    found = dict.fromkeys(each for each in text if _is_strange(each))
    return ", ".join(f"U+{ord(each):04X}" for each in found)


def _is_strange(letter: str) -> bool:
    is_forbidden = unicodedata.category(letter) in _FORBIDDEN and letter not in _LINE_BREAKS
    return is_forbidden or letter in _DIRECTIONS
