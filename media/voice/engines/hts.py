"""An HTS voice where one is installed: Arabic, from a `.htsvoice` file and `hts_engine`."""

from pathlib import Path

from media.voice.engines.engine import CannotSayError
from media.voice.hts.phone import NotVocalisedError, phrases
from media.voice.hts.synthesis import SPEED, SynthesisError, synthesise
from media.voice.prose import Spoken
from media.voice.sound import Samples, trimmed
from wire.messages import Language


class HtsEngine:
    """Speaks vocalised Arabic with the given voice file."""

    def __init__(self, voice: Path) -> None:
        self._voice = voice

    @property
    def name(self) -> str:
        """The voice file and the speed."""
        return f"hts/{self._voice.name}/{SPEED}"

    @property
    def is_reader(self) -> bool:
        """It reads whatever text it is given."""
        return True

    def offers(self, language: Language) -> bool:
        """Tell whether it is Arabic and the voice file is there."""
        return language == "ar" and self._voice.is_file()

    def say(self, sentence: Spoken) -> Samples:
        """Return the sentence, spoken in one breath after another, or raise `CannotSayError`."""
        try:
            return trimmed(synthesise(self._voice, phrases(sentence.text)).samples)
        except (SynthesisError, NotVocalisedError) as error:
            raise CannotSayError(f"{self.name}: {error}") from error
