"""What a site may do to whoever asks it, and what is taken from it: all of an answer or nothing."""

import gzip
import subprocess
import sys
import tracemalloc
from dataclasses import replace
from ipaddress import ip_address

import pytest

from controller.news.connection import Patience
from controller.news.fetching import Busy, Fetcher
from controller.news.network import LARGEST_FEED, Answer, Request
from controller.news.place import place_of
from controller.news.problem import Problem
from tests.controller.news.site import (
    HOST,
    Site,
    answer,
    bomb,
    chunks,
    cut_short,
    endless,
    problem_of,
    redirect,
    silent,
    unless_marked,
)

HEAD = b"HTTP/1.1 200 OK\r\n\r\n"
FEED = b"<rss>news</rss>"


def asked(site: Site, path: str = "/feed") -> Request:
    return Request(site.url(path), intranet=(HOST,))


def test_a_document_comes_whole_with_its_marks(site: Site, fetcher: Fetcher) -> None:
    site.put("/feed", FEED, "text/xml; charset=utf-8", ETag='"7"', Last_Modified="yesterday")

    got = fetcher.get(asked(site))

    kind = "text/xml; charset=utf-8"
    assert got == Answer(site.url("/feed"), FEED, kind, '"7"', "yesterday")
    assert site.asked[0][1]["Host"] == f"{HOST}:{site.port}"


def test_a_document_that_is_known_need_not_come_again(site: Site, fetcher: Fetcher) -> None:
    site.behaviours["/feed"] = unless_marked('"7"', FEED)
    first = fetcher.get(asked(site))

    again = fetcher.get(replace(asked(site), etag=first.etag))

    assert (again.is_unchanged, again.body, again.etag) == (True, b"", '"7"')


def test_nothing_is_unchanged_for_who_has_nothing(site: Site, fetcher: Fetcher) -> None:
    site.behaviours["/feed"] = answer(304)

    assert problem_of(fetcher, asked(site)) is Problem.STATUS


@pytest.mark.parametrize(
    ("behaviour", "problem"),
    [
        (answer(500, b"<h1>error</h1>"), Problem.STATUS),
        (answer(404), Problem.STATUS),
        (cut_short(FEED, 5000), Problem.CUT_SHORT),
        (chunks(FEED, is_ended=False), Problem.CUT_SHORT),
        (answer(200, gzip.compress(FEED)[:-9], {"Content-Encoding": "gzip"}), Problem.CUT_SHORT),
        (answer(200, b"no gzip", {"Content-Encoding": "gzip"}), Problem.OTHER_FORMAT),
        (answer(200, FEED, {"Content-Encoding": "br"}), Problem.OTHER_FORMAT),
        (endless(b"", b"SSH-2.0 here\r\n"), Problem.OTHER_FORMAT),
        (endless(HEAD, bytes(100_000)), Problem.TOO_LARGE),
        (chunks(*[bytes(100_000)] * 30), Problem.TOO_LARGE),
        (answer(200, bytes(LARGEST_FEED + 1)), Problem.TOO_LARGE),
        (answer(200, bomb(200_000_000), {"Content-Encoding": "gzip"}), Problem.TOO_LARGE),
    ],
    ids=[
        *("refused", "not there", "cut", "cut chunks", "cut gzip", "no gzip", "brotli"),
        *("no http", "endless", "chunks", "large", "bomb"),
    ],
)
def test_what_is_not_a_whole_answer_is_none(site, fetcher, behaviour, problem) -> None:
    site.behaviours["/feed"] = behaviour

    assert problem_of(fetcher, asked(site)) is problem


def test_a_bomb_fills_no_memory(site: Site, fetcher: Fetcher) -> None:
    site.put("/feed", bomb(200_000_000), Content_Encoding="gzip")
    tracemalloc.start()

    problem = problem_of(fetcher, asked(site))

    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert (problem, peak < 10_000_000) == (Problem.TOO_LARGE, True)


def test_who_says_nothing_is_not_waited_for(site: Site, impatient: Fetcher) -> None:
    site.behaviours["/feed"] = silent

    assert problem_of(impatient, asked(site)) is Problem.TOO_SLOW


@pytest.mark.parametrize("head", [b"HTTP/1.1 200 OK\r\n", HEAD], ids=["header", "body"])
def test_a_byte_now_and_then_does_not_outlast_the_patience(site, fetcher, head) -> None:
    """Nobody is silent here for long: it is the patience for all of it that ends."""
    site.behaviours["/feed"] = endless(head, b"x", pause=0.02)
    patience = Patience(connect=20, silence=20, total=0.8)

    assert problem_of(replace(fetcher, patience=patience), asked(site)) is Problem.TOO_SLOW


