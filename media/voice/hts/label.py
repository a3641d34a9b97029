"""Full-context labels: what HTS asks to know about each phone of a sentence.

The format is that of the HTS English demonstration ("HTS_TTS_ENG", described in its
lab_format.pdf), in which the Arabic voice was trained. Stress and parts of speech are not
told apart: every word is "content" and no syllable is stressed.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from media.voice.hts.phone import Phones

_VOWELS = frozenset(
    {"a", "aa", "A", "AA", "i", "ii", "I", "II", "u", "uu", "U", "UU"},
)
PAUSE = "pau"


@dataclass(frozen=True, slots=True)
class _Word:
    syllables: tuple[Phones, ...]

    @property
    def part_of_speech(self) -> str:
        return f"content_{len(self.syllables)}"


@dataclass(frozen=True, slots=True)
class _Phrase:
    words: tuple[_Word, ...]

    @property
    def syllables(self) -> int:
        return sum(len(word.syllables) for word in self.words)

    @property
    def size(self) -> tuple[int, int]:
        return self.syllables, len(self.words)


@dataclass(frozen=True, slots=True)
class Segment:
    """A phone or a pause, with what stands in its label after the phones around it."""

    phone: str
    context: str


def labels(phrases: Sequence[Sequence[Phones]]) -> list[str]:
    """Return one label for each phone, and for the pauses before, between and after phrases."""
    parts = tuple(_Phrase(tuple(_Word(_syllables(w)) for w in phrase)) for phrase in phrases)
    segments = tuple(_Labelled(parts).segments())
    names = ["x", "x", *(segment.phone for segment in segments), "x", "x"]
    return [
        f"{a}^{b}-{c}+{d}={e}@{segment.context}"
        for a, b, c, d, e, segment in zip(
            names, names[1:], names[2:], names[3:], names[4:], segments, strict=False
        )
    ]


def _syllables(phones: Phones) -> tuple[Phones, ...]:
    """Cut a word into syllables: each begins with the one consonant before its vowel."""
    vowels = [place for place, phone in enumerate(phones) if phone in _VOWELS]
    begins = [
        place - 1 if place and phones[place - 1] not in _VOWELS else place for place in vowels
    ]
    edges = (0, *begins[1:], len(phones))
    return tuple(phones[begin:end] for begin, end in pairwise(edges))


class _Labelled:
    """A sentence while its labels are made. Places count from 0."""

    def __init__(self, phrases: tuple[_Phrase, ...]) -> None:
        self._phrases = phrases
        self._words = tuple(word for phrase in phrases for word in phrase.words)
        self._lengths = tuple(len(s) for word in self._words for s in word.syllables)
        self._whole = f"/J:{len(self._lengths)}+{len(self._words)}-{len(phrases)}"
        self._first_word = (0, *accumulate(len(phrase.words) for phrase in phrases))
        self._first_syllable = (0, *accumulate(len(word.syllables) for word in self._words))

    def segments(self) -> Iterator[Segment]:
        """Tell the pauses and the phones in their order."""
        yield self._pause(0)
        for phrase in range(len(self._phrases)):
            for word in range(self._first_word[phrase], self._first_word[phrase + 1]):
                yield from self._word(phrase, word)
            yield self._pause(phrase + 1)

    def _pause(self, phrase: int) -> Segment:
        """Describe the pause before this phrase, or after the last one."""
        word = self._first_word[phrase]
        syllable = self._first_syllable[word]
        place = max(1, phrase)
        context = (
            f"x_x/A:0_0_{self._length(syllable - 1)}"
            f"/B:x-x-x@x-x&x-x#x-x$x-x!x-x;x-x|x/C:0+0+{self._length(syllable)}"
            f"/D:{self._part_of_speech(word - 1)}/E:x+x@x+x&x+x#x+x"
            f"/F:{self._part_of_speech(word)}/G:{self._size(phrase - 1, '_')}"
            f"/H:x=x@{place}={len(self._phrases) - place + 1}|0"
            f"/I:{self._size(phrase, '=')}{self._whole}"
        )
        return Segment(PAUSE, context)

    def _word(self, phrase: int, word: int) -> Iterator[Segment]:
        after = self._of_word(phrase, word)
        for place, phones in enumerate(self._words[word].syllables):
            before = self._of_syllable(phrase, word, place, phones)
            for index, phone in enumerate(phones):
                yield Segment(phone, f"{index + 1}_{len(phones) - index}{before}{after}")

    def _of_syllable(self, phrase: int, word: int, place: int, phones: Phones) -> str:
        syllable = self._first_syllable[word] + place
        in_word = len(self._words[word].syllables)
        in_phrase = syllable - self._first_syllable[self._first_word[phrase]]
        left = self._phrases[phrase].syllables - in_phrase
        vowel = next((phone for phone in phones if phone in _VOWELS), "novowel")
        return (
            f"/A:0_0_{self._length(syllable - 1)}"
            f"/B:0-0-{len(phones)}@{place + 1}-{in_word - place}&{in_phrase + 1}-{left}"
            f"#1-1$1-1!0-0;0-0|{vowel}/C:0+0+{self._length(syllable + 1)}"
        )

    def _of_word(self, phrase: int, word: int) -> str:
        syllables, words = self._phrases[phrase].size
        place = word - self._first_word[phrase]
        left = words - place
        is_first, is_last = word == 0, word == len(self._words) - 1
        return (
            f"/D:{self._part_of_speech(word - 1)}"
            f"/E:content+{len(self._words[word].syllables)}@{place + 1}+{left}&{place}+{left - 1}"
            f"#{int(not is_first)}+{int(not is_last)}/F:{self._part_of_speech(word + 1)}"
            f"/G:{self._size(phrase - 1, '_')}"
            f"/H:{syllables}={words}@{phrase + 1}={len(self._phrases) - phrase}|NONE"
            f"/I:{self._size(phrase + 1, '=')}{self._whole}"
        )

    def _length(self, syllable: int) -> int:
        return self._lengths[syllable] if 0 <= syllable < len(self._lengths) else 0

    def _part_of_speech(self, word: int) -> str:
        return self._words[word].part_of_speech if 0 <= word < len(self._words) else "0_0"

    def _size(self, phrase: int, between: str) -> str:
        there = 0 <= phrase < len(self._phrases)
        return between.join(map(str, self._phrases[phrase].size if there else (0, 0)))
