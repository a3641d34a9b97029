"""A site proves who it is, or nothing of it is taken."""

import ssl
import subprocess
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, HTTPServer
from ipaddress import ip_address
from threading import Thread

import pytest

from controller.news.network import Request
from controller.news.place import place_of, sent_on
from controller.news.problem import FeedProblem, Problem
from tests.controller.news.site import HOST, answer, problem_of

FEED = b"<rss>news</rss>"


@pytest.fixture(scope="module")
def papers(tmp_path_factory):
    """A certificate for the site's name that nobody but its maker vouches for."""
    folder = tmp_path_factory.mktemp("tls")
    name = ["-subj", f"/CN={HOST}", "-addext", f"subjectAltName=DNS:{HOST}"]
    files = ["-keyout", str(folder / "key.pem"), "-out", str(folder / "cert.pem")]
    key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
    command = ["openssl", "req", "-x509", *key, *name, *files]
    subprocess.run(command, check=True, capture_output=True)
    return folder


@pytest.fixture
def safe_site(papers):
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            answer(200, FEED)(self)

        def log_message(self, *words) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(papers / "cert.pem", papers / "key.pem")
    server.socket = context.wrap_socket(server.socket, server_side=True)
    Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    yield f"https://{HOST}:{server.server_port}/feed"
    server.shutdown()
    server.server_close()


def test_a_machine_proves_its_name(fetcher, papers, safe_site) -> None:
    tls = ssl.create_default_context(cafile=papers / "cert.pem")

    got = replace(fetcher, tls=tls).get(Request(safe_site, intranet=(HOST,)))

    assert got.body == FEED


def test_one_for_which_nobody_vouches_is_not_believed(fetcher, safe_site) -> None:
    assert problem_of(fetcher, Request(safe_site, intranet=(HOST,))) is Problem.UNSAFE


def test_a_certificate_of_another_name_is_not_believed(fetcher, papers, safe_site) -> None:
    known = replace(
        fetcher,
        tls=ssl.create_default_context(cafile=papers / "cert.pem"),
        lookup=lambda _: (ip_address("127.0.0.1"),),
    )
    request = Request(safe_site.replace(HOST, "other.test"), intranet=("other.test",))

    assert problem_of(known, request) is Problem.UNSAFE


def test_a_machine_that_does_not_speak_safely_is_told(fetcher, site) -> None:
    url = site.url("/feed").replace("http:", "https:")

    assert problem_of(fetcher, Request(url, intranet=(HOST,))) is Problem.UNSAFE


def test_who_was_asked_safely_never_sends_on_to_where_it_is_not(site) -> None:
    with pytest.raises(FeedProblem):
        sent_on(place_of("https://site.test/feed"), site.url("/feed"))
