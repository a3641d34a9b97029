"""The printers that we know how to print a ticket on."""

from hardware.ports import Acknowledgement, DeviceError, Dialect, Presenter, PrinterProfile

PROFILES = (
    PrinterProfile("80mm", dots=576, dpi=203),
    PrinterProfile("80mm-plain", dots=576, dpi=203, acknowledgement=Acknowledgement.PAPER),
    PrinterProfile(
        "58mm", dots=384, dpi=203, is_cutting=False, acknowledgement=Acknowledgement.PAPER
    ),
    PrinterProfile("tm-t88", dots=512, dpi=180),
    PrinterProfile(
        "custom-presenter",
        dots=576,
        dpi=203,
        acknowledgement=Acknowledgement.PAPER,
        dialect=Dialect.CUSTOM,
        presenter=Presenter(present="1d 65 03 0c", retract="1d 65 02"),
    ),
    PrinterProfile(
        "citizen-presenter",
        dots=576,
        dpi=203,
        acknowledgement=Acknowledgement.PAPER,
        presenter=Presenter(present="1d 52 31 09"),
    ),
)
"""80 mm: Epson TM-T20, TM-m30 and what copies them well; plain, what copies them without
`GS ( H`, and would print it as letters. 58 mm: the small printers without a
knife. TM-T88: Epson's TM-T88II to V, whose head has 180 dots per inch. Presenters: Custom's
VKP80 and KPM (`GS e`: 3 holds 12 steps of paper out, 2 draws it in) and Citizen's PMU
(`GS R 49 9`: draw it in by itself after 9 s), by their makers' command references."""


def printer_profile(name: str, own: tuple[PrinterProfile, ...] = ()) -> PrinterProfile:
    """Return the profile of that name, one's own first.

    Raises `DeviceError` with the names there are.
    """
    there = (*own, *PROFILES)
    for profile in there:
        if profile.name == name:
            return profile
    known = ", ".join(profile.name for profile in there)
    raise DeviceError(f"no printer profile {name!r}; there are: {known}")
