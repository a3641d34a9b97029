"""Days that might be: the pure hall, driven by arrivals and service times drawn by chance."""

from controller.simulation.advice import Advice, advise, confirmed
from controller.simulation.assumptions import Assumptions, Work, spread_over
from controller.simulation.day import Shift, SimulatedDay
from controller.simulation.turnout import Turnout, Visit

__all__ = [
    "Advice",
    "Assumptions",
    "Shift",
    "SimulatedDay",
    "Turnout",
    "Visit",
    "Work",
    "advise",
    "confirmed",
    "spread_over",
]
