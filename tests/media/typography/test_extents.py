"""What is measured word by word is as wide and high as what is set."""

from pathlib import Path

import pytest

from media.isolation import isolate
from media.pack import load_pack
from media.typography.fonts import font_set, plex_font
from media.typography.line import Span, Style
from media.typography.typesetter import Typesetter

PACK = load_pack(Path(__file__).parents[3] / "media/packs/demo")
MIXED = {
    "ar": f"الهاتف {isolate('05 37')} (من 8:30 إلى 16:30)، «État civil» ⴰⵣⵓⵍ.",
    "zgh": "ⵜⴰⵎⵖⵔⵉⵡⵜ (12): ⴰⵣⵓⵍ, A-042 « ⵜⴰⵏⴰⴼⵓⵜ » 2,50 MAD",
    "fr": "Œuvre : « l’appel » du ticket A-042, ⴰⵣⵓⵍ (مرحبا) de 8 h 30 à 16 h 30.",
    "en": "Bring your national card [original and copy]:  two spaces, and a tail. ",
}


@pytest.fixture
def typesetter():
    return Typesetter(font_set())


def told(language):
    """What a language says in the pack, and a line of everything."""
    procedures = (PACK.procedure(service.procedure) for service in PACK.services)
    words = [line for each in procedures for line in (each.delay, each.basis, *each.notes)]
    names = [each.name for each in (*PACK.services, *PACK.documents)]
    texts = (each.parts(language)[0] for each in (*words, *names))
    return {MIXED[language], *(text for found, text in texts if found == language)}


@pytest.mark.parametrize("is_low", [True, False])
@pytest.mark.parametrize(("weight", "size"), [("Medium", 23), ("Medium", 40), ("Bold", 71)])
@pytest.mark.parametrize("language", ["ar", "zgh", "fr", "en"])
def test_a_text_is_measured_as_it_is_set(typesetter, language, weight, size, is_low):
    style, base = Style(str(plex_font(weight)), size, weight == "Bold", is_low), language == "ar"
    lines = {text: typesetter.line((Span(text, style),), base) for text in told(language)}

    measured = {text: typesetter.extent(text, style, base) for text in lines}

    assert measured == {text: line.extent for text, line in lines.items()}


@pytest.mark.parametrize("is_low", [True, False])
@pytest.mark.parametrize("language", ["ar", "zgh", "fr", "en"])
def test_beginnings_that_grow_are_as_large_as_each_by_itself(typesetter, language, is_low):
    style, base = Style(str(plex_font("Medium")), 40, is_low=is_low), language == "ar"
    text = MIXED[language]
    beginnings = [text[start:end] for start in (0, 9) for end in range(start, len(text) + 1)]
    size = typesetter.beginnings(style, base)

    measured = [size(each) for each in beginnings]

    assert measured == [typesetter.extent(each, style, base)[:2] for each in beginnings]


def test_what_was_forgotten_is_measured_again(typesetter, monkeypatch):
    style = Style(str(plex_font("Medium")), 40)
    known = typesetter.extent(MIXED["fr"], style, 0)
    monkeypatch.setattr("media.typography.extents.REMEMBERED_WORDS", 2)

    typesetter.extent(MIXED["en"], style, 0)

    assert typesetter._extents._count <= 2
    assert typesetter.extent(MIXED["fr"], style, 0) == known
