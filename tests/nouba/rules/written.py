"""Rules as somebody writes them."""

from datetime import UTC, datetime

MORNING = datetime(2026, 3, 2, 9, tzinfo=UTC)
CANNOT = '\n[agents.brahim]\nservices = ["birth_copy"]\n'
SUPERVISOR = 'then = [{ tell = "supervisor" }]\n'


def a_rule(when: str, then: str = SUPERVISOR, name: str = "The rule") -> str:
    return f'[[rules]]\nname = "{name}"\nwhen = {{ {when} }}\n{then}'
