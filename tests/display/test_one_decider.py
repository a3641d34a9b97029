"""What is published, what is called and what endangers everybody, on one screen."""

from dataclasses import replace
from datetime import timedelta
from zoneinfo import ZoneInfo

from display.arbiter.arbiter import Sound
from display.playbill import Published
from display.scene import Film, LargeCall
from media.playlist.content import Commitments, Picture, TextNotice, Video
from media.playlist.model import Asset, Item, Placement, Playlist, Revision, Spot
from media.playlist.schedule import ClockTrust
from media.playlist.validity import Validity
from media.words import Words
from tests.display.builders import AT, board, call, commitment, notice, pack, row
from wire.messages import Board, Emergency, EmergencyKind, Shown

CASABLANCA = ZoneInfo("Africa/Casablanca")
TITLE = Words(ar="إغلاق المصلحة", fr="Fermeture du service")
FILM = "f" * 64
FIRE = Emergency(EmergencyKind.EVACUATION, AT)
THREAT = Emergency(EmergencyKind.SECURITY, AT)
NOW = AT.astimezone(CASABLANCA).replace(tzinfo=None, second=0)


def closing(minutes: int = 60) -> Item:
    """A notice from a little while ago until so many minutes from now."""
    validity = Validity(NOW - timedelta(minutes=5), NOW + timedelta(minutes=minutes))
    return Item("closing", TextNotice(TITLE), validity=validity)


def film(key="film") -> Item:
    return Item(key, Video(FILM, TITLE, is_silent=True))


def published(*items: Item) -> Published:
    ids = tuple(each.id for each in items)
    assets = (Asset(FILM, "video/mp4", 9_000, 1920, 1080, 42.5),)
    revision = Revision(1, AT, items, (Playlist("all", "All", ids),), (Placement("all"),), assets)
    return Published(revision, Spot("hall-1"))


def alarmed(seq, *rows) -> Board:
    return replace(board(seq, *rows), emergencies=(FIRE,))


def shown_keys(wall, presenter, start: float, seconds: int) -> list[str]:
    """Return the keys of the pages in the order in which they are shown."""
    keys: list[str] = []
    for moment in range(seconds):
        presenter.tick(start + moment)
        page = wall.scene.page
        keys += [page.key] if page and page.key not in keys[-1:] else []
    return keys


def test_a_call_stops_a_film_on_its_frame_and_ducks_it_and_it_goes_on(wall, presenter):
    presenter.on_board(board(4), 0.0)
    presenter.on_published(published(film()), 1.0)
    assert wall.scene.film == Film("film", FILM, 0.0, 1.0, Sound.FULL)
    assert wall.scene.page is None

    presenter.on_board(board(5, row()), 13.5)
    presenter.on_call(call(5), 13.5)
    assert wall.scene.large == LargeCall("A012", 3, is_bright=True)
    assert wall.scene.film == Film("film", FILM, 12.5, None, Sound.DUCKED)
    assert wall.scene.film.is_suspended

    presenter.on_board(board(6), 15.0)
    assert wall.scene.film == Film("film", FILM, 12.5, 15.0, Sound.DUCKED)
    presenter.on_call_ended(5, 21.0)
    assert wall.scene.film == Film("film", FILM, 12.5, 15.0, Sound.FULL)


def test_a_film_that_cannot_be_played_makes_room_for_what_can(wall, presenter):
    presenter.on_board(board(4), 0.0)
    presenter.on_published(published(film(), Item("charter", Commitments())), 1.0)
    presenter.on_show_ended("film", 2.0)

    assert (wall.scene.film, wall.scene.page.key) == (None, "access")


def test_what_is_published_plays_instead_of_the_packs_own_until_it_ends(wall, presenter):
    presenter.on_board(board(4), 0.0)
    presenter.on_published(published(closing(minutes=2)), 1.0)
    assert shown_keys(wall, presenter, 2.0, 20) == ["closing"]
    assert shown_keys(wall, presenter, 121.0, 20) == ["access", "roads", "access"]


def test_published_items_take_turns_and_the_charter_is_the_packs(wall, presenter):
    presenter.on_pack(pack(charter=[commitment("access"), commitment("speed")]), 0.0)
    presenter.on_board(board(4), 0.0)
    items = closing(), Item("charter", Commitments(("speed",)))
    presenter.on_published(published(*items), 1.0)

    assert shown_keys(wall, presenter, 1.0, 30) == ["closing", "speed", "closing", "speed"]


def test_a_notice_whose_time_is_a_guess_is_not_shown(wall, presenter):
    presenter.on_published(published(closing(), Item("charter", Commitments())), 0.0)
    assert shown_keys(wall, presenter, 0.0, 30) == ["access"]

    presenter.on_board(board(4), 30.0)
    assert "closing" in shown_keys(wall, presenter, 30.0, 20)


