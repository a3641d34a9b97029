"""What a sheet says beside the documents."""

from dataclasses import replace
from pathlib import Path

from kiosk.facts import accessible_counters, facts_of
from kiosk.page import Fact
from media.pack import load_pack

PACK = load_pack(Path(__file__).parents[2] / "media/packs/demo")


def test_all_that_the_pack_knows_of_a_service_is_told_in_order():
    known = replace(PACK, commune=replace(PACK.commune, phone="05 23 00 00 00"))
    told = facts_of(known, PACK.service("birth_copy"))
    booklet = facts_of(known, PACK.service("family_booklet"))
    signature = facts_of(known, PACK.service("legalisation"))

    of_permits = {Fact.SILENCE, Fact.APPEAL}  # no service of this hall has both
    assert told == tuple(fact for fact in Fact if fact in told)
    assert set(Fact) - of_permits == {*told, *booklet, *signature} - of_permits


def test_what_the_pack_does_not_know_is_left_out():
    commune = replace(PACK.commune, is_demonstration=False, phone="")
    assert facts_of(replace(PACK, commune=commune), PACK.service("pound")) == (
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
