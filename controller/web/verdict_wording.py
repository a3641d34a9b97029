"""What the preview says of a page: whether people can read it, and how that is mended."""

from collections.abc import Mapping
from types import MappingProxyType

from controller.signage.doubts import NEEDED_CONTRAST, NEEDED_DEGREES, Concern
from media.texts import msgid

CONCERNS: Mapping[Concern, str] = MappingProxyType(
    {
        Concern.SMALL: msgid(
            "{measured}° high at {distance} m, where {needed}° is asked for: "
            "read with ease up to {metres} m away."
        ),
        Concern.TINY: msgid(
            "{measured}° high at {distance} m: too small to be read there. "
            "Read with ease up to {metres} m away."
        ),
        Concern.CUT: msgid(
            "It does not fit in letters that can be read: use fewer, shorter words."
        ),
        Concern.FAINT: msgid(
            "Contrast {measured} : 1, where {contrast} : 1 is asked for: "
            "its colours are too near to what is behind them."
        ),
        Concern.STRETCHED: msgid(
            "The picture is enlarged {measured} times and looks blurred: take one with more pixels."
        ),
        Concern.PAPER: msgid(
            "Letters of 11 points on this paper can be read up to {metres} m away, and people "
            "stand at {distance} m: write what matters as a text."
        ),
        Concern.LONG: msgid(
            "All its pages take {measured} seconds: who waits for their language looks away. "
            "Write less."
        ),
        Concern.NOTHING: msgid("This screen has nothing to show: no text in its languages."),
    }
)
"""Of each concern; what is measured stands in them."""

SHORTER = msgid("At most {letters} letters would be large enough.")
NEARER = msgid(
    "Fewer words do not help here: hang the screen nearer, or take one of {inches} inches."
)


def verdict_names() -> dict[str, object]:
    """Return what the templates need to word doubts."""
    return {
        "concerns": CONCERNS,
        "shorter": SHORTER,
        "nearer": NEARER,
        "needed": f"{NEEDED_DEGREES:g}",
        "needed_contrast": f"{NEEDED_CONTRAST:g}",
        "kinds": {"title": msgid("Title"), "text": msgid("Text")},
    }
