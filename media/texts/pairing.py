"""Why a device was not paired, in words."""

from collections.abc import Mapping
from types import MappingProxyType

from media.texts.marking import msgid

UNPAIRED: Mapping[str, str] = MappingProxyType(
    {
        "unknown_code": msgid("No device shows this code now. Look at it again."),
        "name_taken": msgid("Another device has this name: choose another, or let it be replaced."),
        "no_such_device": msgid("There is no device of this name to replace."),
        "other_kind": msgid("The device of this name is of another kind."),
        "bad_name": msgid("A name has 1 to 40 characters that can be read."),
        "too_many": msgid("Too many wrong codes. Wait for a minute."),
    }
)
