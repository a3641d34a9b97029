"""Where the disk is waited for."""

import pytest

from controller.store.disk import Disk

QUICK, SLOW = 0.001, 0.2


class Watch:
    """A clock that work moves on."""

    def __init__(self) -> None:
        self.now = 0.0
        self.aside: list[float] = []

    def takes(self, seconds: float) -> None:
        self.now += seconds

    def disk(self) -> Disk:
        def aside(work):
            self.aside.append(self.now)
            work()

        return Disk(aside, lambda: self.now)


def test_a_quick_disk_is_waited_for_here() -> None:
    watch = Watch()
    disk = watch.disk()

    for _ in range(3):
        disk.wait_for(lambda: watch.takes(QUICK))

    assert (watch.aside, watch.now) == ([], pytest.approx(3 * QUICK))


def test_after_a_slow_answer_it_is_waited_for_aside_until_it_is_quick_again() -> None:
    watch = Watch()
    disk = watch.disk()

    for seconds in (SLOW, SLOW, QUICK, QUICK):
        disk.wait_for(lambda seconds=seconds: watch.takes(seconds))

    assert watch.aside == [SLOW, 2 * SLOW]


def test_a_wait_that_fails_is_one_too() -> None:
    watch = Watch()
    disk = watch.disk()

    def fails() -> None:
        watch.takes(SLOW)
        raise OSError("full")

    with pytest.raises(OSError, match="full"):
        disk.wait_for(fails)
    disk.wait_for(lambda: None)

    assert watch.aside == [SLOW]
