"""Controllers that are killed and started again, on ports that stay."""

import subprocess
import sys
from pathlib import Path

from bench.ports import free_port
from tests.killing import kill

SETTINGS = """\
database = "{database}"
redis = "{redis}"
proxies = {proxies}
port = {port}
pack = "{folder}/pack"
secret_file = "{folder}/secret.key"
"""


class Controller:
    """One of the hall's controllers."""

    def __init__(self, folder: Path, database: str, redis: str, proxies: int = 0) -> None:
        self.port = free_port()
        self._settings = folder / f"controller-{self.port}.toml"
        self._settings.write_text(
            SETTINGS.format(
                database=database, redis=redis, proxies=proxies, port=self.port, folder=folder
            )
        )
        self._log = (folder / f"controller-{self.port}.log").open("ab")
        self.start()

    def start(self) -> None:
        command = [sys.executable, "-m", "controller", str(self._settings)]
        self._process = subprocess.Popen(command, stdout=self._log, stderr=self._log)

    def kill(self) -> None:
        kill(self._process)

    def log(self) -> str:
        return self._settings.with_suffix(".log").read_text()
