"""Files that editors hand in, drawn here."""

import struct
from io import BytesIO

from PIL import Image


def jpeg(size: tuple[int, int] = (64, 32), **options: object) -> bytes:
    written = BytesIO()
    Image.new("RGB", size, "red").save(written, "JPEG", **options)
    return written.getvalue()


def photo() -> bytes:
    """Return a photograph that lies on its side, and tells where it was taken."""
    exif = Image.Exif()
    exif[0x0112] = 6  # turn it by a quarter to see it upright
    exif[0x010F] = "Camera of somebody"
    exif.get_ifd(0x8825)[1] = "N"
    return jpeg(exif=exif)


def png(colour: object = (0, 0, 255, 128), size: tuple[int, int] = (40, 20)) -> bytes:
    written = BytesIO()
    Image.new("RGBA", size, colour).save(written, "PNG")
    return written.getvalue()


def pdf(pages: int = 2) -> bytes:
    """Return a PDF of white pages, A4 upright."""
    written = BytesIO()
    drawn = [Image.new("L", (210, 297), 255) for _ in range(pages)]
    drawn[0].save(written, "PDF", save_all=True, append_images=drawn[1:])
    return written.getvalue()


def box(name: bytes, *inside: bytes) -> bytes:
    body = b"".join(inside)
    return struct.pack(">I4s", 8 + len(body), name) + body


def mp4(seconds: float = 2.5, size: tuple[int, int] = (640, 360), codec: bytes = b"avc1") -> bytes:
    """Return the index of a film without the film, as ISO/IEC 14496-12 has it."""
    width, height = size
    mvhd = box(b"mvhd", bytes(12), struct.pack(">II", 1000, int(seconds * 1000)), bytes(80))
    tkhd = box(b"tkhd", bytes(76), struct.pack(">II", width << 16, height << 16))
    hdlr = box(b"hdlr", bytes(8), b"vide", bytes(13))
    stsd = box(b"stsd", struct.pack(">II", 0, 1), box(codec, bytes(8)))
    mdia = box(b"mdia", hdlr, box(b"minf", box(b"stbl", stsd)))
    moov = box(b"moov", mvhd, box(b"trak", tkhd, mdia))
    return box(b"ftyp", b"isom", bytes(4)) + moov + box(b"mdat", bytes(100))
