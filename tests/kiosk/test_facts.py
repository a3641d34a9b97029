"""What a sheet says beside the documents."""

from dataclasses import replace
from pathlib import Path

from kiosk.facts import accessible_counters, facts_of
from kiosk.sheet_part import Fact
from media.pack import load_pack

PACK = load_pack(Path(__file__).parents[2] / "media/packs/demo")


def facts_about(pack, procedure):
    service = next(iter(pack.services_by(procedure)), None)
    return facts_of(pack, pack.procedure(procedure), service)


def test_all_that_the_pack_knows_of_a_service_is_told_in_order():
    known = replace(PACK, commune=replace(PACK.commune, phone="05 23 00 00 00"))
    told = facts_about(known, "birth_copy")
    others = ("family_booklet", "legalisation", "building_permit")

    assert told == tuple(fact for fact in Fact if fact in told)
    assert set(Fact) == {*told, *(fact for each in others for fact in facts_about(known, each))}


def test_what_the_pack_does_not_know_is_left_out():
    commune = replace(PACK.commune, is_demonstration=False, phone="")
    assert facts_about(replace(PACK, commune=commune), "pound") == (
        Fact.FEE,
        Fact.DELAY,
        Fact.STEPS,
        Fact.PLACE,
        Fact.BASIS,
        Fact.DOUBTS,
    )


def test_accessible_counters_are_those_that_give_the_service():
    of_copies = accessible_counters(PACK, PACK.service("birth_copy"))
    assert [counter.number for counter in of_copies] == [1]
    assert accessible_counters(PACK, PACK.service("burial")) == ()
