"""What the staff's pages say of an emergency, and ask before one is raised or lifted."""

from controller.web.wording import Wording
from media.texts import msgid


def emergency_wording() -> Wording:
    """Return the sentences, by the names that the scripts know them by."""
    return {
        "emergency_evacuation": msgid("Evacuation"),
        "emergency_security": msgid("Security alert"),
        "emergency_lasts": msgid("On every screen and kiosk since {time}, by {name}"),
        "lift": msgid("Lift the emergency"),
    }
