from pathlib import Path

import pytest

from kiosk.touch_map import Rectangle, TouchMap
from media.pack import load_pack
from nouba.play.kiosk_visitor import next_target
from nouba.play.visitor import Visitor

PACK = load_pack(Path(__file__).parents[3] / "media" / "packs" / "demo")
VISITOR = Visitor(0, "birth_copy", "fr")
PLACE = Rectangle(0, 0, 10, 10)


@pytest.mark.parametrize(
    ("screen", "targets", "touched"),
    [
        ("attract", ["start"], "start"),
        ("languages", ["language:ar", "language:fr"], "language:fr"),
        ("offices", ["office:hygiene", "office:civil_status", "home"], "office:civil_status"),
        ("services", ["service:birth_copy", "service:death_copy", "more"], "service:birth_copy"),
        ("services", ["service:death_copy", "more", "back"], "more"),
        ("sheet", ["take", "more", "back"], "take"),
        ("not_taken", ["back", "home"], "back"),
        ("still_there", ["stay"], "stay"),
        ("taking", [], None),
        ("ticket", ["home"], None),
    ],
)
def test_a_visitor_finds_the_way_to_the_ticket(screen, targets, touched):
    shown = TouchMap(screen, "fr", 1, dict.fromkeys(targets, PLACE))
    assert next_target(shown, VISITOR, PACK) == touched
