"""The grammar of an announcement: which words call a ticket to a counter.

Each language says one sentence of two phrases, the ticket and the counter. A phrase is
there twice: as a text for engines that read, and as the clips of a recorded voice.
"""

import re
from dataclasses import dataclass
from typing import assert_never

from media.voice.clip import COUNTERS, TICKETS, counter_clip, number_clips, ticket_clip
from media.voice.letter import letter_name
from media.voice.number.word import number_words, words_after_hundreds
from wire.messages import Language

_TICKET = re.compile(r"([A-Z])(\d{1,4})")


class UnspeakableTicketError(ValueError):
    """The ticket number is not one letter and up to four digits."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Half a sentence, as a text and as clips."""

    text: str
    clips: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A call in one language."""

    language: Language
    ticket: Phrase
    counter: Phrase

    @property
    def text(self) -> str:
        """The whole sentence, for engines that read."""
        return f"{self.ticket.text} {self.counter.text}"


@dataclass(frozen=True, slots=True)
class Announcement:
    """A call made audible: after the chime, the same sentence in each language."""

    sentences: tuple[Sentence, ...]


def announcement(ticket: str, counter: int, languages: tuple[Language, ...]) -> Announcement:
    """Return the announcement of a call, or raise `UnspeakableTicketError`."""
    return Announcement(tuple(sentence(ticket, counter, language) for language in languages))


def sentence(ticket: str, counter: int, language: Language) -> Sentence:
    """Return the sentence that calls this ticket, or raise `UnspeakableTicketError`."""
    found = _TICKET.fullmatch(ticket)
    if not found or not 0 <= counter < 10_000:
        raise UnspeakableTicketError(f"{ticket} to counter {counter}")
    letter, number = found[1], int(found[2])
    said = f"{ticket_text(letter, language)} {number_text(number, language)}"
    return Sentence(
        language,
        Phrase(said, (ticket_clip(letter), *number_clips(number))),
        Phrase(counter_text(counter, language), (counter_clip(counter),)),
    )


def ticket_text(letter: str, language: Language) -> str:
    """Return the words up to the number; they end in a short rest."""
    name = letter_name(letter, language)
    match language:
        case "ar":
            return f"التَّذْكِرَةُ {name}،"
        case "fr":
            return f"Le ticket {name},"
        case "en":
            return f"Ticket {name},"
        case "zgh":
            return f"{name},"
        case _:
            assert_never(language)


def number_text(number: int, language: Language) -> str:
    """Return the ticket's number in words, with the rest that follows it."""
    words = number_words(number, language)
    return f"{words}." if language == "ar" else f"{words},"


def counter_text(counter: int, language: Language) -> str:
    """Return the words that name the counter."""
    number = number_words(counter, language)
    match language:
        case "ar":
            return f"الشُّبَّاكُ رَقْمُ {number}."
        case "fr":
            return f"est attendu au guichet {number}."
        case "en":
            return f"please go to counter {number}."
        case "zgh":
            return f"{number}."
        case _:
            assert_never(language)


def clip_texts(language: Language) -> dict[str, str]:
    """Return the words of every clip that the grammar may ask for, by the clip's name."""
    return (
        {ticket_clip(letter): ticket_text(letter, language) for letter in TICKETS}
        | {f"n-{n}": number_text(n, language) for n in (*range(100), *range(100, 1000, 100))}
        | {f"hundred-{n}": number_words(n * 100, language) for n in range(1, 10)}
        | {f"after-{n}": f"{words_after_hundreds(n, language)}." for n in range(1, 100)}
        | {counter_clip(counter): counter_text(counter, language) for counter in COUNTERS}
    )
