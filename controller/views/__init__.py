"""What screens, kiosks, tablets and the supervisor's page show of the hall."""

from controller.views.board import board
from controller.views.desk import desk
from controller.views.offer import declarable, offer, slip, ticket_hours
from controller.views.overview import overview
from controller.views.queues import queues

__all__ = [
    "board",
    "declarable",
    "desk",
    "offer",
    "overview",
    "queues",
    "slip",
    "ticket_hours",
]
