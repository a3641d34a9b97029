"""A hall with rules, in which fairness is tried."""

from datetime import timedelta

from controller.hall import Hall
from controller.hall.commands import OpenCounter
from controller.hall.rules import Rules
from controller.hall.service import Service
from tests.controller.builders import AMINA, BIRTHS, BRAHIM, DEATHS, NINE, ONE, TAXES, TWO, do

CARLA, THREE = "carla", 3
MINUTE = timedelta(minutes=1)


def a_hall(**rules) -> Hall:
    """Three services, three counters with an agent each."""
    kinds = [Service(BIRTHS, "A", 10 * MINUTE), Service(DEATHS, "B", 10 * MINUTE)]
    kinds.append(Service(TAXES, "D", 10 * MINUTE))
    every = (BIRTHS, DEATHS, TAXES)
    hall = Hall(kinds, dict.fromkeys((ONE, TWO, THREE), every), Rules(**rules))
    do(hall, OpenCounter(ONE, AMINA, frozenset({BIRTHS})), OpenCounter(TWO, BRAHIM))
    do(hall, OpenCounter(THREE, CARLA))
    return hall


def after(minutes: int):
    return NINE + minutes * MINUTE
