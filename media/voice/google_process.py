"""`python -m media.voice.google_process LANGUAGE`: the text of its input, spoken, as MP3.

Apart from the chore that wants it: gTTS reads an answer to its end, however slowly it comes and
however large it is. It does not check the service's certificate either.
"""

import resource
import sys
from io import BytesIO

MEMORY = 1 << 29
"""Bytes."""

TIMEOUT = 4.0
"""Seconds for the connection, and for each read."""


def main(language: str) -> int:
    """Write the sound, or why there is none; return 0 or 1."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    from gtts import gTTS  # noqa: PLC0415  # under the limit, too
    from gtts.tts import gTTSError  # noqa: PLC0415  # as above

    spoken = BytesIO()
    try:
        told = gTTS(sys.stdin.buffer.read().decode(), lang=language, timeout=TIMEOUT)
        told.write_to_fp(spoken)
    except (gTTSError, ValueError, TypeError, AssertionError, OSError) as error:
        sys.stderr.write(f"{error or error!r}\n")
        return 1
    sys.stdout.buffer.write(spoken.getvalue())
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
