"""What is looked for in an item's HTML before it becomes text."""

from html.parser import HTMLParser

SOURCES = ("src", "data-src", "data-lazy-src")
"""Where an `<img>` has its picture: pages that load it late keep `src` for a blank one."""


class _Pictures(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note each picture."""
        if tag != "img":
            return
        values = dict(attrs)
        sources = (values.get(name) or "" for name in SOURCES)
        self.found += [each for each in sources if each and not each.startswith("data:")][:1]


def pictures_in(html: str) -> tuple[str, ...]:
    """Return the addresses of the pictures in it, as they are written there."""
    reader = _Pictures()
    reader.feed(html)
    return tuple(reader.found)
