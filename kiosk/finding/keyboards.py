"""The kiosk's own keyboards: letters in the order that people know from their telephones."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

from wire.messages import Language

Script = Literal["arabic", "latin", "tifinagh"]

KEYBOARDS: Mapping[Script, tuple[str, ...]] = MappingProxyType(
    {
        "arabic": ("ضصثقفغعهخحج", "شسيبلاتنمكط", "ذءؤرىةوزظد"),
        "latin": ("azertyuiop", "qsdfghjklm", "wxcvbnéèàç"),
        "tifinagh": ("ⴰⵣⴻⵔⵜⵢⵓⵉⵄⵃⵥ", "ⵇⵙⴷⴼⴳⵀⵊⴽⵍⵎⵕ", "ⵡⵅⵛⵖⴱⵏⵟⴹⵚⵯ"),
    }
)
"""Arabic as on the keyboards of the region, French AZERTY, Tifinagh as IRCAM laid it on AZERTY.

Letters that the search takes for one another need not all be there.
"""

DIGITS = "1234567890"

NAMES: Mapping[Script, str] = MappingProxyType(
    {"arabic": "ا ب ت", "latin": "A B C", "tifinagh": "ⴰ ⴱ ⴳ"}
)
"""What the buttons say that change the keyboard: it is understood without reading."""

LONGEST = 24
"""Letters that may be typed."""


def script_of(language: Language) -> Script:
    """Return the keyboard with which a visitor of that language begins."""
    match language:
        case "ar":
            return "arabic"
        case "zgh":
            return "tifinagh"
        case "fr" | "en":
            return "latin"
