"""Who has the stage and the loudspeaker of a screen."""

import pytest

from display.arbiter.arbiter import LONGEST_SPEECH, Class, Decision, Sound
from display.arbiter.facts import (
    AnnouncementAsked,
    AnnouncementWithdrawn,
    CallSpoken,
    DueSeen,
    EmergenciesSeen,
    ShowEnded,
)
from media.playlist.model import Strength
from tests.display.arbiter.staging import (
    FIRE,
    THREAT,
    Stage,
    announcement,
    call,
    film,
    pages,
    row,
    rows,
)


@pytest.fixture
def stage() -> Stage:
    return Stage()


def shown(decided: Decision) -> str | None:
    return decided.playing.show.item.id if decided.playing else None


def test_where_nothing_is_wanted_nobody_has_the_stage(stage):
    assert stage.at(1.0) == Decision()


def test_a_call_stops_a_film_on_its_frame_ducks_it_and_lets_it_go_on(stage):
    stage.told(DueSeen((film(),)), 0.0)
    decided = stage.called(4, 12.5)

    assert (decided.stage, decided.sound) == (Class.CALL, Sound.DUCKED)
    assert (decided.playing.position, decided.playing.since) == (12.5, None)
    assert decided.call == call(4)

    stage.told(CallSpoken(4), 20.0)
    decided = stage.told(rows(), 22.5)
    assert (decided.stage, decided.sound) == (Class.PLAYLIST, Sound.FULL)
    assert (decided.playing.position, decided.playing.since) == (12.5, 22.5)
    assert stage.at(49.9).playing.at(49.9) == pytest.approx(39.9)
    assert stage.at(50.0).playing.at(50.0) == 0.0


def test_a_page_that_a_call_has_covered_begins_again(stage):
    stage.told(DueSeen((pages("one", 8.0, 10.0), pages("two"))), 0.0)
    stage.at(8.0)
    stage.called(4, 15.0)
    decided = stage.told(rows(), 26.0)

    assert (shown(decided), decided.playing.page) == ("one", 1)
    assert shown(stage.at(35.9)) == "one"
    assert shown(stage.at(36.0)) == "two"


def test_the_sound_stays_low_while_a_call_is_spoken_that_is_large_no_more(stage):
    stage.told(DueSeen((film(),)), 0.0)
    stage.called(4, 1.0)
    decided = stage.told(rows(), 3.0)

    assert (decided.stage, decided.sound) == (Class.PLAYLIST, Sound.DUCKED)
    assert stage.told(CallSpoken(4), 9.0).sound is Sound.FULL


def test_a_loudspeaker_that_never_says_that_it_has_ended_keeps_nothing_low_for_ever(stage):
    stage.told(DueSeen((film(seconds=900.0),)), 0.0)
    stage.called(4, 1.0)
    stage.told(rows(), 11.0)

    assert stage.at(LONGEST_SPEECH).sound is Sound.DUCKED
    assert stage.at(LONGEST_SPEECH + 1.0).sound is Sound.FULL


def test_the_ended_film_and_the_one_that_cannot_be_played_make_room_at_once(stage):
    stage.told(DueSeen((film("one"), film("two"))), 0.0)

    assert shown(stage.told(ShowEnded("two"), 1.0)) == "one"
    assert shown(stage.told(ShowEnded("one"), 2.0)) == "two"


def test_what_is_due_no_more_leaves_at_once_and_the_next_one_plays(stage):
    stage.told(DueSeen((film("one"), film("two"))), 0.0)

    assert shown(stage.told(DueSeen((film("two"),)), 3.0)) == "two"
    assert stage.told(DueSeen(()), 4.0) == Decision()


def test_what_plays_goes_on_when_a_revision_is_published_that_has_it_too(stage):
    stage.told(DueSeen((film("one"), film("two"))), 0.0)
    decided = stage.told(DueSeen((film("new"), film("one"))), 7.0)

    assert (shown(decided), decided.playing.at(7.0)) == ("one", 7.0)


def test_a_notice_that_replaces_the_playlist_comes_at_once_and_one_that_is_first_next(stage):
    storm = pages("storm", strength=Strength.REPLACE)
    first = pages("first", strength=Strength.FIRST)
    stage.told(DueSeen((pages("one"),)), 0.0)

    decided = stage.told(DueSeen((pages("one"), first)), 1.0)
    assert (shown(decided), decided.stage) == ("one", Class.PLAYLIST)
    decided = stage.at(8.0)
    assert (shown(decided), decided.stage) == ("first", Class.NOTICE)
    decided = stage.told(DueSeen((storm,)), 9.0)
    assert (shown(decided), decided.stage) == ("storm", Class.NOTICE)


