"""What the editors' pages call things."""

from controller.identity import APPROVING, WRITING
from controller.web.verdict_wording import verdict_names
from media.playlist.validity import WEEK
from media.texts import msgid
from media.texts.publishing import DECLINED, STAGES, STANDINGS, STEPS, TEMPLATES


def names() -> dict[str, object]:
    """Return what templates, stages, standings, steps and refusals are called."""
    return verdict_names() | {
        "templates": TEMPLATES,
        "stages": STAGES,
        "standings": STANDINGS,
        "steps": STEPS,
        "refusals": DECLINED,
        "writing": WRITING,
        "approving": APPROVING,
        "week": dict(zip(WEEK, _day_names(), strict=True)),
        "strengths": {
            "turn": msgid("In its turn"),
            "first": msgid("As the next one"),
            "replace": msgid("Instead of all others"),
        },
        "weights": {
            "1": msgid("As often as others"),
            "2": msgid("Twice as often as others"),
            "3": msgid("Three times as often as others"),
            "5": msgid("Five times as often as others"),
        },
        "ranks": {
            "urgent": msgid("Urgent"),
            "event": msgid("An event"),
            "normal": msgid("As all others"),
            "fallback": msgid("Only when nothing else plays"),
        },
        "holidays": {
            "as_ever": msgid("Shown as on other days"),
            "never": msgid("Not shown on holidays"),
            "only": msgid("Shown on holidays alone"),
        },
        "levels": {
            "yellow": msgid("Yellow: be careful"),
            "orange": msgid("Orange: be very careful"),
            "red": msgid("Red: extreme danger"),
            "green": msgid("Green: nothing special"),
        },
    }


def _day_names() -> tuple[str, ...]:
    return (
        msgid("Monday"),
        msgid("Tuesday"),
        msgid("Wednesday"),
        msgid("Thursday"),
        msgid("Friday"),
        msgid("Saturday"),
        msgid("Sunday"),
    )
