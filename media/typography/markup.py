"""Markup labels: [b], [size], [color] and [ref] across bidi runs.

Kivy draws a markup line word by word from the left; here the whole line is ordered
first, and each piece drawn in the style of the word it comes from.
"""

from collections.abc import Callable
from typing import Any

from kivy.core.text.markup import MarkupLabel
from kivy.core.text.text_layout import LayoutLine

from media.typography.line import Line, Span
from media.typography.provider import Render, Size, style_of


def patch_markup() -> None:
    """Give Kivy's MarkupLabel our order of lines.

    It is patched, not subclassed: its methods name it globally in `super()`.
    """
    MarkupLabel.plain_text = _plain_text
    MarkupLabel.render_lines = _render_lines
    MarkupLabel.render = _with_overhang(MarkupLabel.render)


def _with_overhang(kivys: Callable[..., Size | None]) -> Callable[..., Size | None]:
    def render(label: MarkupLabel, real: bool = False) -> Size | None:  # noqa: FBT001, FBT002  # Kivy's
        size = kivys(label, real)
        return size if size is None else label.with_overhang(size)

    return render


def _plain_text(label: MarkupLabel) -> str:
    parts = (part for part in label.markup if not part.startswith("["))
    return _unescaped("".join(parts))


def _unescaped(text: str) -> str:
    return text.replace("&bl;", "[").replace("&br;", "]").replace("&amp;", "&")


def _render_lines(
    label: MarkupLabel,
    lines: list[LayoutLine],
    options: dict[str, Any],
    _: Render,
    y: int,
    size: Size,
) -> int:
    y += label.overhang
    for line in lines:
        line.x, line.y = _left_end(label, line, options, size[0]), y
        _render_line(label, line)
        y += line.h
    return y


def _left_end(label: MarkupLabel, line: LayoutLine, options: dict[str, Any], width: float) -> int:
    left, _, right, _ = options["padding"]
    match options["halign"]:
        case "center":
            return int((width - line.w + left - right) / 2)
        case "right":
            return max(0, int(width - line.w - right))
        case "auto" | "justify" if label.is_rtl():
            return max(0, int(width - line.w - right))
        case _:
            return int(left)


def _render_line(label: MarkupLabel, line: LayoutLine) -> None:
    text = "".join(word.text for word in line.words)
    if not text:
        return
    base, levels = label.paragraphs.take(text)
    is_low = label.is_low
    spans = tuple(Span(word.text, style_of(word.options, is_low=is_low)) for word in line.words)
    shaped: Line = label.typesetter.line(spans, base, levels)
    for piece in shaped.pieces:
        options = line.words[piece.span].options
        label.raster.put(piece.glyphs, line.x, line.y + shaped.ascent, options["color"])
        if options["_ref"] is not None:
            box = (line.x + piece.left, line.y, line.x + piece.right, line.y + line.h)
            label.refs.setdefault(options["_ref"], []).append(box)
