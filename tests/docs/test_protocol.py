"""The protocol's page tells all that is on the wire."""

import inspect
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest

from wire import messages

PAGE = (Path(__file__).parents[2] / "docs/protocol.md").read_text(encoding="utf-8")
MESSAGES = [kind for _, kind in inspect.getmembers(messages, is_dataclass)]


@pytest.mark.parametrize("message", MESSAGES, ids=lambda kind: kind.__name__)
def test_every_field_of_a_message_is_named(message):
    names = [field.name for field in fields(message)]

    assert [name for name in names if name not in PAGE] == []


@pytest.mark.parametrize("state", list(messages.TicketState))
def test_every_state_of_a_ticket_is_named(state):
    assert f"`{state}`" in PAGE
