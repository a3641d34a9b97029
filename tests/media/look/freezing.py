"""A program with a window that freezes when a file appears: python -m … FREEZE HOME.

Its other threads live on, as those of a link and of a printer do.
"""

import sys
import time
from pathlib import Path
from threading import Event, Thread

from media.look.window import WindowSettings, prepare


def main(freeze: Path, home: Path) -> None:
    prepare(WindowSettings(320, 240), home)
    from kivy.uix.widget import Widget

    from media.look.main_loop import Beat, keep_showing

    def look() -> None:
        if freeze.exists():
            freeze.with_suffix(".seen").touch()
            Event().wait()

    Thread(target=lambda: [time.sleep(0.1) for _ in iter(int, 1)], daemon=True).start()
    keep_showing(Widget(), (Beat(0.02, look),), lambda: None)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
