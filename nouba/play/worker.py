"""Somebody of the played morning who works beside the others."""

from threading import Event, Thread

LEAVING = 10.0
"""Seconds that somebody has to leave when told to."""


class Worker:
    """Works in a thread of its own until the work is over, or until `stop`."""

    def __init__(self, name: str) -> None:
        self.problem: Exception | None = None
        """What broke the work off, if anything did."""

        self._stopped = Event()
        self._thread = Thread(target=self._run, name=name, daemon=True)

    @property
    def is_at_work(self) -> bool:
        """Whether the work goes on."""
        return self._thread.is_alive()

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def stop(self) -> None:
        """Leave at once, whatever is going on."""
        self._stopped.set()
        self._thread.join(LEAVING)

    def work(self) -> None:
        """Do the work; sub-classes say which, and look at `_stopped`."""
        raise NotImplementedError

    def _run(self) -> None:
        try:
            self.work()
        except Exception as problem:  # noqa: BLE001  # told by the morning, in its own thread
            self.problem = problem
