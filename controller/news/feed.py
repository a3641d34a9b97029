"""A feed: where news come from, as it stands in the controller's settings."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field, StringConstraints

from wire.messages import Language

Kind = Literal["rss", "wordpress", "calendar"]
"""`rss` is RSS or Atom; `wordpress` a site whose posts are asked for; `calendar` an ICS file."""

ANY_CATEGORY = "*"
"""The category of the picture for what has no other."""


def _address(url: str) -> str:
    """Refuse what is no address of the web, and one that bears a password."""
    try:
        parts = urlsplit(url)
        named = parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:
        named = False
    if not named:
        raise ValueError("write an address such as https://www.commune.ma/feed")
    if "@" in parts.netloc:
        raise ValueError("an address has no name and no password in it")
    return url


Name = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_-]*$", max_length=40)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """One source of news."""

    name: Name
    """What the editors call it."""

    kind: Kind = "rss"
    url: Annotated[str, AfterValidator(_address)]
    """Of the feed or the calendar; for WordPress, of the site."""

    languages: Annotated[tuple[Language, ...], Field(min_length=1)]
    """In which it is written; the first counts where an item's letters do not tell."""

    trusted: bool = False
    """Whether its items need nobody's consent."""

    life_days: Annotated[int, Field(strict=True, ge=1, le=365)] = 7
    """How long an item may be shown, counted from its publication."""

    every_minutes: Annotated[int, Field(strict=True, ge=5, le=1440)] = 15
    pictures: Mapping[str, Path] = field(default_factory=dict)
    """For items without a picture: files by category; `"*"` stands for every other category."""

    intranet: tuple[str, ...] = ()
    """Names of machines of the commune's own network that it may come from."""

    @property
    def life(self) -> timedelta:
        """Return how long an item may be shown."""
        return timedelta(days=self.life_days)

    @property
    def every(self) -> timedelta:
        """Return how far its visits are apart."""
        return timedelta(minutes=self.every_minutes)

    def spare_picture(self, categories: Iterable[str]) -> Path | None:
        """Return the file for an item of these categories that brings no picture."""
        named = {name.casefold(): file for name, file in self.pictures.items()}
        wanted = (*(each.casefold() for each in categories), ANY_CATEGORY)
        return next((named[each] for each in wanted if each in named), None)


def _each_name_once(feeds: tuple[Feed, ...]) -> tuple[Feed, ...]:
    names = [feed.name for feed in feeds]
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice is not None:
        raise ValueError(f'two feeds are called "{twice}"')
    return feeds


@dataclass(frozen=True, slots=True)
class NewsSettings:
    """Where the hall's news come from, and where their pictures are kept."""

    pictures: Path = Path("var/news")
    """The folder of the pictures that were fetched, each named by its SHA-256."""

    feeds: Annotated[tuple[Feed, ...], AfterValidator(_each_name_once)] = ()
    publish_at_once: bool = True
    """Whether screens tell news as soon as they are accepted; else with the next publishing."""

    def within(self, folder: Path) -> "NewsSettings":
        """Let every path start from the folder of the settings."""
        feeds = (
            replace(feed, pictures={name: folder / file for name, file in feed.pictures.items()})
            for feed in self.feeds
        )
        return NewsSettings(folder / self.pictures, tuple(feeds), self.publish_at_once)
