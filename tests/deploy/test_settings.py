"""The settings that a technician copies are settings that the programs accept."""

from pathlib import Path

import controller.settings
import display.settings
import display.web.settings
import kiosk.settings

EXAMPLES = Path("deploy/settings")


def test_the_controllers_example_is_accepted() -> None:
    assert controller.settings.read_settings(EXAMPLES / "controller.toml").host == "0.0.0.0"


def test_the_kiosks_example_is_accepted() -> None:
    settings = kiosk.settings.read_settings(EXAMPLES / "kiosk.toml")

    assert settings.printer.address == "escpos+tcp://192.168.1.20:9100"


def test_the_information_screens_example_is_accepted() -> None:
    settings = kiosk.settings.read_information_settings(EXAMPLES / "information.toml")

    assert (settings.screen.diagonal_mm, settings.languages) == (1092, ("ar", "zgh", "fr", "en"))


def test_the_hall_screens_example_is_accepted() -> None:
    assert display.settings.read_settings(EXAMPLES / "display.toml").spoken == ("ar", "fr")


def test_the_example_of_screens_in_browsers_is_accepted() -> None:
    settings = display.web.settings.read_settings(EXAMPLES / "web-screens.toml")

    assert [each.name for each in settings.screens] == ["tv-1"]


def test_every_program_the_x_screen_and_the_nightly_learning_have_a_service() -> None:
    units = {path.name for path in Path("deploy/systemd").iterdir()}
    names = (
        "controller",
        "controller@",
        "kiosk",
        "information",
        "display",
        "web-screens",
        "x",
        "waits",
    )

    assert units == {f"nouba-{name}.service" for name in names} | {"nouba-waits.timer"}
