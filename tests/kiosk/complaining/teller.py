"""A screen without a window: python -m tests.kiosk.complaining.teller CONTROLLER TOKEN HOME.

For each line that it reads it keeps a complaint, and writes its number once it is on the disk.
"""

import sys
import time
import uuid
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread

from kiosk.complaining.draft import Draft
from kiosk.complaining.outbox import Outbox
from kiosk.complaining.sending import drawn_code
from tests.kiosk.conversation import PACK
from wire.link import Link, Online, Place


def main(controller: str, token: str, home: Path) -> None:
    link = Link(Place(controller, "/kiosks", token))
    outbox = Outbox(link, home)
    wishes: SimpleQueue[str] = SimpleQueue()
    Thread(target=lambda: [wishes.put(each) for each in sys.stdin], daemon=True).start()
    link.start()
    while True:
        for arrival in link.drain():
            if isinstance(arrival, Online):
                outbox.online()
        keep_wished(wishes, outbox)
        outbox.second()
        time.sleep(0.005)


def keep_wished(wishes: SimpleQueue[str], outbox: Outbox) -> None:
    try:
        words = wishes.get_nowait().strip()
    except Empty:
        return
    draft = Draft("complaint", PACK.complaints.subjects[0], words=words, phone="0612345678")
    code = drawn_code()
    if outbox.keep(draft.told(str(uuid.uuid4()), code, "ar", None)):
        sys.stdout.write(f"{code} {words}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], Path(sys.argv[3]))
