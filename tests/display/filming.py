"""Small films for the tests: each second has its own shade of grey."""

from pathlib import Path

import av
from PIL import Image

RATE = 10
SHADES = (40, 110, 180, 240)
"""Of the first second, of the second…"""


def a_film(path: Path, seconds: int = 2, size: tuple[int, int] = (320, 180)) -> Path:
    """Write a film (H.264, no sound), and return where it is."""
    with av.open(path, "w", format="mp4") as film:
        stream = film.add_stream("libx264", rate=RATE)
        stream.width, stream.height, stream.pix_fmt = *size, "yuv420p"
        for number in range(seconds * RATE):
            shade = SHADES[number // RATE]
            frame = av.VideoFrame.from_image(Image.new("RGB", size, (shade, shade, shade)))
            film.mux(stream.encode(frame))
        film.mux(stream.encode())
    return path
