"""What a screen says to somebody who does not see it."""

from dataclasses import dataclass
from unicodedata import name

from media.isolation import plain
from media.voice.letter import letter_name
from media.voice.number.word import number_words
from media.words import Parts
from wire.messages import Language

_ISOLATES = ("\u2066", "\u2068")
_BETWEEN = " — "
_ARABIC = ("\u0600", "\u06ff")
_TIFINAGH = ("\u2d30", "\u2d7f")


@dataclass(frozen=True, slots=True)
class Control:
    """What can be chosen."""

    target: str
    """The name that the flow knows."""

    said: Parts
    """What it is and how it stands."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A whole screen by ear."""

    screen: str
    language: Language | None
    title: Parts
    """What the screen is about: its first text."""

    told: Parts
    """All else that is to be heard, in the order in which it is read."""

    controls: tuple[Control, ...]

    @property
    def subject(self) -> object:
        """What two readings share that are of one screen: it has only changed in part."""
        return self.screen, self.language, self.title

    def place_of(self, target: str) -> int | None:
        """Return where a control stands; nothing when it is not there any more."""
        places = (place for place, each in enumerate(self.controls) if each.target == target)
        return next(places, None)

    def news_since(self, before: "Reading") -> Parts:
        """Return what is told now and was not before."""
        return tuple(part for part in self.told if part not in before.told)


def spoken(text: str, language: Language) -> Parts:
    """Return a text as it is said: each of its languages apart, as their letters tell.

    `language` is that of its Latin letters and of what has no letters.
    """
    pieces = text.split(_BETWEEN) if text.startswith(_ISOLATES) else [text]
    said = ((script_language(each, language), " ".join(plain(each).split())) for each in pieces)
    return tuple((each, words) for each, words in said if words)


def script_language(text: str, language: Language) -> Language:
    """Return the language that a text's first letter tells: Arabic, Tamazight, or a Latin one."""
    for letter in text:
        if _ARABIC[0] <= letter <= _ARABIC[1]:
            return "ar"
        if _TIFINAGH[0] <= letter <= _TIFINAGH[1]:
            return "zgh"
        if letter.isalpha():
            return "fr" if language in {"ar", "zgh"} else language
    return language


def letter_by_ear(letter: str, language: Language) -> tuple[Language, str]:
    """Return one letter of a keyboard as it is said: a Tamazight one by its name, in French.

    The names of the letters are those of Unicode, which are IRCAM's: `yat` is ⵜ.
    """
    own = script_language(letter, language)
    if own != "zgh":
        return own, letter
    return "fr", name(letter).rpartition(" ")[2].lower()


def spelled(text: str, language: Language) -> str:
    """Return a ticket's number, or a code, letter by letter and figure by figure."""
    return ", ".join(_named(each, language) for each in text if each.isalnum())


def _named(letter: str, language: Language) -> str:
    if letter.isdigit():
        return number_words(int(letter), language)
    return letter_name(letter.upper(), language)
