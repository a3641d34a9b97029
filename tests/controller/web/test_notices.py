"""The editors' page: what is written there is on the screens, and leaves them again."""

import re

import pytest

from controller.settings import Settings
from media.playlist.manifest import read_manifest
from tests.controller.web.browsing import browser, submit

CLOSURE = {
    "title_ar": "مكتب الحالة المدنية مغلق",
    "title_fr": "L’état civil est fermé",
    "text_ar": "",
    "text_fr": "",
    "until": "2026-03-03T16:30",
    "strength": "first",
}


@pytest.fixture
def editor(house):
    return browser(house, "houda")


def write(editor, template="closure", do="publish", **fields):
    return submit(editor, f"/notices/new/{template}", **(CLOSURE | {"do": do} | fields))


def on_screens(house):
    found = house.signage.archive.manifest(house.signage.publisher.published.sha256)
    return read_manifest(found).items[1:]


def name_in(page):
    return re.search(r'action="/notices/([a-z]+-[\d-]+)/', page).group(1)


def do(editor, what, **fields):
    """Press the button of the only notice."""
    page = editor.get("/notices").text
    seen = re.search(r'name="seen" value="(\d+)"', page.partition('class="all"')[2])
    seen = {"seen": seen.group(1)} if seen else {}
    return submit(editor, f"/notices/{name_in(page)}/{what}", **seen, **fields)


def play(screen, published):
    about = {"number": published.number, "sha256": published.sha256, "state": "playing"}
    about |= {"since": "2026-03-02T08:41:00Z", "clock_trust": "ntp"}
    screen.emit("playing", about, namespace="/screens", callback=True)


def test_the_form_has_its_end_filled_in(editor):
    page = editor.get("/notices/new/closure").text

    assert 'name="until" type="datetime-local" dir="ltr" value="2026-03-03T09:00" required' in page


def test_a_notice_is_published_with_one_form_and_taken_down_with_one_button(house, editor):
    assert write(editor).status_code == 303
    [item] = on_screens(house)
    assert (item.content.title.fr, item.rank) == ("L’état civil est fermé", "urgent")
    assert str(item.validity.until) == "2026-03-03 16:30:00"

    assert do(editor, "take-down").status_code == 303
    assert on_screens(house) == ()
    assert house.signage.publisher.drafts().current.who == "houda"


def test_the_page_tells_how_many_screens_show_it_and_since_when(house, editor):
    write(editor)
    play(house.device("north"), house.signage.publisher.published)

    page = editor.get("/notices").text
    assert '<b dir="ltr">1 / 2</b>' in page
    assert re.sub("[\u2066-\u2069]", "", page).count("screens show it since 08:41") == 1


def test_a_draft_waits_until_everything_that_is_ready_is_published(house, editor):
    write(editor, do="draft")
    do(editor, "stage")
    assert house.signage.publisher.published.number == 0

    submit(editor, "/notices/publish", seen="0")

    assert len(on_screens(house)) == 1


def test_who_publishes_after_somebody_else_is_told(house, editor):
    write(editor)
    write(editor, "tender", do="draft", until="2026-03-20T12:00")
    do(editor, "stage")

    answer = submit(editor, "/notices/publish", seen="0")

    assert (answer.status_code, len(on_screens(house))) == (409, 1)
    assert "Somebody has published meanwhile. Look again, then publish." in answer.text


@pytest.mark.parametrize(
    ("template", "fields", "label"),
    [
        ("closure", {"title_ar": ""}, "Title"),
        ("closure", {"text_fr": "demain"}, "Text"),
        ("closure", {"until": ""}, None),
        ("closure", {"until": "tomorrow"}, "Shown until"),
        ("closure", {"since": "2026-03-04T10:00"}, "Shown until"),
        ("closure", {"from": "10:00", "to": "10:00"}, "Hours of the day"),
        ("closure", {"seconds": "2"}, "Seconds that each page stands"),
        ("closure", {"rank": "fallback", "strength": "replace"}, "How it comes in"),
        ("weather", {}, "Text"),
        ("session", {}, "The session begins"),
    ],
)
def test_what_is_wrong_is_named_and_what_was_written_stays(house, editor, template, fields, label):
    answer = write(editor, template, **fields)

    if label is None:
        assert answer.status_code == 303
        return
    assert (answer.status_code, house.signage.publisher.drafts().seq) == (400, 0)
    told = re.search(r'role="alert">([^<]*)', answer.text).group(1)
    assert told == f"Please look at this again: {label}"
    assert CLOSURE["title_fr"] in answer.text


def test_its_place_its_pace_and_its_holidays_are_chosen_and_found_again(house, editor):
    write(editor, strength="turn", rank="fallback", seconds="15", holidays="never")

    [item] = on_screens(house)
    assert (item.rank, item.seconds, item.validity.holidays) == ("fallback", 15.0, "never")
    form = editor.get(f"/notices/{item.id}/change").text
    assert all(f'value="{each}" selected' in form for each in ("fallback", "never", "turn"))
    assert re.search(r'name="seconds"[^>]*value="15"', form)


