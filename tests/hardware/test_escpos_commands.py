"""The bytes of a ticket."""

import subprocess
import sys

from PIL import Image

from hardware.escpos.answers import ProcessDone, Transmitted
from hardware.escpos.commands import ticket_job
from hardware.ports import PrinterProfile
from hardware.profiles import printer_profile

WIDE = printer_profile("80mm")
TINY = PrinterProfile("tiny", dots=24, dpi=203)


def test_a_ticket_is_bands_of_128_rows_then_one_cut_and_the_question():
    job = ticket_job(Image.new("1", (576, 300), 255), WIDE, b"ab12")
    bands = [bytes.fromhex("1d763000 4800") + rows.to_bytes(2, "little") for rows in (128, 128, 44)]
    picture = b"".join(band + bytes(72 * band[6]) for band in bands)

    assert job.data == b"\x1b@\x1da\x0e" + picture + b"\x1dVB\x00" + b"\x1d(H\x06\x0000ab12"
    assert job.is_acknowledged_by(ProcessDone(b"ab12"))
    assert not job.is_acknowledged_by(ProcessDone(b"ab13"))
    assert not job.is_acknowledged_by(Transmitted(0))


def test_without_a_knife_it_feeds_and_without_process_numbers_it_asks_for_the_paper():
    job = ticket_job(Image.new("1", (384, 1), 255), printer_profile("58mm"), b"ab12")

    assert job.data.endswith(bytes(48) + b"\x1bd\x05" + b"\x1dr\x01")
    assert job.is_acknowledged_by(Transmitted(0))


def test_a_picture_never_holds_a_command_that_a_printer_obeys_at_once():
    picture = Image.frombytes("1", (24, 1), bytes(byte ^ 0xFF for byte in b"\x10\x04\x01"))
    job = ticket_job(picture, TINY, b"ab12")

    assert bytes.fromhex("1d763000 0300 0100 080200") in job.data


def test_the_library_leaves_neither_handlers_nor_folders_nor_settings_behind(tmp_path):
    program = (
        "import logging, os\n"
        "from hardware.escpos.library import printers\n"
        "before = dict(os.environ)\n"
        "printers().Dummy()\n"
        "print(logging.root.handlers, before == dict(os.environ), os.listdir(os.environ['TMPDIR']))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        env={"TMPDIR": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )

    assert done.stdout == "[] True []\n"
