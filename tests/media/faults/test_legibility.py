"""What an editor is told of a theme that cannot be read, or a logo that cannot be shown."""

import shutil

import pytest
from PIL import Image

from tests.media.demo import DEMO
from tests.media.faults.test_broken import told


@pytest.fixture
def folder(tmp_path):
    ignored = shutil.ignore_patterns("voices")
    return shutil.copytree(DEMO, tmp_path / "pack", ignore=ignored)


def themed(folder, *lines: str) -> list[str]:
    """Return what is told of a theme of these lines, without file and line."""
    path = folder / "pack.toml"
    text = path.read_text(encoding="utf-8")
    before, heading, _ = text.partition("[commune.theme]\n")
    path.write_text(before + heading + "\n".join(lines), encoding="utf-8")
    return [each.partition(": ")[2] for each in told(folder)]


def test_a_pale_header_is_refused_with_its_contrast(folder) -> None:
    white = "the contrast of white names on it is 1.70 : 1; 4.5 : 1 is the least."
    edge = "the contrast of the edge of a flashing call is 1.40 : 1; 3 : 1 is the least."

    assert themed(folder, 'header = "#f0c000"', 'accent = "#102030"') == [
        f"commune.theme.header: {white}",
        f"commune.theme.accent: {edge}",
    ]


def test_emergencies_have_no_colour_in_a_theme(folder) -> None:
    [problem] = themed(folder, 'emergency = "#ffffff"')

    assert problem.startswith("commune.theme.emergency: ")


def test_a_colour_is_written_with_six_digits(folder) -> None:
    why = '"green" is not a colour such as "#0b243d": # and six hexadecimal digits.'

    assert themed(folder, 'call = "green"') == [f"commune.theme.call: {why}"]


@pytest.mark.parametrize(
    ("write", "why"),
    [
        (lambda _: None, 'there is no file "crest.png" that can be read'),
        (lambda path: path.write_bytes(b"GIF89a" * 9), '"crest.png" is not a PNG file'),
        (
            lambda path: Image.new("RGB", (40, 60)).save(path),
            "its longer side has 60 pixels; it needs 128 to 2048",
        ),
        (
            lambda path: path.write_bytes((DEMO / "logo.png").read_bytes()[:4000]),
            '"crest.png" is damaged or cut short',
        ),
        (
            lambda path: path.write_bytes(
                (DEMO / "logo.png").read_bytes().replace(b"IDAT", b"IDAT\0", 1)
            ),
            '"crest.png" is damaged or cut short',
        ),
        (
            lambda path: path.write_bytes((DEMO / "logo.png").read_bytes() + bytes(1_000_000)),
            '"crest.png" has 1,008,294 bytes; 1,000,000 are the most',
        ),
    ],
)
def test_a_logo_that_cannot_be_shown_is_told(folder, write, why) -> None:
    write(folder / "crest.png")

    assert themed(folder, 'logo = "crest.png"') == [f"commune.theme.logo: {why}."]


def test_a_logo_that_can_be_shown_is_no_fault(folder) -> None:
    assert themed(folder, 'logo = "logo.png"') == []
