"""The tour leaves no page and no dialog out."""

import re
from pathlib import Path
from typing import get_args

from controller.web import app
from kiosk.complaint_page import ComplaintPage
from kiosk.information_page import CouncilTopic, InformationPage, Leaflet, Topic
from kiosk.page import Page
from kiosk.technician_page import TechnicianPage
from nouba.shots.stops import INFORMATION_STOPS, KIOSK_STOPS, STOPS, missed, pictures

TEMPLATES = Path(app.__file__).parent / "templates"
PART = re.compile(r'{% (?:extends|import|include) "([^"]+)"')
DIALOG = re.compile(r'<dialog\b[^>]*\bid="([^"]+)"')
OF_INFORMATION = {*get_args(InformationPage), *get_args(ComplaintPage)}


def written() -> dict[str, str]:
    """The text of each template, by its name."""
    found = TEMPLATES.rglob("*.html")
    return {each.relative_to(TEMPLATES).as_posix(): each.read_text() for each in found}


def test_each_page_and_each_dialog_has_its_pictures():
    templates = written()
    parts = {name for text in templates.values() for name in PART.findall(text)}
    dialogs = {name for text in templates.values() for name in DIALOG.findall(text)}

    assert set(STOPS) == (set(templates) - parts) | dialogs
    assert [name for name, pictures in STOPS.items() if not pictures] == []


def test_each_screen_of_the_kiosk_has_its_pictures():
    kinds = {*get_args(Page), *get_args(TechnicianPage)} - OF_INFORMATION

    assert set(KIOSK_STOPS) == {kind.name for kind in kinds}
    assert [name for name, scenes in KIOSK_STOPS.items() if not scenes] == []


def test_each_screen_that_only_an_information_screen_has_has_its_pictures():
    leaflets = {"office", "news_piece", *CouncilTopic, Topic.CHARTER}

    assert set(INFORMATION_STOPS) == {kind.name for kind in OF_INFORMATION - {Leaflet}} | leaflets
    assert [name for name, scenes in INFORMATION_STOPS.items() if not scenes] == []


def test_a_picture_that_was_not_made_is_told(tmp_path):
    for name in pictures():
        (tmp_path / name).touch()
    assert missed(tmp_path) == []

    left_out = ["kiosk-attract-all.png", "kiosk-search-zgh.png", "page-give-up-fr.png"]
    for name in left_out:
        (tmp_path / name).unlink()
    assert missed(tmp_path) == left_out
