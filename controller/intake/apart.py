"""Reads editors' files in a process of their own: a decoder that crashes takes no calls with it."""

import subprocess
import sys
from dataclasses import dataclass

from pydantic import TypeAdapter

from controller.intake.made import BadFile, Made, Reason
from media.playlist.model import Asset

PATIENCE = 90.0
"""Seconds; a paper of forty pages takes a quarter of it."""

PAPER = b"%PDF-"
"""How a PDF begins, perhaps behind some other bytes (ISO 32000-1, annex H.3.4.1)."""


@dataclass(frozen=True, slots=True)
class Told:
    """What the process says before the bytes: each file that it made, or why there is none."""

    assets: tuple[Asset, ...] = ()
    reason: Reason | None = None
    detail: str = ""


def is_paper(data: bytes) -> bool:
    """Whether it says to be a PDF."""
    return PAPER in data[:1024]


def taken_in(data: bytes) -> tuple[Made, ...]:
    """Return the pages of a PDF as pictures, or the one picture; raises `BadFile`."""
    unreadable: Reason = "not_a_pdf" if is_paper(data) else "not_a_picture"
    command = [sys.executable, "-m", "controller.intake.process"]
    try:
        ended = subprocess.run(  # noqa: S603 - our own program; the file is only its input
            command,
            input=data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=PATIENCE,
            check=True,
        )
    except subprocess.TimeoutExpired:
        raise BadFile(unreadable, f"> {PATIENCE:.0f} s") from None
    except subprocess.CalledProcessError as error:
        raise BadFile(unreadable, f"{error.returncode}") from None
    return _made(ended.stdout)


def line_of(told: Told) -> bytes:
    """Return what stands before the bytes."""
    return TypeAdapter(Told).dump_json(told) + b"\n"


def _made(output: bytes) -> tuple[Made, ...]:
    line, _, rest = output.partition(b"\n")
    told = TypeAdapter(Told).validate_json(line)
    if told.reason is not None:
        raise BadFile(told.reason, told.detail)
    made, place = [], 0
    for asset in told.assets:
        made.append(Made(rest[place : place + asset.size], asset))
        place += asset.size
    return tuple(made)
