"""Furnish a demonstration's hall: people, devices, and each program's settings."""

import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from controller.identity import Device, Person
from controller.settings import DEMONSTRATION_PACK
from controller.store.devices import Devices
from controller.store.engine import open_engine
from controller.store.people import People
from nouba.demo.place import Place
from nouba.demo.staff import PASSWORD, STAFF

DEMONSTRATION_RULES = Path(__file__).with_name("rules.toml")

SCREEN = "screen-1"
"""The name of the hall screen."""

Table = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Size:
    """A window or a screen, in pixels."""

    width: int
    height: int
    left: int | None = None
    top: int | None = None
    is_fullscreen: bool = False


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a demonstration should be like."""

    kiosk: Size
    display: Size
    began_at: datetime
    """The real moment that the hall's clock is reckoned from, aware."""

    speed: float = 1.0
    """How many of the hall's seconds pass in a real one."""

    rules: Path | None = None
    """The hall's own rules; its day begins at 8:30 then, when the hall opens, as with a speed."""

    is_speaker_real_time: bool = True
    """Whether the virtual speaker takes as long as a real one."""


def rules_of(pack: Path) -> Path | None:
    """Return the demonstration's rules, for its own pack; another one may bring its own."""
    return DEMONSTRATION_RULES if pack == DEMONSTRATION_PACK else None


def furnish(
    place: Place, pack: Path, wishes: Wishes, further: Mapping[str, object] | None = None
) -> None:
    """Write the database and the settings of all programs into the place.

    `further` are settings of the kiosk that the demonstration's has not.
    """
    engine = open_engine(place.database)
    people, devices = People(engine), Devices(engine)
    for member in STAFF:
        person = Person(member.name, member.display_name, member.role, member.language)
        people.add(person, PASSWORD)
    kiosk = devices.add(Device("kiosk-1", "kiosk"))
    information = devices.add(Device("information-1", "kiosk"))
    display = devices.add(Device(SCREEN, "screen"))
    engine.dispose()
    write_settings(place.settings("controller"), _controller(place, pack, wishes))
    at_kiosk = _kiosk(place, pack, wishes.kiosk, kiosk)
    write_settings(place.settings("kiosk"), at_kiosk | dict(further or {}))
    at_entrance = _information(place, pack, wishes.kiosk, information)
    write_settings(place.settings("information"), at_entrance)
    manner = f"?control={place.speaker_control}"
    manner += "&pace=real" if wishes.is_speaker_real_time else ""
    at_wall = display_settings(place, pack, wishes.display, display, manner)
    write_settings(place.settings("display"), at_wall)


def _controller(place: Place, pack: Path, wishes: Wishes) -> Table:
    settings: dict[str, object] = {
        "hall": "demo",
        "database": place.database,
        "port": place.port,
        "pack": str(pack),
        "public_url": place.address,
        "secret_file": str(place.folder / f"secret-{secrets.token_hex(4)}.key"),
    }
    if wishes.rules is not None:
        settings["rules"] = str(wishes.rules)
    if wishes.speed != 1.0 or wishes.rules is not None:
        settings["clock"] = {
            "origin": wishes.began_at,
            "start": datetime(1, 1, 1, 8, 30).time(),  # noqa: DTZ001 - a time of the day
            "factor": wishes.speed,
        }
    return settings


def _kiosk(place: Place, pack: Path, size: Size, token: str) -> dict[str, object]:
    return {
        "controller": place.address,
        "token": token,
        "pack": str(pack),
        "home": str(place.kiosk_home),
        "touch_map": str(place.touch_map),
        "screenshots": str(place.pictures),
        "speaker": f"virtual:{place.folder / 'kiosk-heard'}",
        "printer": {"address": f"escpos+tcp://127.0.0.1:{place.printer_port}"},
        "screen": _screen(size, diagonal=686.0),
    }


def _information(place: Place, pack: Path, size: Size, token: str) -> Table:
    return {
        "controller": place.address,
        "token": token,
        "pack": str(pack),
        "home": str(place.folder / "information-home"),
        "touch_map": str(place.information_touch_map),
        "screenshots": str(place.pictures),
        "speaker": f"virtual:{place.folder / 'information-heard'}",
        "screen": _screen(size, diagonal=813.0),
    }


def display_settings(
    place: Place, pack: Path, size: Size, token: str, manner: str = ""
) -> dict[str, object]:
    """Return a hall screen's settings; `manner` is the end of its virtual speaker's address."""
    return {
        "controller": place.address,
        "token": token,
        "name": SCREEN,
        "pack": str(pack),
        "home": str(place.folder / "display-home"),
        "speaker": f"virtual:{place.announcements}{manner}",
        "screenshots": str(place.pictures),
        "screen": _screen(size, diagonal=1397.0),
    }


def _screen(size: Size, diagonal: float) -> Table:
    screen: dict[str, object] = {
        "width_px": size.width,
        "height_px": size.height,
        "diagonal_mm": diagonal,
        "is_fullscreen": size.is_fullscreen,
    }
    if size.left is not None and size.top is not None:
        screen |= {"left": size.left, "top": size.top}
    return screen


def write_settings(path: Path, settings: Table) -> None:
    """Write settings as TOML, for their owner alone: a token is among them."""
    plain = {name: value for name, value in settings.items() if not isinstance(value, Mapping)}
    lines = [f"{name} = {_toml(value)}" for name, value in plain.items()]
    for name, table in settings.items():
        if isinstance(table, Mapping):
            lines += ["", f"[{name}]", *(f"{key} = {_toml(value)}" for key, value in table.items())]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    path.chmod(0o600)


def _toml(value: object) -> str:
    """Write a value as TOML: times as ISO 8601, everything else as JSON writes it."""
    if isinstance(value, str | int | float | list):
        return json.dumps(value, ensure_ascii=False)
    return str(value).replace(" ", "T")
