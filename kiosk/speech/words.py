"""What the spoken mode says of itself: the texts of no screen."""

from collections.abc import Sequence

from media.texts import Texts, msgid
from media.words import Parts
from wire.messages import Language

WELCOME = msgid(
    "Spoken guide. The keys “next” and “previous” lead from one choice to the other, "
    "“choose” takes it, “repeat” says it again or stops."
)
NO_TAMAZIGHT = msgid("Tamazight has no voice here yet: what is on the screen is said in Arabic.")
CHOICES = (msgid("{n} choice"), msgid("{n} choices"))
VOLUME = msgid("Volume {step} of {most}")
PAGE = msgid("Page {number} of {count}")
TYPED = msgid("{typed} of {whole} letters typed")
MORE = msgid("One more")
LESS = msgid("One less")
DELETE_LAST = msgid("Delete the last letter")


def welcome(texts: Texts, languages: Sequence[Language]) -> Parts:
    """Return the greeting, in each language that says it itself."""
    return tuple(
        part for each in languages for part in texts.parts(each, WELCOME) if part[0] == each
    )


def number_of_choices(texts: Texts, language: Language, count: int) -> Parts:
    """Return how many controls a screen has; nothing where there is none."""
    return texts.plural_parts(language, *CHOICES, count) if count else ()
