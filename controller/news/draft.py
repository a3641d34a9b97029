"""An item as it would be shown: clean, and with a fingerprint of all that is seen of it."""

import re
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from hashlib import sha256
from urllib.parse import urlsplit

from controller.news.cleaning import headline, line, paragraphs
from controller.news.entry import Entry, Sitting
from controller.news.feed import Feed
from controller.news.mojibake import Letters, mended
from wire.messages import Language

LONGEST_LINK = 2000
MOST_PICTURES = 5
"""How many of an item's pictures are tried, one after the other."""

_TIFINAGH = re.compile("[\u2d30-\u2d7f]")
_ARABIC = re.compile("[\u0621-\u064a]")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")


@dataclass(frozen=True, slots=True)
class Draft:
    """A news item or a session, cleaned."""

    key: str
    """The fingerprint of what the source knows it by."""

    headline: str
    paragraphs: tuple[str, ...]
    language: Language
    link: str = ""
    published: datetime | None = None
    categories: tuple[str, ...] = ()
    pictures: tuple[str, ...] = ()
    sitting: Sitting | None = None
    letters: Letters = Letters.SOUND

    @property
    def fingerprint(self) -> str:
        """Return what changes with anything that is seen of it.

        The address of the picture counts without its query, which some sites sign anew each time.
        """
        picture = urlsplit(self.pictures[0])._replace(query="").geturl() if self.pictures else ""
        sitting = () if self.sitting is None else tuple(map(str, asdict(self.sitting).values()))
        seen = (self.headline, *self.paragraphs, self.language, picture, *sitting)
        return sha256("\x00".join(seen).encode()).hexdigest()

    @property
    def is_damaged(self) -> bool:
        """Return whether letters were lost on the way."""
        return self.letters is Letters.DAMAGED


def drafted(feed: Feed, entry: Entry) -> Draft | None:
    """Return the entry, cleaned; nothing when no word of its title is left."""
    title, body, place = (
        mended(text)
        for text in (entry.title, entry.body, entry.sitting.place if entry.sitting else "")
    )
    head, text = headline(title.text), paragraphs(body.text)
    if not head:
        return None
    sitting = entry.sitting and replace(entry.sitting, place=line(place.text))
    return Draft(
        sha256(entry.guid.encode("utf-8", "replace")).hexdigest(),
        head,
        _without(head, text),
        language_of(" ".join((head, *text)), entry.language, feed.languages),
        entry.link if _is_web(entry.link) else "",
        entry.published,
        tuple(line(each)[:80] for each in entry.categories[:10]),
        tuple(filter(_is_web, entry.pictures))[:MOST_PICTURES],
        sitting,
        _worst(title.letters, body.letters, place.letters),
    )


def language_of(text: str, declared: str, usual: tuple[Language, ...]) -> Language:
    """Return the language by the letters; of Latin ones, as the source or the settings say."""
    letters = {
        "zgh": len(_TIFINAGH.findall(text)),
        "ar": len(_ARABIC.findall(text)),
        "latin": len(_LATIN.findall(text)),
    }
    match max(letters, key=lambda each: letters[each]) if any(letters.values()) else usual[0]:
        case "zgh":
            return "zgh"
        case "ar":
            return "ar"
        case _ if declared[:2].lower() == "en":
            return "en"
        case _ if declared[:2].lower() == "fr" or "en" not in usual:
            return "fr"
        case _:
            return next(each for each in usual if each in {"fr", "en"})


def _without(head: str, texts: tuple[str, ...]) -> tuple[str, ...]:
    """Return the paragraphs without one that only says the title again."""
    return texts[1:] if texts and texts[0] == head else texts


def _is_web(address: str) -> bool:
    is_written = address.isprintable() and len(address) <= LONGEST_LINK
    return is_written and address.startswith(("http://", "https://"))


def _worst(*letters: Letters) -> Letters:
    order = (Letters.SOUND, Letters.REPAIRED, Letters.DAMAGED)
    return max(letters, key=order.index)
