"""French typography: the signs that may not begin a line."""

import re

_SPACE_BEFORE = re.compile(r" (?=[:;!?»%])")
_SPACE_AFTER = re.compile(r"(?<=«) ")
_HARD_SPACE = "\u00a0"


def with_hard_spaces(text: str) -> str:
    """Return the text with unbreakable spaces before `: ; ! ? » %` and after `«`."""
    return _SPACE_AFTER.sub(_HARD_SPACE, _SPACE_BEFORE.sub(_HARD_SPACE, text))
