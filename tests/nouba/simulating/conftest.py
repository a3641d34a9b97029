"""The command that simulates days."""

import pytest
from click.testing import CliRunner

from nouba.__main__ import main


@pytest.fixture
def simulate(tmp_path):
    picture = tmp_path / "picture.svg"

    def run(*words: str):
        few = ("--days", "2", "--advice-days", "2", "--visitors", "60")
        told = CliRunner().invoke(
            main, ["simulate", *few, "--picture", str(picture), *words], env={"COLUMNS": "200"}
        )
        return told, picture

    return run
