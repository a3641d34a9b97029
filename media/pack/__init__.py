"""A commune's content: its hall, offices, services, procedures, notices and charter."""

from media.pack.model import (
    Commitment,
    Commune,
    Counter,
    Hall,
    Notice,
    Office,
    Pack,
    Procedure,
    Service,
    Shift,
    Status,
)
from media.pack.reading import load_pack
from media.words import Confidence, Words

__all__ = [
    "Commitment",
    "Commune",
    "Confidence",
    "Counter",
    "Hall",
    "Notice",
    "Office",
    "Pack",
    "Procedure",
    "Service",
    "Shift",
    "Status",
    "Words",
    "load_pack",
]
