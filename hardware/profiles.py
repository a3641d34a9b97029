"""The printers that we know how to print a ticket on."""

from hardware.ports import DeviceError, PrinterProfile

PROFILES = (
    PrinterProfile("80mm", dots=576, dpi=203),
    PrinterProfile("80mm-plain", dots=576, dpi=203, is_acknowledging=False),
    PrinterProfile("58mm", dots=384, dpi=203, is_cutting=False, is_acknowledging=False),
    PrinterProfile("tm-t88", dots=512, dpi=180),
)
"""80 mm: Epson TM-T20, TM-m30 and what copies them well; plain, what copies them without
`GS ( H`, and would print it as letters. 58 mm: the small printers without a
knife. TM-T88: Epson's TM-T88II to V, whose head has 180 dots per inch."""


def printer_profile(name: str) -> PrinterProfile:
    """Return the profile of that name, or raise `DeviceError` with the names there are."""
    for profile in PROFILES:
        if profile.name == name:
            return profile
    known = ", ".join(profile.name for profile in PROFILES)
    raise DeviceError(f"no printer profile {name!r}; there are: {known}")
