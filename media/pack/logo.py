"""A commune's logo: which files can be one."""

import struct
import zlib
from pathlib import Path

SIGNATURE = b"\x89PNG\r\n\x1a\n"

FRAME_BYTES = 12
"""What stands around a chunk's data: its length and its kind before it, its check after it."""

LEAST_SIDE, MOST_SIDE = 128, 2048
"""Pixels of its longer side: fewer are coarse on a large screen, more cost memory alone."""

MOST_BYTES = 1_000_000


def fault_of(logo: Path) -> str:
    """Return why the file cannot be a logo; empty where it can. Raises nothing."""
    try:
        size = logo.stat().st_size
        if size > MOST_BYTES:
            return f'"{logo.name}" has {size:,} bytes; {MOST_BYTES:,} are the most'
        png = logo.read_bytes()
    except OSError:
        return f'there is no file "{logo.name}" that can be read'
    if not png.startswith(SIGNATURE):
        return f'"{logo.name}" is not a PNG file'
    if not _is_whole(png):
        return f'"{logo.name}" is damaged or cut short'
    longer = max(_size_of(png))
    if not LEAST_SIDE <= longer <= MOST_SIDE:
        return f"its longer side has {longer} pixels; it needs {LEAST_SIDE} to {MOST_SIDE}"
    return ""


def usable(logo: Path | None) -> Path | None:
    """Return the logo where it can be shown."""
    return None if logo is None or fault_of(logo) else logo


def shape_of(logo: Path) -> float:
    """Return the width of a file that can be a logo, in its height."""
    width, height = _size_of(logo.read_bytes())
    return width / height


def _is_whole(png: bytes) -> bool:
    """Whether it has a size, and every chunk to the last is as it was written."""
    at, kind = len(SIGNATURE), b""
    while kind != b"IEND":
        framed = png[at + 4 : at + FRAME_BYTES + _number(png, at)]
        if len(framed) < FRAME_BYTES - 4 or zlib.crc32(framed[:-4]) != _number(framed, -4):
            return False
        kind, at = framed[:4], at + 4 + len(framed)
    return 0 not in _size_of(png)


def _size_of(png: bytes) -> tuple[int, int]:
    """Return a PNG's width and height (ISO/IEC 15948, 11.2.2)."""
    width, height = struct.unpack_from(">II", png, 16)
    return width, height


def _number(data: bytes, at: int) -> int:
    """Return the number of four bytes there; of those that there are, where the data ends."""
    return int.from_bytes(data[at:][:4])
