"""What people are told who misspelt a rulebook: whole messages, and all of them."""

from pathlib import Path

import pytest

from controller.rulebook import inspect_rulebook
from controller.settings import DEMONSTRATION_PACK
from media.pack import load_pack

BROKEN = sorted((Path(__file__).parent / "broken").glob("*.txt"))
"""Each is a rulebook, a line of five dashes, and what is told of it."""


@pytest.fixture(scope="module")
def pack():
    return load_pack(DEMONSTRATION_PACK)


def told(file: Path, pack) -> list[str]:
    """Return the messages in the order in which they are told."""
    inspection = inspect_rulebook(file, pack, ["amina", "brahim"])
    assert (inspection.rulebook is None) == bool(inspection.wrong)
    return [
        *(f"line {each.line}: {each.reason}" for each in inspection.wrong),
        *(f"perhaps, line {each.line}: {each.reason}" for each in inspection.doubtful),
    ]


@pytest.mark.parametrize("example", BROKEN, ids=lambda path: path.stem)
def test_a_technician_reads_what_is_wrong_where_and_what_may_stand_there(
    tmp_path, pack, example
) -> None:
    written, _, expected = example.read_text(encoding="utf-8").partition("-----\n")
    file = tmp_path / "rules.toml"
    file.write_text(written, encoding="utf-8")

    assert told(file, pack) == expected.splitlines()


@pytest.mark.parametrize(
    ("written", "message"),
    [
        (
            'policy = "due"\n'.encode("utf-16"),
            "line 1: the file: is not written in UTF-8: save it as UTF-8",
        ),
        (
            '\ufeff# عطلة\r\npolicy = "strikt"\r\n'.encode(),
            (
                'line 2: policy: must be "due", "strict", "interleave" or "accumulate", '
                'not "strikt": did you mean "strict"?'
            ),
        ),
        (
            b"calls = " + b"9" * 5000,
            f"line 1: cannot be read: this number is too long (found: calls = {'9' * 52}…)",
        ),
        (
            b"a = " + b"[" * 3000,
            (
                "line 1: cannot be read: too many brackets stand inside one another "
                f"(found: a = {'[' * 56}…)"
            ),
        ),
    ],
    ids=["UTF-16", "Windows", "a long number", "a deep list"],
)
def test_no_file_is_too_strange_for_a_sentence(tmp_path, pack, written, message) -> None:
    file = tmp_path / "rules.toml"
    file.write_bytes(written)

    assert told(file, pack) == [message]


def test_without_the_peoples_names_agents_are_not_looked_up(tmp_path, pack) -> None:
    file = tmp_path / "rules.toml"
    file.write_text('[agents.nobody]\nservices = ["tnb"]\n')

    assert inspect_rulebook(file, pack).doubtful == ()
