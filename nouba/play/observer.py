"""Somebody who watches the hall as a supervisor's program does."""

from threading import Event, Lock, Thread

from nouba.demo.staff import PASSWORD, SUPERVISOR
from nouba.play.socket_agent import sign_in
from wire.codec import decode
from wire.link import Link, Message, Offline, Place
from wire.messages import Overview


class Observer:
    """Knows at each moment whether the controller is there, and every device with it."""

    def __init__(self, address: str) -> None:
        token = sign_in(address, SUPERVISOR.name, PASSWORD)
        self._link = Link(Place(address, "/supervisors", token))
        self._overview: Overview | None = None
        self._lock, self._stopped = Lock(), Event()
        self._thread = Thread(target=self._watch, name="observer", daemon=True)

    def start(self) -> None:
        """Begin to watch."""
        self._link.start()
        self._thread.start()

    def stop(self) -> None:
        """Watch no more."""
        self._stopped.set()
        self._thread.join(5)
        self._link.stop()

    def is_whole(self) -> bool:
        """Tell whether the controller and all devices are connected now."""
        with self._lock:
            overview = self._overview
        devices = overview.devices if overview else ()
        return bool(devices) and all(device.is_connected for device in devices)

    def _watch(self) -> None:
        while not self._stopped.wait(0.02):
            for arrival in self._link.drain():
                match arrival:
                    case Message("overview", data):
                        self._keep(decode(Overview, data))
                    case Offline():
                        self._keep(None)
                    case _:
                        continue

    def _keep(self, overview: Overview | None) -> None:
        with self._lock:
            self._overview = overview