def test_days_hours_and_screens_are_chosen(house, editor):
    write(editor, days=["monday", "friday"], screens=["north"], **{"from": "22:00", "to": "02:00"})

    [item] = on_screens(house)
    [window] = item.validity.windows
    assert (window.days, str(window.start), str(window.end)) == (
        ("monday", "friday"),
        "22:00:00",
        "02:00:00",
    )
    [_, north] = read_manifest(
        house.signage.archive.manifest(house.signage.publisher.published.sha256)
    ).placements
    assert north.screens == ("north",)


def test_whole_days_are_chosen_without_hours(house, editor):
    write(editor, days=["monday"])

    [item] = on_screens(house)
    assert [(str(each.start), str(each.end)) for each in item.validity.windows] == [
        ("00:00:00", "12:00:00"),
        ("12:00:00", "00:00:00"),
    ]


def test_a_notice_is_changed_with_all_that_it_was(house, editor):
    hours = {"from": "09:00", "to": "12:00"}
    write(editor, days=["monday"], screens=["north"], weight="3", **hours)
    [before] = on_screens(house)
    form = editor.get(f"/notices/{before.id}/change").text
    assert all(f'value="{each}"' in form for each in ("09:00", "12:00", "2026-03-03T16:30"))
    assert re.findall(r'value="(\w+)" checked', form) == ["monday", "north"]
    assert '<option value="3" selected>' in form

    seen = re.search(r'name="seen" value="(\d+)"', form).group(1)
    fields = CLOSURE | {"do": "publish", "seen": seen, "title_fr": "Fermé jeudi"}
    assert submit(editor, f"/notices/{before.id}/change", **fields).status_code == 303

    [after] = on_screens(house)
    assert (after.id, after.content.title.fr) == (before.id, "Fermé jeudi")


def test_who_changes_a_notice_that_was_changed_meanwhile_is_told_and_keeps_the_words(house, editor):
    write(editor)
    [before] = on_screens(house)
    address = f"/notices/{before.id}/change"
    write_again = CLOSURE | {"do": "publish", "title_fr": "Le premier"}
    submit(editor, address, **write_again)

    answer = submit(editor, address, **(CLOSURE | {"seen": "1", "title_fr": "Le second"}))

    assert (answer.status_code, on_screens(house)[0].content.title.fr) == (409, "Le premier")
    assert "Somebody has changed this notice meanwhile." in answer.text
    assert "Le second" in answer.text


def test_the_page_of_who_did_what_names_each_of_them(house, editor):
    write(editor)
    do(browser(house, "salma"), "take-down")

    told = editor.get("/notices/history").text

    assert re.findall(r"<b>([^<]+)</b>", told) == [
        "Published",
        "Taken down",
        "Published",
        "Ready to publish",
        "Written",
    ]
    assert re.findall(r'class="by"><bdi>(\w+)', told) == ["salma"] * 2 + ["houda"] * 3


@pytest.mark.parametrize("address", ["/notices/new/nonsense", "/notices/new/.."])
def test_there_is_no_form_for_another_template(editor, address):
    assert editor.get(address).status_code == 404


@pytest.mark.parametrize("language", ["ar", "fr", "zgh", "en"])
def test_the_pages_are_there_in_every_language(house, language):
    editor = browser(house, "salma", language)
    write(editor)

    for address in ("/notices", "/notices/new/weather", "/notices/new/session"):
        assert editor.get(address).status_code == 200


class TestWithApproval:
    @pytest.fixture
    def settings(self):
        return Settings(notices_need_approval=True)

    @pytest.mark.parametrize(("name", "status"), [("houda", 403), ("omar", 409)])
    def test_nobody_approves_their_own_and_no_editor_anything(self, house, name, status):
        author = browser(house, name)
        write(author)

        assert "Approve and publish it" not in author.get("/notices").text
        assert do(author, "approve").status_code == status
        assert house.signage.publisher.published.number == 0

    @pytest.mark.parametrize("name", ["omar", "salma"])
    def test_who_may_approve_reads_it_and_publishes_it_with_one_button(self, house, editor, name):
        write(editor)
        other = browser(house, name)
        assert "They wait for your approval" in other.get("/notices").text

        assert do(other, "approve").status_code == 303

        assert len(on_screens(house)) == 1
        [draft] = house.signage.publisher.drafts().drafts.values()
        assert (draft.author, draft.approver) == ("houda", name)

    def test_another_editor_publishes_nothing_that_nobody_has_approved(self, house, editor):
        write(editor)

        assert do(editor, "publish").status_code == 409
        assert submit(editor, "/notices/publish", seen="0").status_code == 409
        assert house.signage.publisher.published.number == 0
