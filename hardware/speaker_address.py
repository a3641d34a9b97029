"""The addresses of speakers in settings: one of `hardware.devices.SPEAKER_ADDRESSES`."""

from pathlib import Path

VIRTUAL = "virtual:"


def address_within(folder: Path, address: str) -> str:
    """Let a virtual speaker's folder start from the settings' folder, as every path does."""
    if not address.startswith(VIRTUAL):
        return address
    return f"{VIRTUAL}{folder / address.removeprefix(VIRTUAL)}"
