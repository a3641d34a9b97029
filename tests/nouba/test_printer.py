"""`nouba printer probe`: printers of several characters, and the profiles that come of them."""

import pytest
from click.testing import CliRunner
from PIL import Image

from hardware.devices import open_printer, open_probe
from hardware.escpos.probe import WIDTHS, ruler
from hardware.ports import Acknowledgement, Dialect, Findings, Verdict
from hardware.profiles import printer_profile
from kiosk.settings import read_settings
from nouba.commands.printer import command
from tests.hardware.printing import is_on, ticket, virtual

KIOSK = """
controller = "http://hall:8080"
token = "secret"
pack = "packs/demo"

[printer]
address = "escpos+tcp://127.0.0.1:9100"
profile = "ours"

[screen]
width_px = 1080
height_px = 1920
diagonal_mm = 546.0
"""

PROCESS, PAPER, NONE = Acknowledgement.PROCESS, Acknowledgement.PAPER, Acknowledgement.NONE


def address(printer):
    return f"escpos+tcp://127.0.0.1:{printer.port}"


PUSHING, ASKED = "Changes: told unasked (GS a).", "Changes: only when asked (GS a)."


@pytest.mark.parametrize(
    ("name", "dialect", "changes", "end"),
    [
        ("80mm", Dialect.EPSON, PUSHING, PROCESS),
        ("58mm", Dialect.EPSON, PUSHING, PAPER),
        ("tm-t88", Dialect.EPSON, PUSHING, PROCESS),
        ("custom-presenter", Dialect.CUSTOM, ASKED, PAPER),
    ],
)
def test_what_a_printer_can_do_is_found_out_and_its_profile_prints_the_next_ticket(
    tmp_path, name, dialect, changes, end
):
    kind, settings = printer_profile(name), tmp_path / "kiosk.toml"
    settings.write_text(KIOSK)
    with virtual(tmp_path / "paper", kind) as printer:
        said = CliRunner().invoke(
            command,
            ["probe", address(printer), "--save", str(settings)],
            input=f"{kind.dots}\n{'y' if kind.is_cutting else 'n'}\n",
        )
        assert said.exit_code == 0, said.output
        rulers = printer.pages()[-1]
        read = read_settings(settings)
        own = printer_profile(read.printer.profile, read.profiles)
        printed = open_printer(address(printer), own).print(ticket(1, own.dots))
        page = printer.pages()[-1]

    assert {"It calls itself: NOUBA VIRTUAL", changes, "A ruler was printed."} <= set(
        said.output.splitlines()
    )
    assert (own.name, own.dots, own.dpi) == ("ours", kind.dots, kind.dpi)
    assert (own.is_cutting, own.presenter) == (kind.is_cutting, kind.presenter)
    assert (own.dialect, own.acknowledgement) == (dialect, end)
    assert the_last_whole_mark(rulers) == kind.dots
    assert printed.verdict is Verdict.PRINTED
    assert is_on(page, ticket(1, own.dots))


def test_of_a_printer_that_says_nothing_nothing_is_found_out(tmp_path):
    with virtual(tmp_path, printer_profile("80mm")) as printer:
        printer.order("mute on")
        assert open_probe(address(printer)).ask() == Findings(None, False, NONE)


def the_last_whole_mark(path):
    """Return how wide the paper is, as the last thick mark on the ruler tells it."""
    with Image.open(path) as page:
        return [width for row, width in enumerate(WIDTHS) if is_marked(page, row, width)][-1]


def is_marked(page, row, width):
    top = row * ruler().height // len(WIDTHS)
    return width <= page.width and page.getpixel((width - 1, top + 10)) == 0


def test_a_printer_that_is_not_there_is_told_in_a_line(tmp_path):
    said = CliRunner().invoke(command, ["probe", "escpos+tcp://127.0.0.1:1"])

    assert (said.exit_code, said.output) == (
        1,
        "Error: the printer is not reached: [Errno 111] Connection refused\n",
    )


def test_an_address_that_is_none_is_told_with_those_there_are():
    said = CliRunner().invoke(command, ["probe", "lpt1"])

    assert said.exit_code == 1
    assert "write one of: escpos+tcp" in said.output
