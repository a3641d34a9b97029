"""What cannot be shown is found before it is shown, and brings nothing down."""

import os
import time
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from threading import Timer

import pytest
from PIL import Image

from display.player.checking import Checker, Undecodable
from media.playlist.content import Video
from media.playlist.model import Asset, Item
from tests.display.filming import a_film
from tests.display.player.publishing import fingerprint, png, published, publishing
from tests.killing import kill
from tests.media.playlist.building import TITLE, revision

RED = png(1)


def told(checker, path, data, mime="image/png", width=64, height=48):
    path.write_bytes(data)
    try:
        checker.check(path, Asset("0" * 64, mime, len(data), width, height))
    except Undecodable as found:
        return str(found)
    return "fine"


def encoded(kind, mode="RGB", size=(64, 48), **more):
    made = BytesIO()
    Image.new(mode, size, 1).save(made, kind, **more)
    return made.getvalue()


@pytest.mark.parametrize(
    ("data", "mime"),
    [
        (RED, "image/png"),
        (encoded("png", "RGBA"), "image/png"),
        (encoded("png", "1"), "image/png"),
        (encoded("jpeg"), "image/jpeg"),
        (encoded("jpeg", "CMYK"), "image/jpeg"),
        (encoded("webp"), "image/webp"),
        ("WEBVTT\n\n00:00.000 --> 00:02.000\nمرحبا\n".encode(), "text/vtt"),
    ],
)
def test_what_a_screen_can_show_is_fine(checker, tmp_path, data, mime):
    assert told(checker, tmp_path / "file", data, mime) == "fine"


@pytest.mark.parametrize(
    ("data", "mime", "why"),
    [
        (b"", "image/png", "cannot be decoded (UnidentifiedImageError)"),
        (b"<html>no</html>", "image/png", "cannot be decoded (UnidentifiedImageError)"),
        (RED[: len(RED) // 2], "image/png", "cannot be decoded (OSError)"),
        (encoded("jpeg"), "image/png", "cannot be decoded (UnidentifiedImageError)"),
        (encoded("gif"), "image/png", "cannot be decoded (UnidentifiedImageError)"),
        (encoded("png", size=(65, 48)), "image/png", "is 65 by 48 pixels, not 64 by 48"),
        (b"1\n00:00 --> 00:02\n", "text/vtt", "is not WebVTT"),
        (b"WEBVTT\n\xff\xfe", "text/vtt", "cannot be decoded (UnicodeDecodeError)"),
        (b"", "text/vtt", "is not WebVTT"),
        (b"\0\0\0\x18ftypmp42", "video/mp4", "cannot be decoded (InvalidDataError)"),
    ],
)
def test_what_it_cannot_show_is_told(checker, tmp_path, data, mime, why):
    assert told(checker, tmp_path / "file", data, mime) == why


def test_a_small_file_that_becomes_gigabytes_is_refused_in_the_childs_own_memory(checker, tmp_path):
    bomb = encoded("png", "1", (14_000, 14_000))
    told_of_bomb = told(checker, tmp_path / "bomb", bomb, width=14_000, height=14_000)

    assert len(bomb) < 200_000
    assert told_of_bomb == "cannot be decoded (DecompressionBombError)"
    assert told(checker, tmp_path / "file", RED) == "fine"


def test_a_child_that_was_ended_between_two_files_is_started_anew(tmp_path):
    checker = Checker()
    told(checker, tmp_path / "file", RED)
    kill(checker._child)

    assert told(checker, tmp_path / "file", RED) == "fine"
    checker.close()


def test_a_child_that_dies_of_a_file_is_told_and_another_is_started(tmp_path):
    checker = Checker()
    pipe = tmp_path / "file"
    os.mkfifo(pipe)  # opening it holds the child in the middle of the file
    child = checker._running()
    Timer(0.5, child.kill).start()
    with pytest.raises(Undecodable, match="ends the process that decodes it"):
        checker.check(pipe, Asset("0" * 64, "image/png", 9, 64, 48))
    assert told(checker, tmp_path / "other", RED) == "fine"
    checker.close()


def test_a_file_that_takes_for_ever_is_given_up(tmp_path):
    checker = Checker(patience=1.5)
    os.mkfifo(tmp_path / "file")
    began = time.monotonic()
    with pytest.raises(Undecodable, match="takes longer than"):
        checker.check(tmp_path / "file", Asset("0" * 64, "image/png", 9, 64, 48))

    assert time.monotonic() - began < 10
    assert told(checker, tmp_path / "other", RED) == "fine"
    checker.close()


def test_an_item_that_cannot_be_decoded_is_left_out_after_three_tries(bringing, server):
    made = publishing(1, RED, b"no picture at all")
    server.have(made)

    assert [bringing.problem(made) for _ in range(2)] == ["damaged", "damaged"]
    assert bringing.bring(made).quarantined == ("p1",)
    assert bringing.plays() == (1, ("p0",))


def test_a_film_is_played_when_its_first_frame_can_be_decoded(checker, tmp_path, bringing, server):
    data = a_film(tmp_path / "made.mp4").read_bytes()
    assert told(checker, tmp_path / "film", data, "video/mp4") == "fine"

    asset = Asset(fingerprint(data), "video/mp4", len(data), 320, 180, 2.0)
    item = Item("film", Video(asset.sha256, TITLE, is_silent=True))
    made = published(revision(item, assets=[asset]), data)
    server.have(made)
    playable = bringing.bring(made)
    assert (playable.quarantined, playable.revision.items) == ((), (item,))


def test_threads_may_share_one(checker, tmp_path):
    def twenty(name):
        return [told(checker, tmp_path / name, RED) for _ in range(20)]

    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(twenty, "abcd")) == [["fine"] * 20] * 4
