"""The virtual printer behaves as printers do: it is the truth that the driver is tried against."""

import json
import re
import signal
import socket
import subprocess
import sys
from datetime import UTC, datetime

import pytest
from PIL import Image

from hardware.control import BadOrderError, answered
from hardware.profiles import printer_profile
from hardware.virtual_printer.__main__ import main
from hardware.virtual_printer.engine import BUFFER, Engine
from hardware.virtual_printer.faults import USAGE, read_order
from hardware.virtual_printer.pages import Pages
from tests.hardware.printing import virtual

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
ROW = bytes(range(72))
PICTURE = b"\x1dv0\x00\x48\x00\x0a\x00" + ROW * 10
CUT = b"\x1dVB\x00"


@pytest.fixture
def pages(tmp_path) -> Pages:
    return Pages(tmp_path, 576, lambda: NOON)


@pytest.fixture
def engine(pages) -> Engine:
    return Engine(printer_profile("80mm"), pages, speed=127.0)


SECOND_ROWS = 1015
"""Rows in a second at 127 mm/s and 203 dots an inch."""


def test_it_prints_at_the_speed_of_its_paper(engine, pages):
    engine.receive(b"\x1dv0\x00\x01\x00\xff\xff" + bytes(4000))
    engine.advance(0.5)
    half = pages.rows_printed
    engine.advance(0.5)

    assert (half, pages.rows_printed) == (SECOND_ROWS // 2, SECOND_ROWS)


def test_idle_time_is_not_saved_up(engine, pages):
    engine.advance(60)
    engine.receive(b"\x1dv0\x00\x01\x00\xff\xff" + bytes(4000))
    engine.advance(0.1)

    assert pages.rows_printed == SECOND_ROWS // 10


def test_it_takes_in_no_more_than_its_buffer_holds(tmp_path):
    with virtual(tmp_path) as printer:
        printer.order("cover open")
        with socket.create_connection(("127.0.0.1", printer.port)) as client:
            client.setblocking(False)
            with pytest.raises(BlockingIOError):
                send_for_ever(client)
        rows = printer.rows_printed

    assert rows == 0


def send_for_ever(client: socket.socket) -> None:
    while True:
        client.send(bytes(4096))


def test_what_is_full_takes_nothing(engine):
    engine.receive(bytes(BUFFER))

    assert engine.room == 0


def test_a_broken_off_picture_swallows_what_comes_next(engine, pages, tmp_path):
    engine.receive(PICTURE[:-100])
    engine.advance(1)
    engine.receive(PICTURE + CUT)
    engine.advance(1)
    (page,) = pages.files()
    with Image.open(page) as paper:
        height = paper.height
    logged = [json.loads(line) for line in (tmp_path / "events.jsonl").read_text().splitlines()]

    assert height > 10
    assert logged[0]["letters"] > 0


def test_switching_off_makes_it_forget_where_it_was(engine, pages):
    engine.receive(PICTURE[:-100])
    engine.advance(1)
    engine.lose_power()
    engine.receive(PICTURE + CUT)
    engine.advance(1)
    with Image.open(pages.files()[1]) as whole:
        ink = bytes(byte ^ 0xFF for byte in whole.tobytes())

    assert ink == ROW * 10


def test_status_is_told_at_once_also_from_within_a_picture(engine):
    engine.change("is_cover_open", value=True)
    engine.receive(PICTURE[:50] + b"\x10\x04\x02" + b"\x10")
    engine.receive(b"\x04\x01")

    assert engine.answers == b"\x16\x1e"


def test_questions_in_line_wait_while_it_is_stopped(engine):
    engine.change("is_cover_open", value=True)
    engine.receive(b"\x1dr\x01" + b"\x1d(H\x06\x0000ab12" + b"\x1dI\x43")
    engine.advance(1)
    silent = bytes(engine.answers)
    engine.change("is_cover_open", value=False)
    engine.advance(1)

    assert (silent, bytes(engine.answers)) == (b"", b"\x00" + b"\x37\x22ab12\0" + b"\x5fVIRTUAL\0")


def test_each_change_is_pushed_once_pushing_is_asked_for(engine):
    engine.change("is_cover_open", value=True)
    engine.change("is_cover_open", value=False)
    engine.receive(b"\x1da\x0e")
    engine.advance(1)
    engine.change("is_cover_open", value=True)

    assert engine.answers == bytes.fromhex("1400000f 3c00000f")


def test_a_jammed_knife_is_freed_by_the_recover_command(engine):
    engine.change("is_knife_jammed", value=True)
    engine.receive(b"\x10\x05\x02" + b"\x10\x04\x03")

    assert engine.answers == b"\x12"


@pytest.mark.parametrize(
    "line",
    ["", "paper", "paper blue", "paper out after", "paper out after -1", "speed 0", "speed nan"],
)
def test_a_wrong_order_is_refused(line):
    with pytest.raises(BadOrderError):
        read_order(line)
    assert answered(lambda order: str(read_order(order)), USAGE, line).startswith(
        "error: not an order"
    )


def test_every_order_of_the_usage_is_understood():
    for line in USAGE.splitlines():
        words = re.split(r"  +", line)[0].replace("[", "").replace("]", "")
        for choice in re.search(r"\S+$|[a-z]+(\|[a-z]+)+|$", words)[0].split("|"):
            order = re.sub(r"\S*\|\S*", choice, words)
            read_order(re.sub("[A-Z]+", "12", order))


def test_pages_are_numbered_on_from_those_that_are_there(pages, tmp_path):
    pages.row(ROW)
    pages.end("cut")
    again = Pages(tmp_path, 576, lambda: NOON)
    again.row(ROW)
    again.end("torn")
    logged = [json.loads(line) for line in (tmp_path / "events.jsonl").read_text().splitlines()]

    assert [page.name for page in again.files()] == ["0001.png", "0002.png"]
    assert logged == [
        {
            "at": "2026-11-23T12:00:00+00:00",
            "event": "page",
            "file": f"000{number}.png",
            "kind": kind,
            "rows": 1,
            "letters": 0,
        }
        for number, kind in ((1, "cut"), (2, "torn"))
    ]


def test_it_runs_as_a_program_that_takes_orders(tmp_path):
    command = [sys.executable, "-m", "hardware.virtual_printer", "--port", "0"]
    command += ["--folder", str(tmp_path), "--control-port", "0", "--profile", "58mm"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as program:
        port, control = (int(re.search(r"port (\d+)", program.stdout.readline())[1]) for _ in "ab")
        answers = talk(control, b"paper low\nnonsense\nstate\n", lines=3)
        status = talk_raw(port, b"\x10\x04\x04")
        program.send_signal(signal.SIGTERM)
        code = program.wait(timeout=5)

    assert answers[0] == "ok"
    assert answers[1] == "error: not an order: 'nonsense'; try help"
    assert json.loads(answers[2])["paper"] == "low"
    assert (status, code) == (b"\x1e", 0)


def test_a_port_that_is_taken_is_told_in_one_line(tmp_path, capsys):
    with virtual(tmp_path) as printer:
        code = main(["--port", str(printer.port), "--folder", str(tmp_path)])

    assert code == 1
    assert capsys.readouterr().err.count("\n") == 1


def talk(port: int, orders: bytes, lines: int) -> list[str]:
    with socket.create_connection(("127.0.0.1", port), timeout=5) as client:
        client.sendall(orders)
        with client.makefile() as said:
            return [said.readline().rstrip("\n") for _ in range(lines)]


def talk_raw(port: int, data: bytes) -> bytes:
    with socket.create_connection(("127.0.0.1", port), timeout=5) as client:
        client.sendall(data)
        return client.recv(1)
