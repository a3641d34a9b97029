"""Films: MP4 with H.264, as every player decodes it; bounded, and never rewritten here.

A film's boxes are those of ISO/IEC 14496-12: a size, a name of four letters, what is inside.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from struct import unpack_from

from controller.intake.made import BadFile, Made, made
from media.playlist.model import LONGEST_FILM_SECONDS, MOST_ASSET_BYTES, MOST_PIXELS_ACROSS

MOST_CAPTION_BYTES = 1024 * 1024
MOST_BOXES = 10_000
"""Of one film's index: a thousand times what one has, and still read at once."""

CODEC = b"avc1"


@dataclass(frozen=True, slots=True)
class Box:
    """A box's name, and where its inside begins and ends."""

    name: bytes
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Track:
    """The picture of a film."""

    width: int
    height: int
    codec: bytes


def film(data: bytes) -> Made:
    """Return the film as it is, with its size and its length; raises `BadFile`."""
    if len(data) > MOST_ASSET_BYTES:
        raise BadFile("too_large", f"{len(data)} > {MOST_ASSET_BYTES}")
    try:
        seconds, track = _read(data)
    except (struct.error, IndexError, ZeroDivisionError) as error:
        raise BadFile("not_a_film", str(error)) from None
    if not 0 < seconds <= LONGEST_FILM_SECONDS:
        raise BadFile("too_long", f"{seconds:.0f} s")
    if track.codec != CODEC:
        raise BadFile("not_a_film", f"{track.codec.decode('latin-1')}: needs H.264")
    if max(track.width, track.height) > MOST_PIXELS_ACROSS or not (track.width and track.height):
        raise BadFile("too_many_pixels", f"{track.width} x {track.height}")
    return made(data, "video/mp4", (track.width, track.height), seconds)


def captions(data: bytes) -> Made:
    """Return the captions (WebVTT) as UTF-8 text; raises `BadFile`."""
    if len(data) > MOST_CAPTION_BYTES:
        raise BadFile("too_large", f"{len(data)} > {MOST_CAPTION_BYTES}")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise BadFile("not_captions", "not UTF-8") from None
    if not text.startswith("WEBVTT") or "-->" not in text:
        raise BadFile("not_captions")
    return made(text.encode(), "text/vtt")


def _read(data: bytes) -> tuple[float, Track]:
    inside = {box.name: box for box in _boxes(data, 0, len(data))}
    if b"ftyp" not in inside or b"moov" not in inside:
        raise BadFile("not_a_film", "no MP4")
    moov = inside[b"moov"]
    parts = list(_boxes(data, moov.start, moov.end))
    tracks = (_track(data, each) for each in parts if each.name == b"trak")
    shown = next((each for each in tracks if each is not None), None)
    header = next((each for each in parts if each.name == b"mvhd"), None)
    if shown is None or header is None:
        raise BadFile("not_a_film", "no picture in it")
    return _seconds(data, header), shown


def _boxes(data: bytes, start: int, end: int) -> Iterator[Box]:
    for _ in range(MOST_BOXES):
        if start + 8 > end:
            return
        size, name = unpack_from(">I4s", data, start)
        head = 8
        if size == 1:
            (size,) = unpack_from(">Q", data, start + 8)
            head = 16
        size = size or end - start
        if size < head or start + size > end:
            raise BadFile("not_a_film", "it is cut short")
        yield Box(name, start + head, start + size)
        start += size
    raise BadFile("not_a_film", "it has too many parts")


def _child(data: bytes, box: Box, *names: bytes) -> Box | None:
    for name in names:
        found = next((each for each in _boxes(data, box.start, box.end) if each.name == name), None)
        if found is None:
            return None
        box = found
    return box


def _seconds(data: bytes, header: Box) -> float:
    is_long = data[header.start] == 1
    shape, place = (">IQ", 20) if is_long else (">II", 12)
    scale, length = unpack_from(shape, data, header.start + place)
    return float(length) / float(scale)


def _track(data: bytes, trak: Box) -> Track | None:
    """Return the track if it is one of pictures."""
    header = _child(data, trak, b"tkhd")
    handler = _child(data, trak, b"mdia", b"hdlr")
    samples = _child(data, trak, b"mdia", b"minf", b"stbl", b"stsd")
    if header is None or handler is None or samples is None:
        return None
    if data[handler.start + 8 : handler.start + 12] != b"vide":
        return None
    # The last two numbers of the header, each with sixteen bits behind the point.
    width, height = unpack_from(">II", data, header.end - 8)
    codec = data[samples.start + 12 : samples.start + 16]
    return Track(width >> 16, height >> 16, codec)
