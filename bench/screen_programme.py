"""What a hall screen plays in a measurement: a film, a notice and news, published as editors do."""

import subprocess
import sys
from pathlib import Path

import av
import numpy as np

SECONDS, RATE, SIZE = 12, 10, (480, 270)

NOTICE = """\
id = "closure"
template = "closure"
[title]
ar = "مكتب الحالة المدنية مغلق"
fr = "L’état civil est fermé"
[text]
ar = "يفتح يوم الاثنين."
fr = "Il rouvre lundi."
"""

NEWS = """\
id = "news-{number}"
template = "notice"
source = "commune.ma"
[title]
ar = "خبر من الجماعة رقم {number}"
fr = "Nouvelle {number} de la commune"
[text]
ar = "تفتح المكتبة أبوابها يوم السبت."
fr = "La bibliothèque ouvre samedi."
"""

FILM = """\
id = "film"
template = "notice"
film = "film.mp4"
is_silent = true
[title]
ar = "شريط"
fr = "Film"
"""


def publish(settings: Path, folder: Path) -> None:
    """Write and publish them with the settings of a controller; the folder is made."""
    folder.mkdir()
    a_film(folder / "film.mp4")
    texts = [NOTICE, FILM, *(NEWS.format(number=number) for number in (1, 2, 3))]
    for number, text in enumerate(texts):
        file = folder / f"{number}.toml"
        file.write_text(text)
        compose = [sys.executable, "-m", "nouba", "signage", "compose", str(file), "--publish"]
        subprocess.run([*compose, "--settings", str(settings)], check=True, capture_output=True)


def a_film(path: Path) -> None:
    """Write a film whose picture moves (H.264)."""
    width, height = SIZE
    with av.open(path, "w", format="mp4") as film:
        stream = film.add_stream("libx264", rate=RATE)
        stream.width, stream.height, stream.pix_fmt = width, height, "yuv420p"
        for number in range(SECONDS * RATE):
            picture = np.zeros((height, width, 3), np.uint8)
            left = number * (width - 60) // (SECONDS * RATE)
            picture[60:210, left : left + 60] = (220, 170, 40)
            film.mux(stream.encode(av.VideoFrame.from_ndarray(picture, format="rgb24")))
        film.mux(stream.encode())