def test_what_comes_first_does_not_wait_for_all_pages_of_what_has_many(stage):
    first = pages("first", 8.0, 8.0, strength=Strength.FIRST)
    other = pages("other", strength=Strength.FIRST)
    charter = pages("charter", *[8.0] * 20)
    stage.told(DueSeen((charter,)), 0.0)
    stage.told(DueSeen((charter, first, other)), 1.0)

    turns = [stage.at(at) for at in (7.9, 8.0, 16.0, 24.0, 32.0)]
    assert [(shown(each), each.playing.page) for each in turns] == [
        *(("charter", 0), ("first", 0), ("first", 1)),
        *(("other", 0), ("charter", 0)),
    ]


def test_an_announcement_waits_for_calls_ducks_what_plays_and_is_heard_whole(stage):
    stage.told(DueSeen((film(),)), 0.0)
    stage.called(4, 1.0)
    assert stage.told(AnnouncementAsked(announcement()), 2.0).stage is Class.CALL
    stage.told(rows(), 3.0)
    assert stage.at(3.5).stage is Class.PLAYLIST  # the call is still spoken

    decided = stage.told(CallSpoken(4), 5.0)
    assert (decided.stage, decided.sound) == (Class.ANNOUNCEMENT, Sound.DUCKED)
    assert decided.announcement == announcement()
    assert stage.at(10.9).stage is Class.ANNOUNCEMENT
    assert stage.at(11.0).stage is Class.PLAYLIST


def test_an_announcement_that_a_call_stops_begins_again(stage):
    stage.told(AnnouncementAsked(announcement()), 0.0)
    assert stage.called(4, 5.0).stage is Class.CALL
    stage.told(CallSpoken(4), 12.0)
    assert stage.told(rows(), 15.0).stage is Class.ANNOUNCEMENT
    assert stage.at(20.9).stage is Class.ANNOUNCEMENT
    assert stage.at(21.0).stage is None


def test_an_announcement_is_not_begun_when_it_is_too_late_and_can_be_taken_back(stage):
    stage.called(4, 0.0)
    stage.told(AnnouncementAsked(announcement("late", end=5.0)), 1.0)
    stage.told(AnnouncementAsked(announcement("taken back")), 1.0)
    stage.told(AnnouncementWithdrawn("taken back"), 2.0)
    stage.told(CallSpoken(4), 9.0)

    assert stage.told(rows(), 10.0).stage is None


def test_announcements_follow_one_another_and_a_newer_wording_replaces_the_older(stage):
    stage.told(AnnouncementAsked(announcement("one")), 0.0)
    stage.told(AnnouncementAsked(announcement("two")), 1.0)
    stage.told(AnnouncementAsked(announcement("two", seconds=9.0)), 2.0)

    assert stage.at(5.9).announcement.key == "one"
    assert stage.at(6.0).announcement == announcement("two", seconds=9.0)
    assert stage.at(15.0).announcement is None


def test_an_emergency_stops_everything_until_it_is_lifted(stage):
    stage.told(DueSeen((film(),)), 0.0)
    stage.called(4, 5.0)
    decided = stage.told(EmergenciesSeen((FIRE,)), 7.0)

    assert (decided.stage, decided.emergencies) == (Class.EMERGENCY, (FIRE,))
    assert (decided.call, decided.speech, decided.sound) == (None, (), Sound.SILENT)
    assert decided.playing.since is None
    assert stage.at(7.0 + 24 * 3600).stage is Class.EMERGENCY


def test_after_the_all_clear_whoever_is_still_called_is_called_again(stage):
    """Those called before it, and those called while it lasted; not who has come."""
    stage.called(4, 1.0, "A012", 3)
    stage.told(CallSpoken(4), 8.0)
    stage.at(30.0)
    stage.called(5, 31.0, "B001", 1)
    stage.called(6, 32.0, "C001", 2)
    stage.told(EmergenciesSeen((FIRE,)), 33.0)
    stage.called(7, 34.0, "D001", 4)
    stage.told(rows(row("A012"), row("B001", 1), row("C001", 2, "serving"), row("D001", 4)), 40.0)
    decided = stage.told(EmergenciesSeen(()), 50.0)

    assert decided.call == call(4)
    assert [each.call.seq for each in decided.speech] == [4, 5, 7]
    assert [each.number for each in decided.speech] == [4, 5, 6]
    assert stage.at(60.0).call == call(5, "B001", 1)
    assert stage.at(70.0).call == call(7, "D001", 4)


def test_of_two_emergencies_the_newest_has_the_stage_and_the_other_is_still_told(stage):
    stage.told(EmergenciesSeen((FIRE,)), 1.0)

    assert stage.told(EmergenciesSeen((FIRE, THREAT)), 2.0).emergencies == (THREAT, FIRE)
    assert stage.told(EmergenciesSeen((FIRE,)), 3.0).emergencies == (FIRE,)


def test_a_state_that_is_told_again_calls_nobody_again(stage):
    stage.called(4, 1.0)
    stage.told(EmergenciesSeen(()), 2.0)

    assert [each.number for each in stage.at(2.0).speech] == [1]
    assert stage.state.calls.since == 1.0
