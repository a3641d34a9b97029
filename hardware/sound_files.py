"""Sound files to sound: Ogg Vorbis, MP3, FLAC and WAV.

The decoders are written in C, and trust their input. A file that is cut short or was changed can
make them write where they may not, which ends the program or, worse, lets it go on; a WAV of 10 kB
that claims one sample per second becomes 480 MB. So files are read in a process of their own
(`hardware.sound_process`), and what it may take of time and memory has an end.
"""

from contextlib import closing
from pathlib import Path
from subprocess import PIPE, Popen
from sys import executable
from threading import Lock
from typing import IO

from hardware.ports import Pcm
from hardware.sound_process import RATE, SLOWEST, Answer, BadSoundFileError

PATIENCE = 5.0
"""Seconds that a process which was told to end is given to do so."""


class SoundReader:
    """Reads sound files, one after the other, in a process that stands by. Safe for threads.

    The process is started by the first file, and anew after one that was its end.
    """

    def __init__(self, slowest: int = SLOWEST) -> None:
        """Start nothing yet. A file may take so many seconds."""
        self._slowest = slowest
        self._lock = Lock()
        self._process: Popen[bytes] | None = None

    def read(self, path: Path) -> Pcm:
        """Return the file's sound, mono at 48 kHz, or raise `BadSoundFileError`."""
        with self._lock:
            try:
                return self._asked(path)
            except (BrokenPipeError, EOFError):
                ended = self._end()
                raise BadSoundFileError(f"the decoder ended with {ended}") from None

    def close(self) -> None:
        """End the process; the next file starts another."""
        with self._lock:
            self._end()

    def _asked(self, path: Path) -> Pcm:
        orders, answers = self._pipes()
        orders.write(f"{path.absolute()}\0".encode(errors="surrogateescape"))
        orders.flush()
        answer = Answer.read(answers)
        if answer.why:
            raise BadSoundFileError(answer.why)
        return Pcm(answer.samples, RATE)

    def _pipes(self) -> tuple[IO[bytes], IO[bytes]]:
        if self._process is None or self._process.poll() is not None:
            command = [executable, "-m", "hardware.sound_process", str(self._slowest)]
            # Our own program; a stranger's is only the file that it reads.
            self._process = Popen(command, stdin=PIPE, stdout=PIPE)  # noqa: S603
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        return self._process.stdin, self._process.stdout

    def _end(self) -> int:
        """Let the process end; return how it did."""
        process, self._process = self._process, None
        if process is None:
            return 0
        with process:
            for pipe in (process.stdout, process.stdin):
                _shut(pipe)
            try:
                return process.wait(PATIENCE)
            finally:
                process.kill()


def read_sound(path: Path) -> Pcm:
    """Return one file's sound, or raise `BadSoundFileError`; `SoundReader` is quicker for many."""
    with closing(SoundReader()) as reader:
        return reader.read(path)


def _shut(pipe: IO[bytes] | None) -> None:
    """Close a pipe whose other end may be gone."""
    if pipe is None:
        return
    try:
        pipe.close()
    except BrokenPipeError:
        return  # what was still to be written was for a process that is no more
