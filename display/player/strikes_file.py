"""The failures on the disk, so that what brings the screen down is not tried for ever."""

import json
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from display.player.quarantine import Strikes
from media.durable import write_durably


def read_strikes(path: Path) -> Strikes:
    """Return what was counted; nothing where there is no file, or a broken one."""
    try:
        return Strikes(TypeAdapter(dict[str, int]).validate_json(path.read_bytes()))
    except (OSError, ValidationError):
        return Strikes()


def write_strikes(path: Path, strikes: Strikes) -> None:
    """Keep them. Raises `OSError`."""
    write_durably(path, json.dumps(strikes.counts, sort_keys=True).encode())
