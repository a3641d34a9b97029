"""What is wrong with a device, and how its machine is, in words."""

from collections.abc import Mapping
from types import MappingProxyType

from media.texts.marking import msgid

TROUBLES: Mapping[str, str] = MappingProxyType(
    {
        "away": msgid("Not connected"),
        "silent": msgid("Its picture stands still"),
        "refused": msgid("Refuses what was published"),
        "behind": msgid("Does not show what was published yet"),
        "left_out": msgid("Leaves out what it cannot show"),
        "disk": msgid("Its disk does not keep what is written"),
        "disk_full": msgid("Its disk is full"),
        "hot": msgid("Its processor is too hot"),
        "slowed": msgid("Its processor is slowed down"),
        "power": msgid("Its power supply is too weak"),
    }
)
"""By `wire.messages.DeviceTrouble`."""

WELL = msgid("The machine is well")

FACTS: Mapping[str, str] = MappingProxyType(
    {
        "warmth": msgid("Temperature"),
        "power": msgid("Power supply"),
        "disk": msgid("Free disk"),
        "memory": msgid("Free memory"),
        "uptime": msgid("Running for"),
        "size": msgid("Size in pixels"),
        "clock": msgid("Time from"),
        "version": msgid("Version"),
    }
)

CLOCKS: Mapping[str, str] = MappingProxyType(
    {
        "controller": msgid("the controller"),
        "ntp": msgid("a time server"),
        "rtc": msgid("its own clock with a battery"),
        "none": msgid("nowhere: a guess"),
    }
)
"""By `wire.messages.ClockTrust`."""

NOT_TOLD = msgid("not told by this machine")
POWER_FINE = msgid("fine")
POWER_WEAK = msgid("was too weak since the start")
DARK = msgid("Dark on purpose: the hall is closed")

NO_PICTURE: Mapping[str, str] = MappingProxyType(
    {
        "not_allowed": msgid("The settings of this screen allow no picture"),
        "too_soon": msgid("It has sent a picture just now"),
        "failed": msgid("It could not take a picture"),
    }
)
"""By `wire.messages.NoPicture`."""
