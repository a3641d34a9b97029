"""Pictures and papers that editors send: what screens get of them, and what is refused."""

import re
from io import BytesIO

import pytest
from PIL import Image

from controller.intake.pictures import MOST_BYTES
from controller.web.problems import LARGEST_BODY
from media.playlist.manifest import read_manifest
from tests.controller.intake.drawn import jpeg, pdf
from tests.controller.web.browsing import browser, submit

WORDS = {"title_ar": "إعلان", "title_fr": "Avis", "until": "2026-03-03T16:30", "do": "publish"}


@pytest.fixture
def editor(house):
    return browser(house, "houda")


def send(somebody, data):
    page = somebody.get("/notices").text
    token = re.search(r'name="csrf_token"[^>]* value="([^"]+)"', page)
    headers = {"X-CSRFToken": token.group(1)} if token else {}
    return somebody.post(
        "/notices/files", data=data, headers=headers, content_type="application/octet-stream"
    )


def content(house):
    found = house.signage.archive.manifest(house.signage.publisher.published.sha256)
    return read_manifest(found).items[1].content


def test_a_picture_goes_from_the_form_to_the_screens(house, editor):
    told = send(editor, jpeg((40, 30))).get_json()
    [name] = told["pages"]

    submit(editor, "/notices/new/notice", file=told["token"], **WORDS)

    assert (content(house).kind, content(house).asset) == ("picture", name)
    assert house.signage.files.path(name) is not None
    shown = editor.get(f"/notices/files/{name}")
    assert (shown.mimetype, Image.open(BytesIO(shown.data)).size) == ("image/jpeg", (40, 30))


def test_a_paper_goes_there_page_by_page_and_stays_when_its_title_is_changed(house, editor):
    told = send(editor, pdf(2)).get_json()
    submit(editor, "/notices/new/tender", file=told["token"], **WORDS)
    assert (content(house).kind, list(content(house).pages)) == ("document", told["pages"])

    [name] = house.signage.publisher.drafts().playing
    form = editor.get(f"/notices/{name}/change").text
    token = re.search(r'id="file-token" value="([^"]+)"', form).group(1)
    changed = WORDS | {"file": token, "title_fr": "Appel d’offres"}
    assert submit(editor, f"/notices/{name}/change", **changed).status_code == 303
    assert list(content(house).pages) == told["pages"]
    assert content(house).alternative.fr == "Appel d’offres"


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"GIF89a", "This is not a picture that can be read: JPEG, PNG or WebP."),
        (b"%PDF-1.7 and no more", "This is not a PDF that can be read."),
        (b"", "This is not a picture that can be read: JPEG, PNG or WebP."),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_sentence(editor, data, sentence):
    answer = send(editor, data)

    assert answer.get_json() == {"problem": sentence}


def test_nobody_says_of_a_file_what_it_is_but_the_controller(house, editor):
    token = send(editor, jpeg((40, 30))).get_json()["token"]

    answer = submit(editor, "/notices/new/notice", file=token[:-2] + "AA", **WORDS)

    assert answer.status_code == 400
    assert 'role="alert">Please look at this again: Picture or PDF' in answer.text
    assert house.signage.publisher.drafts().seq == 0


def test_only_editors_send_more_than_anybody_may(house, editor):
    large = jpeg((40, 30)) + bytes(LARGEST_BODY)
    assert send(editor, large).status_code == 200
    assert send(browser(house, "amina"), large).status_code == 413
    assert send(browser(house), large).status_code == 413
    assert send(editor, bytes(MOST_BYTES + 1)).status_code == 413
    elsewhere = editor.post("/notices/publish", data=large)
    assert elsewhere.status_code == 413


@pytest.mark.parametrize("name", ["0" * 64, "..%2f..%2fsecret.key", "x"])
def test_no_other_file_is_shown(editor, name):
    assert editor.get(f"/notices/files/{name}").status_code == 404
