"""What a story is made of."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

Value = str | int | datetime
"""A moment stands for its time on the hall's clock; `service`, `priority` and `reason` for what
they are called."""

Values = Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence of a story."""

    at: datetime
    text: str
    """The English text, key of the catalogues."""

    values: Values = field(default_factory=dict)
