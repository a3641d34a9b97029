"""How services end, as pages and reports name it; a hall may have codes of its own besides."""

from collections.abc import Mapping
from types import MappingProxyType

from media.texts.marking import msgid

OUTCOMES: Mapping[str, str] = MappingProxyType(
    {
        "resolved": msgid("Dealt with"),
        "incomplete_file": msgid("Incomplete file"),
        "other_office": msgid("Another office is in charge"),
    }
)
