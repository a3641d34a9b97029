"""What a page says by itself: when it has lost this program, and when it needs a tap."""

from collections.abc import Iterable, Mapping

from display.wording import LOST, Said, named, own
from media.look.pictograms import glyph
from media.texts import Texts

TAP = "Tap the screen or press OK: sound and full screen"
STRANGER = "This browser is not a screen of the hall yet. Open the screen's own address in it."


def page_texts(texts: Texts) -> dict[str, object]:
    """Return the texts, in the languages in which they are said, and their pictograms."""
    return {
        "lost": _told(named(texts, LOST)),
        "tap": _told(named(texts, TAP)),
        "stranger": _told(own(texts, STRANGER)),
        "offline": glyph("offline"),
        "muted": glyph("mute"),
    }


def _told(said: Iterable[Said]) -> list[Mapping[str, str]]:
    return [{"language": each.language, "words": each.text} for each in said]
