"""An expected wait, in words: a range of minutes, never a moment that is promised."""

from media.texts.loading import Texts
from media.words import Parts
from wire.messages import Expected, Language


def expected_parts(texts: Texts, language: Language, wait: Expected) -> Parts:
    """Return `Expected wait: about 10 to 25 minutes`; a range that begins at nought by its end."""
    high = max(1, wait.high)
    if wait.low <= 0:
        shortly = ("Expected wait: less than a minute", "Expected wait: less than {n} minutes")
        return texts.plural_parts(language, *shortly, high)
    if wait.low >= high:
        about = ("Expected wait: about {n} minute", "Expected wait: about {n} minutes")
        return texts.plural_parts(language, *about, high)
    between = (
        "Expected wait: about {low} to {n} minute",
        "Expected wait: about {low} to {n} minutes",
    )
    return texts.plural_parts(language, *between, high, low=wait.low)
