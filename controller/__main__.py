"""`python -m controller [settings.toml [port]]`: the hall's server."""

from gevent import monkey

monkey.patch_all()  # before anything else is imported, or sockets and locks would block the hall

import gc  # noqa: E402 - after the patch
import sys  # noqa: E402 - after the patch
from dataclasses import replace  # noqa: E402 - after the patch
from pathlib import Path  # noqa: E402 - after the patch

from controller.identity import StoreError  # noqa: E402 - after the patch
from controller.listening import ListenError  # noqa: E402 - after the patch
from controller.program import run  # noqa: E402 - after the patch
from controller.reception import JournalError  # noqa: E402 - after the patch
from controller.settings import Settings, read_settings  # noqa: E402 - after the patch
from media.toml import TomlError  # noqa: E402 - after the patch


def main(arguments: list[str]) -> int:
    """Run the controller with the settings of the file that is named, or with the defaults."""
    try:
        settings = read_settings(Path(arguments[0])) if arguments else Settings()
        if len(arguments) > 1:
            settings = replace(settings, port=int(arguments[1]))
        # A collection of all generations would stop the hall in the middle of a call.
        gc.set_threshold(200_000, 20, 100)
        run(settings)
    except (TomlError, StoreError, JournalError, ListenError) as error:
        return _failed(str(error))
    except OSError as error:
        return _failed(f"{error.filename}: {error.strerror}" if error.filename else str(error))
    return 0


def _failed(why: str) -> int:
    print(why, file=sys.stderr)  # noqa: T201 - for whoever starts it
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
