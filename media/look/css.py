"""The same look for the pages: CSS custom properties, and the fonts."""

from media.look.pictograms import GLYPHS
from media.look.theme import PALETTE, Palette
from media.look.zellige import tile_css

_WEIGHTS = (("Regular", 400), ("Medium", 500), ("SemiBold", 600), ("Bold", 700))


def tokens() -> str:
    """Give `:root { --navy: …; }`: each colour by its name, with hyphens.

    `--font` is the font stack, `--zellige` a background to repeat: stars of gold on navy.
    `--house-gold` is alike whatever a commune wears.
    """
    lines = [f"  --{name}: {value};" for name, value in _colors(PALETTE).items()]
    lines += [f"  --house-gold: {PALETTE.gold.hex};"]
    lines += ['  --font: "IBM Plex Sans Arabic", "Noto Sans Tifinagh", sans-serif;']
    return "\n".join([":root {", *lines, "}", ""])


def worn_tokens(palette: Palette) -> tuple[tuple[str, str], ...]:
    """Give name and value of each colour that is another than the house's."""
    house = _colors(PALETTE)
    return tuple(
        (f"--{name}", value) for name, value in _colors(palette).items() if value != house[name]
    )


def _colors(palette: Palette) -> dict[str, str]:
    found = {name.replace("_", "-"): color.hex for name, color in palette._asdict().items()}
    return found | {"zellige": tile_css(palette.gold, palette.navy)}


def font_faces(plex: str, vendored: str) -> str:
    """Give the `@font-face` rules.

    `plex` is the URL of the folder with IBM Plex Sans Arabic's files, `vendored` that of
    `media/fonts`; both without a slash at the end.
    """
    faces = [
        _face("IBM Plex Sans Arabic", f"{plex}/IBMPlexSansArabic-{name}.ttf", weight)
        for name, weight in _WEIGHTS
    ]
    faces.append(_face("Noto Sans Tifinagh", f"{vendored}/NotoSansTifinagh-Regular.ttf", 400))
    faces.append(_face("Nouba Pictograms", f"{vendored}/pictograms.ttf", 400))
    return "".join(faces)


def _face(family: str, url: str, weight: int) -> str:
    return (
        f'@font-face {{ font-family: "{family}"; font-weight: {weight}; font-display: swap; '
        f'src: url("{url}") format("truetype"); }}\n'
    )


def pictogram_rules() -> str:
    """Give one rule for each pictogram: `<i class="pictogram pictogram-birth"></i>`."""
    drawn = (
        '.pictogram { font: normal 1.5em/1 "Nouba Pictograms"; display: inline-block; }\n'
        '[dir="rtl"] :is(.pictogram-back, .pictogram-forward) { transform: scaleX(-1); }\n'
    )
    rules = (
        f'.pictogram-{name}::before {{ content: "\\{ord(glyph):x}"; }}\n'
        for name, glyph in GLYPHS.items()
    )
    return drawn + "".join(rules)
