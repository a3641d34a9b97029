"""Which of the proposed reasons somebody chose, whatever language their page was in."""

from collections.abc import Iterable

from media.isolation import plain
from media.texts.loading import Texts
from media.texts.reason_codes import REASONS
from wire.messages import LANGUAGES


def proposed(texts: Texts, reason: str, among: Iterable[str]) -> str | None:
    """Return the English text of the reason; nothing when it is in somebody's own words.

    `among` are codes. The pages send them; whoever sends a proposed text, in any language,
    means the same.
    """
    for code in among:
        known = REASONS[code]
        said = (plain(texts.parts(each, known)[0][1]) for each in LANGUAGES)
        if reason == code or reason in said:
            return known
    return None
