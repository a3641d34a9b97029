"""`python -m controller [settings.toml]`: the hall's server."""

from gevent import monkey

monkey.patch_all()  # before anything else is imported, or sockets and locks would block the hall

import gc  # noqa: E402 - after the patch
import sys  # noqa: E402
from pathlib import Path  # noqa: E402

from controller.program import run  # noqa: E402
from controller.settings import Settings, read_settings  # noqa: E402
from media.toml import TomlError  # noqa: E402


def main(arguments: list[str]) -> int:
    """Run the controller with the settings of the file that is named, or with the defaults."""
    try:
        settings = read_settings(Path(arguments[0])) if arguments else Settings()
        # A collection of all generations would stop the hall in the middle of a call.
        gc.set_threshold(200_000, 20, 100)
        run(settings)
    except (TomlError, OSError) as error:
        print(error, file=sys.stderr)  # noqa: T201 - for whoever starts it
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
