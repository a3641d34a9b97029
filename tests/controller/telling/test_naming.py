"""Who did what is told by the names that people know."""

import pytest

from controller.doer import Doer
from controller.telling import Names, Naming
from media.isolation import plain
from media.pack import load_pack
from media.texts import Texts
from media.zone import time_zone
from tests.controller.builders import ONE
from tests.media.demo import DEMO

PEOPLE = {"amina": "Amina El Idrissi", "salma": "Salma Tazi"}


@pytest.fixture
def naming() -> Naming:
    return Naming(Names(load_pack(DEMO), Texts()), time_zone("Africa/Casablanca"), PEOPLE)


@pytest.mark.parametrize(
    ("doer", "told"),
    [
        (Doer("agent", "amina", ONE), "Amina El Idrissi at counter 1"),
        (Doer("agent", "amina"), "Amina El Idrissi, an agent"),
        (Doer("supervisor", "salma"), "Salma Tazi, a supervisor"),
        (Doer("staff", "salma"), "Salma Tazi"),
        (Doer("staff", "s.tazi"), "s.tazi"),
        (None, "–"),
    ],
)
def test_who_did_it_is_called_by_name_and_place(naming, doer, told) -> None:
    ((language, words),) = naming.doer(doer, "en")
    assert (language, plain(words)) == ("en", told)
