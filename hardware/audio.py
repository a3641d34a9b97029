"""The sound card, through miniaudio."""

from collections.abc import Generator, Iterable, Sequence
from threading import Event, Lock

import miniaudio
import structlog

from hardware.ports import DeviceError, Pcm

RATE = 48_000
PERIOD_MS = 200
"""With 100 ms a busy machine leaves holes of 30 to 300 ms; with 200 ms and more, none."""

PERIODS = 3
BUFFER = PERIODS * PERIOD_MS / 1000
"""Seconds of sound that the card may hold."""

_CARDS = (miniaudio.Backend.PULSEAUDIO, miniaudio.Backend.ALSA)
_PATIENCE = 3.0
"""Seconds that a sound may take beyond its length before the card is taken for gone."""


class _Playing:
    """A sound on its way to the card; more of it may come while it is heard."""

    def __init__(self, tail: int) -> None:
        self._samples = bytearray()
        self._place = 0
        # It is over when the card's own buffer has been played too.
        self._tail = tail
        self._is_whole = False
        self.over = Event()

    @property
    def seconds(self) -> float:
        """How long it is, as far as it is there."""
        return len(self._samples) / 2 / RATE

    def add(self, samples: bytes) -> None:
        """Let this be heard after what is there."""
        self._samples += samples

    def end(self) -> None:
        """Take note that nothing more comes."""
        self._is_whole = True

    def next(self, wanted: int) -> bytes:
        """Return so many bytes, filled up with silence where there are no more yet."""
        piece = bytes(self._samples[self._place : self._place + wanted])
        self._place += len(piece)
        if self._is_whole and self._place == len(self._samples):
            self._tail -= wanted - len(piece)
            if self._tail <= 0:
                self.over.set()
        return piece.ljust(wanted, b"\0")


class SoundCard:
    """The default sound card. Once opened, the device stays open until it fails.

    A card that is missing now may be plugged in later: each `play` looks again.
    """

    def __init__(self, *, is_absent: bool = False) -> None:
        """Open nothing yet; with `is_absent`, play into nothing at the right pace."""
        self._backends = (miniaudio.Backend.NULL,) if is_absent else _CARDS
        self._lock = Lock()
        self._playing: _Playing | None = None
        self._device: miniaudio.PlaybackDevice | None = None

    def play(self, sound: Pcm, name: str, then: Iterable[Pcm] = ()) -> None:
        """Play the sound, then what follows it; return at the end, or raise `DeviceError`."""
        self._open()
        playing = _Playing(tail=2 * round(RATE * BUFFER))
        playing.add(_at_card_rate(sound))
        with self._lock:
            self._playing = playing
        try:
            for each in then:
                playing.add(_at_card_rate(each))
            playing.end()
            is_over = playing.over.wait(playing.seconds + BUFFER + _PATIENCE)
        finally:
            self.stop()
        if not is_over:
            self.close()
            raise DeviceError(f"the sound card stopped taking sound during {name}")

    def stop(self) -> None:
        """Fall silent at once."""
        with self._lock:
            if self._playing:
                self._playing.over.set()
            self._playing = None

    def close(self) -> None:
        """Give the card back."""
        device, self._device = self._device, None
        if device:
            device.close()

    def _open(self) -> None:
        if self._device:
            return
        device = _first_that_opens(self._backends)
        feeding = self._feed()
        next(feeding)
        device.start(feeding)
        self._device = device

    def _feed(self) -> Generator[bytes, int, None]:
        wanted = yield b""
        while True:
            with self._lock:
                playing = self._playing
            count = 2 * wanted
            wanted = yield playing.next(count) if playing else bytes(count)


def _first_that_opens(backends: Sequence[miniaudio.Backend]) -> miniaudio.PlaybackDevice:
    """Open the first backend that works, or raise `DeviceError`."""
    reasons = []
    for backend in backends:
        try:
            device = _device(backend)
        except miniaudio.MiniaudioError as error:
            reasons.append(f"{backend.name}: {error}")
            continue
        structlog.get_logger("sound").info("sound_opened", backend=backend.name)
        return device
    raise DeviceError(f"no sound card ({'; '.join(reasons)})")


def _device(backend: miniaudio.Backend) -> miniaudio.PlaybackDevice:
    return miniaudio.PlaybackDevice(
        nchannels=1,
        sample_rate=RATE,
        buffersize_msec=PERIOD_MS,
        callback_periods=PERIODS,
        backends=[backend],
        app_name="nouba",
    )


def _at_card_rate(sound: Pcm) -> bytes:
    if sound.rate == RATE:
        return sound.samples
    form = miniaudio.SampleFormat.SIGNED16
    return bytes(miniaudio.convert_frames(form, 1, sound.rate, sound.samples, form, 1, RATE))
