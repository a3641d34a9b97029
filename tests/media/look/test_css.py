from media.look import css
from media.look.pictograms import GLYPHS, glyph


def test_the_pages_have_the_colours_of_the_screens():
    tokens = css.tokens()

    assert "--navy: #123657;" in tokens
    assert "--green-deep: #00402f;" in tokens
    assert '--zellige: url("data:image/svg+xml,' in tokens


def test_the_fonts_are_where_the_page_says():
    faces = css.font_faces("/fonts/plex", "/fonts")

    assert 'url("/fonts/plex/IBMPlexSansArabic-Bold.ttf")' in faces
    assert 'url("/fonts/NotoSansTifinagh-Regular.ttf")' in faces


def test_each_pictogram_has_a_rule_with_its_glyph():
    rules = css.pictogram_rules()

    assert all(
        f'.pictogram-{name}::before {{ content: "\\{ord(drawn):x}"; }}' in rules
        for name, drawn in GLYPHS.items()
    )


def test_back_points_to_the_right_where_one_reads_from_the_right():
    assert glyph("back", is_rtl=True) == glyph("forward")
    assert glyph("birth", is_rtl=True) == glyph("birth")
