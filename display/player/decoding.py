"""A child process that decodes files for a player: python -m display.player.decoding.

It reads a line of JSON for each file (`path`, `mime`, `width`, `height`) and writes one: `fine`,
or what is wrong. It may use so much memory and no more; whoever waits for it ends it when it
takes too long. A file that brings it down brings nothing else down.
"""

import json
import os
import resource
import sys
from pathlib import Path

import av
from PIL import Image

MOST_MEMORY = 1024 * 1024 * 1024
"""Of the whole process. A picture of 4096 by 4096 takes 64 MB, and as much again to decode."""

_FORMATS = (("image/png", "PNG"), ("image/jpeg", "JPEG"), ("image/webp", "WEBP"))


def main() -> None:
    """Decode what the lines name, until there are no more."""
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    os.nice(10)  # the screen's own frames come first
    for line in sys.stdin:
        sys.stdout.write(f"{verdict(**json.loads(line))}\n")
        sys.stdout.flush()


def verdict(path: str, mime: str, width: int, height: int) -> str:
    """Return `fine`, or what is wrong with the file."""
    try:
        match mime.partition("/")[0]:
            case "image":
                return _picture(Path(path), mime, (width, height))
            case "text":
                return _captions(Path(path))
            case _:
                return _film(Path(path))
    except MemoryError:
        return "takes too much memory"
    except Exception as error:  # noqa: BLE001  # decoders raise whatever they like; each says it is no good
        return f"cannot be decoded ({type(error).__name__})"


def _picture(path: Path, mime: str, size: tuple[int, int]) -> str:
    """Decode all of its pixels, after its size was found to be what the manifest says."""
    with Image.open(path, formats=[dict(_FORMATS)[mime]]) as picture:
        if picture.size != size:
            return f"is {picture.width} by {picture.height} pixels, not {size[0]} by {size[1]}"
        picture.load()
    return "fine"


def _film(path: Path) -> str:
    """Decode the first frame: whatever breaks later is found when it is shown."""
    with av.open(path) as film:
        for _ in film.decode(film.streams.video[0]):
            return "fine"
    return "has no frame"


def _captions(path: Path) -> str:
    """Look whether a text of captions begins with its name (WebVTT, 4.1)."""
    text = path.read_text("utf-8-sig")
    return "fine" if text.split(None, 1)[:1] == ["WEBVTT"] else "is not WebVTT"


if __name__ == "__main__":
    main()
