"""The tour leaves no page and no dialog out."""

import re
from pathlib import Path

from controller.web import app
from nouba.shots.stops import STOPS, missed
from wire.messages import LANGUAGES

TEMPLATES = Path(app.__file__).parent / "templates"
PART = re.compile(r'{% (?:extends|import|include) "([^"]+)"')
DIALOG = re.compile(r'<dialog\b[^>]*\bid="([^"]+)"')


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


def test_a_picture_that_was_not_made_is_told(tmp_path):
    for name in (each for pictures in STOPS.values() for each in pictures):
        for language in LANGUAGES:
            (tmp_path / f"page-{name}-{language}.png").touch()
    assert missed(tmp_path) == []

    (tmp_path / "page-give-up-fr.png").unlink()
    assert missed(tmp_path) == ["page-give-up-fr.png"]
