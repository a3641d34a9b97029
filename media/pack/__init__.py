"""A commune's content: its hall, offices, services, procedures, notices and charter."""

from media.pack.complaints import ComplaintForm, ComplaintSubject
from media.pack.council import Council, Decision, Member
from media.pack.model import (
    Commitment,
    Commune,
    Counter,
    Hall,
    Hours,
    Notice,
    Office,
    Pack,
    Service,
    Shift,
)
from media.pack.procedures import DocumentType, LifeEvent, Piece, Procedure, Status
from media.pack.reading import load_pack
from media.words import Confidence, Words

__all__ = [
    "Commitment",
    "Commune",
    "ComplaintForm",
    "ComplaintSubject",
    "Confidence",
    "Council",
    "Counter",
    "Decision",
    "DocumentType",
    "Hall",
    "Hours",
    "LifeEvent",
    "Member",
    "Notice",
    "Office",
    "Pack",
    "Piece",
    "Procedure",
    "Service",
    "Shift",
    "Status",
    "Words",
    "load_pack",
]
