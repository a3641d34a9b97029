"""The Tamazight texts that wait for a reviewer: unsure ones, and those that do not exist yet."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from media.pack import Pack
from media.pack.walking import all_words
from media.texts.catalogue import LOCALE, confidence, read_catalogue, source, translated
from media.words import Confidence


@dataclass(frozen=True, slots=True)
class ForReview:
    """A text that has no confirmed Tamazight yet; Arabic and French stand for it."""

    place: str
    ar: str
    fr: str
    zgh: str
    """The proposal; empty when there is none."""

    source: str


def review(pack: Pack, folder: Path = LOCALE) -> tuple[ForReview, ...]:
    """Return the texts of the pack, then those of the interface, that a reviewer should see."""
    return (*_of_pack(pack), *_of_interface(folder))


def _of_pack(pack: Pack) -> Iterator[ForReview]:
    for place, words in all_words(pack):
        if not words.zgh or words.zgh_confidence is Confidence.LOW:
            yield ForReview(place, words.ar, words.fr, words.zgh, words.zgh_source)


def _of_interface(folder: Path) -> Iterator[ForReview]:
    arabic, french = read_catalogue("ar", folder), read_catalogue("fr", folder)
    for message in read_catalogue("zgh", folder):
        if not message.id or confidence(message) is not Confidence.LOW:
            continue
        english = message.id if isinstance(message.id, str) else message.id[0]
        ar, fr = arabic.get(english), french.get(english)
        yield ForReview(
            place=f"interface: {english}",
            ar=translated(ar)[-1] if ar else "",
            fr=translated(fr)[-1] if fr else "",
            zgh=translated(message)[-1],
            source=source(message),
        )
