"""The paper, read by programs that are not ours: the bytes, the code, the writing."""

import base64
import io
import json
import os
import re
import subprocess
from difflib import get_close_matches
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image, ImageChops, ImageOps

from hardware.escpos.commands import ticket_job
from hardware.escpos.connection import TcpConnection
from hardware.escpos.driver import EscposPrinter
from hardware.ports import Verdict
from hardware.profiles import PROFILES, printer_profile
from kiosk.press_room import picture_of
from media.pack import load_pack
from media.sheets.words import SheetWords
from media.texts import Texts
from tests.hardware.printing import virtual
from tests.kiosk.conversation import NOON
from tests.kiosk.small_hall import PACK
from wire.messages import Expected, TicketSlip

READER = Path(__file__).parents[1] / "node/escpos.cjs"
PAPERS = tuple(profile for profile in PROFILES if profile.name in {"80mm", "58mm", "tm-t88"})
URL = "HTTPS://HALL.EXAMPLE.MA/T/7Q2KX9AB"
SLIP = TicketSlip(
    7, "A042", "family_booklet", "fr", NOON, 2, URL, quantity=2, wait=Expected(10, 15, 25)
)
FAR = (0.3, 0.4, 0.6)
"""The number is 18 mm high: a reader of running text must step back to take it for letters."""

SHARE = 0.8
"""Of a text's words that a reader must find, each nearly as it was written."""


@pytest.fixture(scope="module")
def pack():
    return load_pack(PACK)


@pytest.fixture(scope="module")
def texts():
    return Texts()


class Overheard(TcpConnection):
    """A way to a printer on which somebody listens."""

    heard = b""

    def exchange(self, data, timeout):
        sent, came = super().exchange(data, timeout)
        self.heard += bytes(data[:sent])
        return sent, came


def printed(picture, profile, folder):
    """Print it, and return the bytes that went over the wire, and the page that came out."""
    ways = []
    with virtual(folder, profile) as printer:

        def connect():
            ways.append(Overheard("127.0.0.1", printer.port))
            return ways[-1]

        door = EscposPrinter(connect, profile)
        assert door.print(picture).verdict is Verdict.PRINTED  # the first brings it in step
        assert door.print(picture).verdict is Verdict.PRINTED
        page = printer.pages()[-1]
    return ways[-1].heard, page


def interpreted(stream):
    """Return what npm's npos makes of the bytes: its commands, and its pictures."""
    run = subprocess.run(["node", str(READER)], input=stream, capture_output=True, check=True)
    told = json.loads(run.stdout)
    assert (told["error"], run.stderr) == (None, b"")
    pictures = [
        Image.frombytes("L", (each["width"], each["height"]), base64.b64decode(each["dots"]))
        for each in told["pictures"]
    ]
    return told["commands"], pictures


@pytest.mark.node
@pytest.mark.parametrize("profile", PAPERS, ids=lambda profile: profile.name)
@pytest.mark.parametrize("is_copy", [False, True], ids=["ticket", "copy"])
def test_another_interpreter_of_the_bytes_sees_the_very_picture(
    tmp_path, pack, texts, profile, is_copy
):
    picture = picture_of(profile, pack, texts)(SLIP, is_copy=is_copy)
    stream, page = printed(picture, profile, tmp_path)
    questions, start, job = stream.partition(b"\x1b@")
    commands, pictures = interpreted(start + job)
    (seen,) = pictures

    assert re.fullmatch(rb"\0*(\x10\x04[\x01-\x04]\0*)+", questions)
    assert commands[0] == "ESC @"
    assert commands.count("GS V") == int(profile.is_cutting)
    assert {*commands} <= {"ESC @", "GS a", "GS v0", "GS V", "ESC d", "GS (H", "GS r"}
    assert seen.size == picture.size
    assert ImageChops.difference(seen, picture.convert("L")).getbbox() is None
    assert [code.text for code in zxingcpp.read_barcodes(seen)] == [URL]
    with Image.open(page) as paper:
        assert ImageChops.difference(seen, paper.convert("L")).getbbox() is None


@pytest.mark.node
def test_the_other_interpreter_notices_a_byte_that_is_lost(pack, texts):
    profile = printer_profile("80mm")
    picture = picture_of(profile, pack, texts)(SLIP, is_copy=False)
    job = ticket_job(picture, profile, b"ab12").data

    with pytest.raises(subprocess.CalledProcessError):
        interpreted(job[:5000] + job[5001:])


def read(picture, language, scale):
    """Return the words that Tesseract reads, after it was scaled: letters may be too large."""
    size = (round(picture.width * scale), round(picture.height * scale))
    run = subprocess.run(
        ["tesseract", "stdin", "stdout", "-l", language, "--psm", "4", "--dpi", "203"],
        input=_png(ImageOps.expand(picture.convert("L"), 20, 255).resize(size)),
        capture_output=True,
        check=True,
        env=os.environ | {"OMP_THREAD_LIMIT": "1"},
    )
    return _words(run.stdout.decode())


def _png(picture):
    held = io.BytesIO()
    picture.save(held, "PNG")
    return held.getvalue()


def _words(text):
    return re.findall(r"[^\W_]+", re.sub(r"[\u064b-\u0652\u0640\u200e\u200f]", "", text))


def missing(texts, words):
    """Return the texts of which too few words were read."""
    return [text for text in texts if _share(text, words) < SHARE]


def _share(text, words):
    wanted = [word for word in _words(text) if len(word) > 2]
    found = [word for word in wanted if get_close_matches(word, words, 1, 0.75)]
    return len(found) / len(wanted)


@pytest.mark.parametrize("name", ["80mm", "58mm"])
def test_an_eye_that_is_not_ours_reads_number_office_service_and_documents(
    tmp_path, pack, texts, name
):
    profile = printer_profile(name)
    _, page = printed(picture_of(profile, pack, texts)(SLIP, is_copy=False), profile, tmp_path)
    with Image.open(page) as opened:
        paper = opened.convert("L")
    service = pack.service(SLIP.service)
    procedure, told = pack.procedure(service.procedure), SheetWords(texts, pack)

    for language, eye in (("ar", "ara"), ("fr", "fra")):
        names = [pack.office(service.office).name, service.name]
        wanted = [each.text(language) for each in names]
        for piece in procedure.documents:
            wanted += [text for _, text in told.piece(language, piece)]
        assert missing(wanted, read(paper, eye, 1.0)) == []
        assert len(wanted) == 7
    assert any(SLIP.ticket in read(paper, "fra", scale) for scale in FAR)
