"""What a controller is told before it starts: one TOML file."""

from dataclasses import dataclass, field, replace
from datetime import time
from pathlib import Path
from typing import Annotated

from pydantic import AwareDatetime, Field, StringConstraints

from controller.news import NewsSettings
from media.toml import read_toml, within

SQLITE = "sqlite:///"
DEMONSTRATION_PACK = Path(__file__).parent.parent / "media" / "packs" / "demo"


@dataclass(frozen=True, slots=True)
class DemonstrationClock:
    """A clock that is somewhere else in the day, and may run faster.

    It is reckoned from a real moment, so that it goes on unbroken after a restart.
    """

    origin: AwareDatetime
    """The real moment at which the demonstration began."""

    start: time
    """What the hall's clock showed then, on that day."""

    factor: Annotated[float, Field(gt=0, le=1000)] = 1.0
    """How many of the hall's seconds pass in a real one."""


@dataclass(frozen=True, slots=True)
class ComplaintSettings:
    """What becomes of the complaints that visitors tell at information screens."""

    personal_days: Annotated[int, Field(ge=1, le=730)] = 90
    """Days after the closing, before words, places, telephones and answers are removed."""


@dataclass(frozen=True, slots=True)
class Settings:
    """A controller's settings."""

    hall: Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_-]*$", max_length=40)] = "hall"
    """The hall's own name in the database: several halls may share one."""

    database: str = "sqlite:///var/nouba.db"
    """Any SQLAlchemy URL of SQLite or PostgreSQL (`postgresql+psycopg://…`)."""

    redis: Annotated[str, StringConstraints(pattern=r"^(rediss?|unix)://.+$")] | None = None
    """Where the hall's other controllers are met (`redis://server:6379`); nothing for one alone."""

    host: str = "127.0.0.1"
    """The address to listen on; `0.0.0.0` for the whole local network."""

    port: Annotated[int, Field(ge=1, le=65535)] = 8080
    proxies: Annotated[int, Field(ge=0, le=3)] = 0
    """How many proxies stand before it: so many of the addresses that they add are believed."""

    pack: Path = DEMONSTRATION_PACK
    """The folder of the commune's content. Paths start from the settings' own folder."""

    rules: Path | None = None
    """The hall's own rules (`docs/rules.md`); unless told, the pack's `rules.toml`, if there is."""

    public_url: Annotated[str, StringConstraints(pattern=r"^https?://[^/]+$")] = (
        "http://127.0.0.1:8080"
    )
    """Where visitors' telephones reach this controller: it stands in the tickets' QR."""

    secret_file: Path = Path("var/secret.key")
    """Signs cookies, tokens and QR codes. Made at the first start, for its owner alone."""

    waits_model: Path | None = None
    """Where `nouba waits train` writes what it learned of waits, if it is used."""

    signage: Path = Path("var/signage")
    """The folder of the screens' pictures and films; a hall's controllers share one."""

    notices_need_approval: bool = False
    """Whether a notice goes out only when another person than its author approved it."""

    news: NewsSettings = field(default_factory=NewsSettings)
    """Where the hall's news come from (`docs/news.md`); from nowhere unless told."""

    complaints: ComplaintSettings = field(default_factory=ComplaintSettings)
    """For how long complaints may tell of a person (`docs/complaints.md`)."""

    clock: DemonstrationClock | None = None
    """Only for demonstrations; else the machine's clock."""


def read_settings(path: Path) -> Settings:
    """Return the settings in the file; raises `media.toml.TomlError` with line and field."""
    settings = read_toml(path, Settings)
    folder = path.resolve().parent
    return replace(
        settings,
        database=_database(folder, settings.database),
        pack=folder / settings.pack,
        rules=within(folder, settings.rules),
        waits_model=within(folder, settings.waits_model),
        news=settings.news.within(folder),
        secret_file=folder / settings.secret_file,
        signage=folder / settings.signage,
    )


def _database(folder: Path, url: str) -> str:
    """Let SQLite's file start from the settings' folder, as every path does."""
    file = url.removeprefix(SQLITE)
    return url if file == url else f"{SQLITE}{folder / file}"
