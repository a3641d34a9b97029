"""Where to go in a demonstration's hall, and as whom."""

from collections.abc import Iterator, Mapping

from rich.table import Table

from nouba.demo.place import Place
from nouba.demo.staff import PASSWORD, STAFF


def addresses(place: Place) -> Table:
    """Return the staff's pages with the demonstration's sign-ins, for the terminal."""
    table = Table("Page", "Sign in as", "Password", "Language", title=f"Open {place.address}")
    for member in STAFF:
        page = member.role + (f", counter {member.counter}" if member.counter else "")
        table.add_row(page, member.name, PASSWORD, member.language)
    return table


def devices(place: Place) -> Iterator[str]:
    """Tell where the virtual devices put what they make, and how to make them fail."""
    yield f"Tickets are printed into {place.tickets}"
    yield f"Announcements are spoken into {place.announcements}"
    yield f"An information screen: nouba information --settings {place.settings('information')}"
    yield "To make a device fail, in bash, and to mend it:"
    yield f"  echo paper out >/dev/tcp/127.0.0.1/{place.printer_control}    (paper ok, help)"
    yield f"  echo break >/dev/tcp/127.0.0.1/{place.speaker_control}    (repair, help)"


def unseen_screens(view: str, displays: Mapping[str, str]) -> Iterator[str]:
    """Tell how to see and touch screens in memory: the page `view`, or by X's own programs."""
    yield f"The kiosk and the hall screen, to see and to touch: {view}"
    port = view.rpartition(":")[2]
    yield f"  (from another machine: ssh -L {port}:127.0.0.1:{port} THIS-MACHINE)"
    for name, display in displays.items():
        yield f"  {name}: DISPLAY={display}, as in: x11vnc -display {display} -localhost"
    yield f"  a touch: DISPLAY={displays['kiosk']} xdotool mousemove 540 960 click 1"