def test_a_machine_with_a_clock_of_its_own_need_not_wait_for_the_controller(wall, presenter):
    presenter.on_published(published(closing()), 0.0)
    presenter.on_own_time(AT, ClockTrust.RTC, 1.0)
    presenter.tick(1.0)
    assert wall.scene.page.key == "closing"

    an_hour_on = AT + timedelta(hours=2)
    presenter.on_board(board(4, at=an_hour_on), 2.0)
    presenter.on_own_time(AT, ClockTrust.RTC, 3.0)
    presenter.tick(3.0)
    assert wall.scene.page.key == "access"  # the controller's word counts from now on


def test_when_nothing_is_published_any_more_the_pack_is_shown(wall, presenter):
    presenter.on_board(board(4), 0.0)
    presenter.on_published(published(closing()), 1.0)
    assert presenter.playing.show.item.id == "closing"

    presenter.on_published(None, 2.0)
    assert (wall.scene.page.key, presenter.playing) == ("access", None)


def test_what_a_call_covers_is_not_told_as_shown(wall, presenter):
    presenter.on_board(board(4), 0.0)
    presenter.on_published(published(closing()), 1.0)
    presenter.on_board(board(5, row()), 2.0)
    presenter.on_call(call(5), 2.0)

    assert presenter.playing is None


def test_what_a_screen_cannot_draw_leaves_no_hole(wall, presenter):
    wall.cannot_draw = ("video", "picture")
    presenter.on_board(board(4), 0.0)
    poster = Item("poster", Picture(FILM, TITLE))
    presenter.on_published(published(film(), poster, closing()), 1.0)
    assert shown_keys(wall, presenter, 1.0, 40) == ["closing"]

    presenter.on_published(published(film()), 41.0)
    assert wall.scene.page.key == "access"


def test_what_the_pack_changes_is_shown_in_what_was_published(wall, presenter):
    presenter.on_board(board(4), 0.0)
    presenter.on_published(published(Item("charter", Commitments())), 1.0)
    presenter.on_pack(pack(charter=[commitment("speed")], notices=[notice()]), 2.0)

    assert shown_keys(wall, presenter, 2.0, 20) == ["speed"]


def test_in_an_emergency_the_calls_fall_silent_and_nothing_else_is_shown(wall, presenter):
    presenter.on_board(board(4, row()), 0.0)
    presenter.on_call(call(4), 0.0)
    presenter.on_board(alarmed(5, row()), 2.0)

    assert wall.scene.emergency is EmergencyKind.EVACUATION
    assert (wall.scene.large, wall.scene.page) == (None, None)
    assert wall.alarms == [(EmergencyKind.EVACUATION,)]
    assert not presenter.is_current(call(4))


def test_a_call_in_an_emergency_is_not_said_to_be_shown_and_is_made_after_it(wall, presenter):
    presenter.on_board(board(4, row()), 0.0)
    presenter.on_call(call(4), 0.0)
    told = list(wall.told)
    presenter.on_board(alarmed(5, row()), 2.0)
    presenter.on_board(alarmed(6, row(), row("B001", 1)), 3.0)
    presenter.on_call(call(6, "B001", 1), 3.0)
    presenter.tick(600.0)
    assert (wall.told, wall.announced) == (told, [call(4)])

    presenter.on_board(board(7, row(), row("B001", 1)), 601.0)
    assert wall.scene.emergency is None
    assert wall.large == "A012"
    assert wall.announced == [call(4), call(4), call(6, "B001", 1)]
    assert wall.told[-1] == Shown(7)
    presenter.tick(611.0)
    assert wall.large == "B001"


def test_an_emergency_outlasts_a_lost_controller_and_is_told_again_with_the_board(wall, presenter):
    presenter.on_board(alarmed(4, row()), 0.0)
    presenter.on_offline(3.0)
    presenter.tick(60.0)
    assert wall.scene.emergency is EmergencyKind.EVACUATION
    presenter.on_online(61.0)
    presenter.on_board(alarmed(4, row()), 61.0)

    assert wall.alarms == [(EmergencyKind.EVACUATION,)]
    assert wall.scene.emergency is EmergencyKind.EVACUATION


def test_a_screen_that_is_switched_on_during_an_emergency_shows_it(wall, presenter):
    presenter.on_board(replace(alarmed(4), emergencies=(FIRE, THREAT)), 0.0)
    assert wall.scene.emergency is EmergencyKind.SECURITY
    presenter.on_board(alarmed(5), 1.0)
    assert wall.scene.emergency is EmergencyKind.EVACUATION


def test_a_page_that_an_emergency_has_covered_gets_its_full_time(wall, presenter):
    presenter.on_board(board(4), 0.0)
    before = wall.scene.page
    presenter.on_board(alarmed(5), 7.0)
    presenter.on_board(board(6), 20.0)
    presenter.tick(27.9)
    assert wall.scene.page == before
    presenter.tick(28.0)
    assert wall.scene.page != before


def test_a_notice_bears_its_first_day(wall, presenter):
    presenter.on_board(board(4), 0.0)
    presenter.on_published(published(closing()), 1.0)
    assert wall.scene.page.dated == NOW.date()
    assert wall.scene.page.title == TITLE.ar
