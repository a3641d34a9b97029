"""The example of a notice in the documents is one."""

import re
from pathlib import Path

from click.testing import CliRunner

from nouba.__main__ import main
from tests.controller.intake.drawn import jpeg

PAGE = (Path(__file__).parents[2] / "docs/signage.md").read_text(encoding="utf-8")


def test_the_example_can_be_published(tmp_path):
    example = re.search(r"```toml\n(.*?)```", PAGE, re.DOTALL).group(1)
    later = re.sub(r"until = \d{4}", "until = 2099", example)
    (tmp_path / "notice.toml").write_text(later, encoding="utf-8")
    (tmp_path / "office.jpg").write_bytes(jpeg())
    (tmp_path / "controller.toml").write_text('database = "sqlite:///hall.db"\nsignage = "files"\n')

    words = ["compose", str(tmp_path / "notice.toml"), "--publish"]
    settings = ["--settings", str(tmp_path / "controller.toml")]
    told = CliRunner().invoke(main, ["signage", *words, *settings])

    assert told.output == "Revision 1 is published.\ncivil-status-closed\n"


def test_every_command_is_told():
    commands = CliRunner().invoke(main, ["signage", "--help"]).output.partition("Commands:")[2]

    assert [
        each for each in re.findall(r"^  ([\w-]+)", commands, re.MULTILINE) if each not in PAGE
    ] == []
