"""Strangers' HTML into clean text, ready to be drawn."""

import html
import re
from unicodedata import category, normalize

import nh3

LONGEST_HEADLINE = 90
"""Characters, the last of which says that it was cut."""

LONGEST_TEXT = 1800
"""Characters of all paragraphs with their breaks: nobody reads more on a wall."""

BLOCKS = frozenset(
    {
        *("p", "br", "div", "section", "article", "blockquote", "pre", "hr", "figure"),
        *("li", "ul", "ol", "dt", "dd", "tr", "table", "figcaption"),
        *("h1", "h2", "h3", "h4", "h5", "h6"),
    }
)
"""What begins a paragraph of its own."""

UNREADABLE = frozenset(
    {
        *("script", "style", "head", "iframe", "noscript", "template", "object", "embed"),
        *("svg", "math", "canvas", "audio", "video", "form", "select", "textarea"),
    }
)
"""What goes with all that it holds."""

_BLOCK = re.compile(rf"</?(?:{'|'.join(sorted(BLOCKS))})\b[^>]*>")
_CELL = re.compile(r"</?t[dh]\b[^>]*>")
_BLANKS = re.compile(r"[ \t\r\n\f\v]+")
_NARROW_BLANKS = re.compile("[ \u00a0\u202f\u2000-\u200a\u3000]*[\u00a0\u2000-\u200a\u3000]+ *")
_CUT_OFF = re.compile(r"\s*\[\s*(?:…|\.\.\.)\s*\]\s*$")
_FIRST_ON = re.compile(
    r"(?:^The post .* appeared first on |^L[’']article .* est apparu en premier sur |"
    r"^The post .* first appeared on |^ظهرت? .* أول(?:ا[ًَ]?|ًا) (?:على|في) ).*"
)
"""What WordPress's plugins write below every item."""

_TATWEEL = re.compile("ـ+(?=[\u0621-\u063a\u0641-\u065f])|(?<=ـ)ـ+")
"""Letters drawn out; the one of `1448 هـ`, which nothing follows, is spelling."""

_UNSEEN = frozenset("\u200b\u200e\u200f\u061c\u2028\u2029\ufeff\u00ad\u2060\u180e")
_BIDI = frozenset(chr(each) for each in (*range(0x202A, 0x202F), *range(0x2066, 0x206A)))
_NEVER_DRAWN = frozenset({"Cc", "Cs", "Co", "Cn"})


def paragraphs(markup: str) -> tuple[str, ...]:
    """Return the text of an item, a paragraph each, without anything that a page could run.

    It ends after `LONGEST_TEXT` characters, at a word, with an ellipsis.
    """
    clean = nh3.clean(
        markup,
        tags=set(BLOCKS | {"td", "th"}),
        clean_content_tags=set(UNREADABLE),
        attributes={},
        link_rel=None,
    )
    lines = _BLOCK.sub("\n", _CELL.sub(" ", _BLANKS.sub(" ", clean))).split("\n")
    texts = (tidy(html.unescape(line)) for line in lines)
    return _within([text for text in texts if text and not _FIRST_ON.fullmatch(text)])


def line(markup: str) -> str:
    """Return a title, or any other text of one line."""
    return " ".join(paragraphs(markup))


def headline(markup: str) -> str:
    """Return a title of at most `LONGEST_HEADLINE` characters, cut at a word."""
    return cut(line(markup), LONGEST_HEADLINE)


def cut(text: str, length: int) -> str:
    """Return the text within so many characters; where it is cut, after a word, an ellipsis."""
    if len(text) <= length:
        return text
    head = text[:length]
    words = head.rsplit(" ", 1)[0] if " " in head[:-1] else head[:-1]
    return words.rstrip(" ,;:.!؛،-–—«(")[: length - 1] + "…"


def tidy(text: str) -> str:
    """Return one line of text without what is not drawn, or would turn the line's order around.

    Composed (NFC), without drawn-out letters, with one blank where there were many.
    """
    kept = "".join(
        " " if each in "\t\n\r" else each for each in normalize("NFC", text) if _is_drawn(each)
    )
    kept = _NARROW_BLANKS.sub(lambda found: "\u00a0" if len(found[0]) == 1 else " ", kept)
    return _CUT_OFF.sub("…", _TATWEEL.sub("", _BLANKS.sub(" ", kept))).strip(" \u00a0\u202f")


def _is_drawn(character: str) -> bool:
    if character in "\t\n\r":
        return True
    return (
        character not in _UNSEEN
        and character not in _BIDI
        and category(character) not in _NEVER_DRAWN
    )


def _within(texts: list[str]) -> tuple[str, ...]:
    kept: list[str] = []
    left = LONGEST_TEXT
    for text in texts:
        kept.append(cut(text, left))
        left -= len(kept[-1]) + 1  # and the break of the line
        if left < 2:
            break
    return tuple(kept)
