"""Events as JSON data, and back."""

from functools import cache
from typing import Any, get_args

from pydantic import TypeAdapter

from controller.hall.events import Event


@cache
def _adapters() -> dict[str, TypeAdapter[Event]]:
    return {kind.__name__: TypeAdapter(kind) for kind in get_args(Event)}


def encode(event: Event) -> tuple[str, dict[str, Any]]:
    """Return the event's kind and its fields as JSON data."""
    kind = type(event).__name__
    return kind, _adapters()[kind].dump_python(event, mode="json")


def decode(kind: str, data: dict[str, Any]) -> Event:
    """Return the event that was encoded."""
    return _adapters()[kind].validate_python(data)


def decode_text(kind: str, text: str) -> Event:
    """Return the event whose data is this JSON text."""
    return _adapters()[kind].validate_json(text)
