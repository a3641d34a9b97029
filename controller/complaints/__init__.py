"""Complaints and suggestions of visitors: how far each is, and what may be done with it; pure."""

from controller.complaints.complaint import (
    Complaint,
    Kept,
    NewComplaint,
    Standing,
    Step,
    StepKind,
)
from controller.complaints.deciding import (
    Answer,
    Assign,
    Close,
    ComplaintDeclined,
    Reopen,
    Wish,
    decided,
)
from controller.complaints.figures import Figures, SubjectFigures, figures
from controller.complaints.keeping import Complaints, Filter, Forgetting, forgetting

__all__ = [
    "Answer",
    "Assign",
    "Close",
    "Complaint",
    "ComplaintDeclined",
    "Complaints",
    "Figures",
    "Filter",
    "Forgetting",
    "Kept",
    "NewComplaint",
    "Reopen",
    "Standing",
    "Step",
    "StepKind",
    "SubjectFigures",
    "Wish",
    "decided",
    "figures",
    "forgetting",
]
