"""The process that draws for editors: asked, killed, missing."""

import sys
from datetime import datetime
from io import BytesIO

import pytest
from PIL import Image

from controller.studio import Studio, StudioAway
from media.look.contrast import contrast
from media.look.theme import PALETTE
from media.pack import load_pack
from media.playlist.content import Picture, TextNotice
from media.playlist.model import Item
from media.playlist.preview import Look, PreviewScreen
from media.playlist.validity import Validity
from media.words import Words
from tests.controller.intake.drawn import jpeg
from tests.display.builders import DEMO

NOW = datetime(2026, 11, 23, 10, 42)  # noqa: DTZ001  as the hall's clocks show it
NEAR = PreviewScreen(1920, 1080, 1397.0, 2500.0, ("ar", "fr"))
UPRIGHT = PreviewScreen(1080, 1920, 1092.0, 5000.0, ("fr",))
TITLE = Words(ar="المكتب مغلق", fr="L’état civil est fermé")
VALID = Validity(since=NOW, until=datetime(2026, 11, 30))  # noqa: DTZ001
NOTICE = Item("closed", TextNotice(TITLE), validity=VALID)


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    return tmp_path_factory.mktemp("files")


@pytest.fixture(scope="module")
def studio(files):
    studio = Studio(DEMO, files)
    yield studio
    studio.close()


def test_a_notice_is_drawn_as_large_as_its_screen_in_each_language(studio):
    seen, picture = studio.drawn(NOTICE, Look(NEAR, NOW, page=1))

    assert Image.open(BytesIO(picture)).size == (1920, 1080)
    assert [each.language for each in seen.pages] == ["ar", "fr"]
    (title,) = (each for each in seen.texts if each.kind == "title")
    assert title.words == TITLE.fr
    assert title.is_whole


def test_letters_are_measured_in_millimetres_and_by_their_pixels(studio):
    near, _ = studio.drawn(NOTICE, Look(NEAR, NOW))
    far, _ = studio.drawn(NOTICE, Look(UPRIGHT, NOW))
    title, small = (next(x for x in s.texts if x.kind == "title") for s in (near, far))

    # The edges of letters have a little less than the formula says of the commune's colour.
    theme = load_pack(DEMO).commune.theme
    assert title.contrast == pytest.approx(contrast(theme.palette.navy, PALETTE.plaster), abs=0.3)
    assert title.degrees >= 0.7 > small.degrees


def test_a_title_that_is_too_long_is_told_how_long_it_may_be(studio):
    words = Words(ar="مكتب " * 40, fr="Le bureau ferme. " * 10)
    seen, _ = studio.drawn(Item("long", TextNotice(words), validity=VALID), Look(NEAR, NOW))
    title = next(each for each in seen.texts if each.kind == "title")

    assert title.degrees < 0.7
    assert 8 <= title.most_letters < len(words.ar)
    shorter = Words(ar=words.ar[: title.most_letters].rstrip(), fr="Fermé")
    again, _ = studio.drawn(Item("short", TextNotice(shorter), validity=VALID), Look(NEAR, NOW))
    assert next(each for each in again.texts if each.kind == "title").degrees >= 0.695


def test_a_picture_is_told_how_far_it_is_stretched_and_a_lost_one_is_a_problem(studio, files):
    (files / ("a" * 64)).write_bytes(jpeg((320, 180)))
    there, lost = (Item(n, Picture(n * 64, TITLE), validity=VALID) for n in ("a", "b"))

    seen, picture = studio.drawn(there, Look(NEAR, NOW))
    missing, nothing = studio.drawn(lost, Look(NEAR, NOW))

    assert seen.picture.stretch > 2
    assert Image.open(BytesIO(picture)).format == "JPEG"
    assert (missing.problem != "", nothing) == (True, b"")


def test_a_process_that_was_killed_is_started_anew(studio):
    studio._process.kill()

    seen, _ = studio.drawn(NOTICE, Look(NEAR, NOW))

    assert len(seen.pages) == 2


def test_a_machine_without_the_program_says_so(files):
    studio = Studio(DEMO, files, (sys.executable, "-c", "raise SystemExit(1)"))

    with pytest.raises(StudioAway):
        studio.drawn(NOTICE, Look(NEAR, NOW))
