"""Copies what the pages need into `static/vendor`: nothing is fetched when the hall runs.

`python -m controller.web.assets`, after `npm ci`, takes socket.io-client and uPlot from
node_modules, the fonts from the Python packages and from media/fonts, and writes the
look's colours as CSS. It is run again when one of these changes.
"""

import shutil
from importlib.util import find_spec
from pathlib import Path

from media.look import css

VENDOR = Path(__file__).parent / "static" / "vendor"
"""What is built; the pages ask for nothing else that is not ours."""

ROOT = Path(__file__).parents[2]
"""The folder that the set-up installs everything in."""

FROM_NPM = (
    "socket.io-client/dist/socket.io.esm.min.js",
    "uplot/dist/uPlot.esm.js",
    "uplot/dist/uPlot.min.css",
)
"""Files of node_modules."""

WEIGHTS = ("Regular", "Medium", "SemiBold", "Bold")
"""Of IBM Plex Sans Arabic."""

URL = "/static/vendor"
"""Where the browser finds `VENDOR`."""


def build(node_modules: Path, vendor: Path) -> tuple[Path, ...]:
    """Fill the folder `vendor` and return its files; raises `FileNotFoundError` before `npm ci`."""
    vendor.mkdir(parents=True, exist_ok=True)
    sources = [*(node_modules / name for name in FROM_NPM), *_fonts()]
    for source in sources:
        shutil.copyfile(source, vendor / source.name)
    (vendor / "tokens.css").write_text(css.tokens(), encoding="utf-8")
    (vendor / "look.css").write_text(
        css.tokens() + css.font_faces(URL, URL) + css.pictogram_rules(), encoding="utf-8"
    )
    return tuple(sorted(vendor.iterdir()))


def _fonts() -> list[Path]:
    plex = find_spec("fontpkg_ibm_plex_sans_arabic")
    if plex is None or plex.origin is None:
        raise FileNotFoundError("the package fontpkg-ibm-plex-sans-arabic is not installed")
    files = Path(plex.origin).parent / "files"
    ours = ROOT / "media" / "fonts"
    return [
        *(files / f"IBMPlexSansArabic-{weight}.ttf" for weight in WEIGHTS),
        ours / "NotoSansTifinagh-Regular.ttf",
        ours / "pictograms.ttf",
    ]


def main() -> None:
    """Build, and say so in one line."""
    files = build(ROOT / "node_modules", VENDOR)
    print(f"{len(files)} files are in {VENDOR.relative_to(ROOT)}.")  # noqa: T201 - its own output


if __name__ == "__main__":
    main()