def test_the_patience_is_the_same_among_the_greenlets_of_a_controller(site: Site) -> None:
    """In a process of its own: gevent patches sockets and threads of the whole process."""
    site.behaviours["/feed"] = endless(HEAD, b"x", pause=0.02)
    program = f"""
from gevent import monkey
monkey.patch_all()
from ipaddress import ip_address
import gevent
from controller.news.connection import Patience
from controller.news.fetching import Fetcher
from controller.news.network import Request
turns = []
gevent.spawn(lambda: [turns.append(gevent.sleep(0.01)) for _ in range(5)])
fetcher = Fetcher(Patience(20, 20, 2), lambda host: (ip_address("127.0.0.1"),))
try:
    fetcher.get(Request("{site.url("/feed")}", intranet=("{HOST}",)))
except Exception as error:
    print(error, len(turns))
"""
    ended = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=120, check=True
    )

    assert ended.stdout == "the answer took too long 5\n"


def test_what_is_packed_comes_unpacked(site: Site, fetcher: Fetcher) -> None:
    site.put("/feed", gzip.compress(FEED), Content_Encoding="gzip")

    assert fetcher.get(asked(site)).body == FEED


def test_a_length_that_lies_changes_nothing_of_the_limit(site: Site, fetcher: Fetcher) -> None:
    site.behaviours["/feed"] = answer(200, bytes(LARGEST_FEED * 2), {"Content-Length": "10"})

    assert fetcher.get(asked(site)).body == bytes(10)


def test_redirects_are_followed_to_where_they_may_lead(site: Site, fetcher: Fetcher) -> None:
    site.behaviours["/feed"] = redirect("/نيوز?a=1".encode().decode("latin-1"))
    site.put("/%D9%86%D9%8A%D9%88%D8%B2?a=1", FEED)

    got = fetcher.get(asked(site))

    assert (got.body, got.url) == (FEED, site.url("/نيوز?a=1"))


@pytest.mark.parametrize(
    ("location", "problem"),
    [
        ("/feed", Problem.TOO_MANY_REDIRECTS),
        ("http://localhost:{port}/secret", Problem.FORBIDDEN_ADDRESS),
        ("http://[::ffff:127.0.0.1]:{port}/secret", Problem.FORBIDDEN_ADDRESS),
        ("http://169.254.169.254/latest/meta-data", Problem.FORBIDDEN_ADDRESS),
        ("file:///etc/passwd", Problem.WRONG_REDIRECT),
        ("gopher://site.test/", Problem.WRONG_REDIRECT),
        ("http://user:secret@site.test/", Problem.WRONG_REDIRECT),
        ("http://site.test:99999/", Problem.WRONG_REDIRECT),
    ],
)
def test_redirects_lead_nowhere_else(site, fetcher, location, problem) -> None:
    site.put("/secret", b"the router's password")
    site.behaviours["/feed"] = redirect(location.format(port=site.port))

    assert problem_of(fetcher, asked(site)) is problem
    assert site.times("/secret") == 0


def test_the_machine_that_was_checked_is_the_one_that_is_asked(site: Site) -> None:
    """A name that leads elsewhere when it is looked up a second time gains nothing by it."""
    answers = iter([(ip_address("127.0.0.1"),)])
    site.put("/feed", FEED)

    got = Fetcher(lookup=lambda _: next(answers)).get(asked(site))

    assert (got.body, list(answers)) == (FEED, [])


def test_a_private_machine_is_not_even_connected_to(site: Site, fetcher: Fetcher) -> None:
    site.put("/feed", FEED)

    assert problem_of(fetcher, Request(site.url("/feed"))) is Problem.FORBIDDEN_ADDRESS
    assert site.asked == []


def test_nobody_there_is_told(fetcher: Fetcher) -> None:
    request = Request(f"http://{HOST}:1/feed", intranet=(HOST,))

    assert problem_of(fetcher, request) is Problem.UNREACHABLE


def test_a_site_that_asks_to_be_left_alone_says_for_how_long(site: Site, fetcher: Fetcher) -> None:
    site.behaviours["/feed"] = answer(429, headers={"Retry-After": "7200"})

    with pytest.raises(Busy) as raised:
        fetcher.get(asked(site))

    assert raised.value.rest.total_seconds() == 7200


def test_no_line_of_a_request_can_be_forged() -> None:
    place = place_of("http://site.test/a b\tc?q=é#part")

    assert place.target == "/a%20bc?q=%C3%A9"
