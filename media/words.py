"""One text in the languages of the hall, with what is shown when a language lacks it."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import assert_never

from media.french import with_hard_spaces
from media.isolation import isolate
from wire.messages import Language

Parts = tuple[tuple[Language, str], ...]
"""What stands for one text: one line in its language, or a line each in several."""

COLON: Mapping[Language, str] = MappingProxyType(
    {"ar": ": ", "zgh": ": ", "fr": "\u00a0: ", "en": ": "}
)
"""What follows a name before what it says; in French, after a space that cannot break."""


class Confidence(StrEnum):
    """How sure we are of a Tamazight text."""

    HIGH = "H"
    """Attested in a public source in this sense."""

    MEDIUM = "M"
    """Built by the rules from attested words."""

    LOW = "L"
    """Nobody who knows has confirmed it: kept for the reviewer, never shown."""


@dataclass(frozen=True, slots=True)
class Words:
    """A text in Arabic and French always, in English and Tamazight where there is one."""

    ar: str
    fr: str
    en: str = ""
    zgh: str = ""
    zgh_confidence: Confidence = Confidence.LOW
    zgh_source: str = ""

    def __post_init__(self) -> None:
        """Refuse a text whose Arabic or French is empty."""
        for language, text in (("Arabic", self.ar), ("French", self.fr)):
            if not text.strip():
                raise ValueError(f"the {language} text is empty")

    def parts(self, language: Language) -> Parts:
        """Return the text in the language, or what stands for it, line by line.

        Tamazight that is missing or unsure gives Arabic, then French; missing
        English gives French.
        """
        match language:
            case "ar":
                return (("ar", self.ar),)
            case "fr":
                return (("fr", with_hard_spaces(self.fr)),)
            case "en":
                return (("en", self.en),) if self.en else self.parts("fr")
            case "zgh":
                is_shown = self.zgh and self.zgh_confidence is not Confidence.LOW
                return (("zgh", self.zgh),) if is_shown else self.parts("ar") + self.parts("fr")
            case _:
                assert_never(language)

    def text(self, language: Language) -> str:
        """Return the same on one line: `العربية — français` where two languages stand in."""
        return on_one_line(self.parts(language))


def on_one_line(parts: Parts) -> str:
    """Join the parts with a dash, each isolated so that its direction stays its own."""
    if len(parts) == 1:
        return parts[0][1]
    return " — ".join(isolate(text) for _, text in parts)
