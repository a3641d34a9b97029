"""The classes of visitors, as pages and reports name them."""

from collections.abc import Mapping
from types import MappingProxyType

from media.texts.marking import msgid
from wire.messages import Priority

CLASSES: Mapping[Priority, str] = MappingProxyType(
    {
        "normal": msgid("No priority"),
        "disability": msgid("Person with a disability"),
        "elderly": msgid("Elderly person"),
        "pregnant": msgid("Pregnant, or with an infant"),
        "abroad": msgid("Moroccan living abroad"),
        "appointment": msgid("Appointment"),
    }
)
