"""Where a demonstration stands: its folder and its ports."""

import shutil
import socket
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

CONTROLLER_PORT = 8080
PRINTER_PORT = 9100
PRINTER_CONTROL = 9101
SPEAKER_CONTROL = 9102


@dataclass(frozen=True, slots=True)
class Place:
    """The folder of a demonstration, absolute, and the ports of its servers."""

    folder: Path
    port: int
    printer_port: int
    printer_control: int
    """Where the virtual printer takes orders."""

    speaker_control: int
    """Where the virtual speaker takes orders."""

    @property
    def address(self) -> str:
        """Where the controller is reached."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def log(self) -> Path:
        """What the programs say."""
        return self.folder / "log"

    @property
    def tickets(self) -> Path:
        """The virtual printer's paper."""
        return self.folder / "tickets"

    @property
    def announcements(self) -> Path:
        """The virtual speaker's sounds."""
        return self.folder / "announcements"

    @property
    def pictures(self) -> Path:
        """What the screens and pages looked like."""
        return self.folder / "screenshots"

    @property
    def kiosk_home(self) -> Path:
        """What the kiosk keeps."""
        return self.folder / "kiosk-home"

    @property
    def touch_map(self) -> Path:
        """What can be touched on the kiosk now."""
        return self.folder / "touch-map.json"

    @property
    def information_touch_map(self) -> Path:
        """What can be touched on the information screen now."""
        return self.folder / "information-touch-map.json"

    @property
    def inspection(self) -> Path:
        """What stands on the kiosk now, where an audit asked for it."""
        return self.folder / "inspection.json"

    @property
    def database(self) -> str:
        """The hall's database, as SQLAlchemy names it."""
        return f"sqlite:///{self.folder / 'hall.db'}"

    def settings(self, program: str) -> Path:
        """Return where a program's settings stand."""
        return self.folder / f"{program}.toml"


def fresh_place(folder: Path) -> Place:
    """Empty the folder and find the ports: the usual ones, or others when these are in use.

    The folder itself stays, and with it the lock of whoever claimed it. Raises
    `FileExistsError` when it holds something else than a demonstration.
    """
    folder = folder.resolve()
    folder.mkdir(parents=True, exist_ok=True)
    _empty(folder)
    usual = (CONTROLLER_PORT, PRINTER_PORT, PRINTER_CONTROL, SPEAKER_CONTROL)
    place = Place(folder, *free_ports(*usual))
    for each in (place.log, place.tickets, place.announcements, place.pictures):
        each.mkdir(parents=True)
    return place


def _empty(folder: Path) -> None:
    """Remove an earlier demonstration, and nothing else."""
    is_ours = all((folder / each).is_dir() for each in ("log", "tickets", "announcements"))
    if any(folder.iterdir()) and not is_ours:
        raise FileExistsError(f"{folder} holds something else than a demonstration")
    for each in folder.iterdir():
        if each.is_dir() and not each.is_symlink():
            shutil.rmtree(each)
        else:
            each.unlink()


def free_port(wished: int) -> int:
    """Return the port if it is free, else any that is."""
    return free_ports(wished)[0]


def free_ports(*wished: int) -> tuple[int, ...]:
    """Return each port that is free, and in place of the others any that are, all different."""
    with ExitStack() as probes:  # held until all are found, or one could be found twice
        return tuple(_bound(probes, port) for port in wished)


def _bound(probes: ExitStack, wished: int) -> int:
    for port in (wished, 0):
        probe = probes.enter_context(socket.socket())
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
            probe.listen()
        except OSError:
            continue
        number: int = probe.getsockname()[1]
        return number
    raise OSError("no port is free on this machine")
