"""Which of the proposed reasons somebody chose, whatever language their page was in."""

from collections.abc import Iterable

from media.isolation import plain
from media.texts.loading import Texts
from wire.messages import LANGUAGES


def proposed(texts: Texts, reason: str, among: Iterable[str]) -> str | None:
    """Return the English text of the reason; nothing when it is in somebody's own words."""
    for known in among:
        if any(reason == plain(texts.parts(each, known)[0][1]) for each in LANGUAGES):
            return known
    return None
