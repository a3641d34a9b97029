"""Writes down what stands in the window: each text, each control, and whether it is spoken."""

from collections.abc import Iterator

from kivy.uix.widget import Widget

from kiosk.inspection import ControlSeen, Inspection, TextSeen
from kiosk.screens.reading import reading_of
from kiosk.screens.stage import Stage
from kiosk.screens.surround import Surround
from kiosk.screens.target import place_of, targets
from kiosk.speech.reading import Reading, spoken
from media.isolation import plain
from media.look.widgets import BigButton, Text

Heard = frozenset[str]


def inspected(surround: Surround, stage: Stage) -> Inspection:
    """Return what stands in the window now; beneath a question nothing counts."""
    shown = stage.touch_map()
    top: Widget = stage.question or surround
    reading = reading_of(top, shown.screen, shown.language)
    return Inspection(
        shown.screen,
        shown.language,
        shown.turn,
        surround.aids.low,
        tuple(_controls(top, reading)),
        tuple(_texts(top, _heard(reading), is_told=False)),
    )


def _controls(top: Widget, reading: Reading) -> Iterator[ControlSeen]:
    said = {each.target: " ".join(text for _, text in each.said) for each in reading.controls}
    for target, widget in targets(top).items():
        is_button = isinstance(widget, BigButton)
        yield ControlSeen(target, place_of(widget), said.get(target, ""), is_button)


def _texts(widget: Widget, heard: Heard, *, is_told: bool) -> Iterator[TextSeen]:
    """Return the texts below a widget; `is_told`: another widget says what they mean."""
    told = is_told or getattr(widget, "spoken", None) is not None
    if isinstance(widget, Text) and widget.text.strip():
        pieces = {text for _, text in spoken(widget.text, widget.language)}
        yield TextSeen(
            plain(widget.text),
            place_of(widget),
            float(widget.font_size),
            bool(widget.fitted.is_fitting),
            told or bool(widget.disabled) or pieces <= heard,
            bool(widget.disabled),
        )
    for child in widget.children:
        yield from _texts(child, heard, is_told=told)


def _heard(reading: Reading) -> Heard:
    of_controls = (part for each in reading.controls for part in each.said)
    return frozenset(text for _, text in (*reading.title, *reading.told, *of_controls))
