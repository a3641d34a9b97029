"""`python -m hardware.sound_process SECONDS`: reads the sound files whose paths it is told.

Started by `hardware.sound_files`, which says why. It ends with its input, or with a file that takes
longer, or more memory, than a sound file may.
"""

import resource
import signal
import struct
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

RATE = 48_000
LARGEST = 64 << 20
"""Bytes of a file: eleven minutes of uncompressed sound, as studios deliver it."""

LONGEST = 300.0
"""Seconds of a sound: whoever reads a whole list into one file must cut it first."""

SLOWEST = 20
"""Seconds in which a file is read, on the slowest machine."""

MEMORY = 1 << 30
"""Bytes: of the file, its sound, and the libraries."""

_PIECE = 16_384
_HEAD = struct.Struct("<?I")


class BadSoundFileError(ValueError):
    """The file is empty, cut short, too large, or holds no sound that is known here."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of a file: its samples, or why there are none."""

    samples: bytes = b""
    why: str = ""

    @classmethod
    def read(cls, stream: IO[bytes]) -> "Answer":
        """Read an answer; raise `EOFError` where it ends too soon."""
        is_good, length = _HEAD.unpack(_exactly(stream, _HEAD.size))
        content = _exactly(stream, length)
        return cls(content) if is_good else cls(why=content.decode())

    def write(self, stream: IO[bytes]) -> None:
        """Write it, for `read`."""
        content = self.why.encode() or self.samples
        stream.write(_HEAD.pack(not self.why, len(content)) + content)
        stream.flush()


def decoded(content: bytes) -> bytes:
    """Return the sound of a file's content, or raise `BadSoundFileError`.

    Not for the process of a program: see `hardware.sound_files`.
    """
    import miniaudio  # noqa: PLC0415  # the other end of the pipe has no use for it

    if not content:
        raise BadSoundFileError("empty")
    try:
        pieces = miniaudio.stream_memory(
            content, nchannels=1, sample_rate=RATE, frames_to_read=_PIECE
        )
        return _joined(piece.tobytes() for piece in pieces)
    except miniaudio.MiniaudioError as error:
        raise BadSoundFileError(str(error)) from error


def main(slowest: int) -> None:
    """Answer each path of the standard input, which a zero byte ends."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the program that asks ends it
    # The alarm ends the process: a handler of Python's would wait for the decoder.
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    for path in _paths(sys.stdin.buffer):
        signal.alarm(slowest)
        _answer(path).write(sys.stdout.buffer)
        signal.alarm(0)


def _answer(path: Path) -> Answer:
    try:
        is_too_large = path.stat().st_size > LARGEST
        if is_too_large:
            return Answer(why=f"larger than {LARGEST >> 20} MB")
        return Answer(decoded(path.read_bytes()))
    except (OSError, BadSoundFileError) as error:
        return Answer(why=str(error) or repr(error))


def _joined(pieces: Iterator[bytes]) -> bytes:
    sound = bytearray()
    for piece in pieces:
        sound += piece
        if len(sound) > 2 * RATE * LONGEST:
            raise BadSoundFileError(f"longer than {LONGEST:.0f} seconds")
    if not sound:
        raise BadSoundFileError("no sound in it")
    return bytes(sound)


def _paths(stream: IO[bytes]) -> Iterator[Path]:
    path = bytearray()
    while byte := stream.read(1):
        if byte != b"\0":
            path += byte
            continue
        yield Path(path.decode(errors="surrogateescape"))
        path.clear()


def _exactly(stream: IO[bytes], count: int) -> bytes:
    content = stream.read(count)
    if len(content) < count:
        raise EOFError
    return content


if __name__ == "__main__":
    main(int(sys.argv[1]))
