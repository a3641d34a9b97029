"""What a story is made of."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from controller.doer import Doer

Value = str | int | datetime | tuple[str, ...]
"""A moment stands for its time on the hall's clock; `service`, `services`, `priority`, `outcome`,
`face`, `about` and `agent` are ids, and stand for what they are called; `reason` and `place` may
be proposed texts."""

Values = Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence of what happened."""

    at: datetime
    text: str
    """The English text, key of the catalogues."""

    values: Values = field(default_factory=dict)
    doer: Doer | None = None
    """Who did it; nothing where the sentence tells it, or nobody knows."""
