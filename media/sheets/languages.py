"""A text in every language that has it, for other programs."""

from collections.abc import Callable

from media.isolation import plain
from media.words import Parts
from wire.messages import LANGUAGES, Language


def in_all_languages(say: Callable[[Language], Parts]) -> dict[str, str]:
    """Return the text by language, without isolates; without a language that others stand for."""
    told = {language: dict(say(language)) for language in LANGUAGES}
    return {
        language: plain(parts[language]) for language, parts in told.items() if language in parts
    }
