"""A running controller visits its feeds, and its hall waits for none of them."""

import io
import signal
import socket
from datetime import UTC, datetime
from threading import Event, Timer

import pytest
import requests
from PIL import Image

from controller.news.problem import Problem, told
from controller.news.rounds import Visit
from controller.newsroom import tell
from controller.store.engine import open_engine
from controller.store.news import SqlShelf
from tests.controller.news.site import Site, a_site, silent
from tests.controller.news.written import COUNCIL, an_item, rss
from tests.controller.test_start import start, until


@pytest.fixture
def site():
    with a_site() as site:
        yield site


def settings(site: Site) -> str:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    feeds = "".join(
        f'[[news.feeds]]\nname = "{name}"\nurl = "http://127.0.0.1:{site.port}/{name}"\n'
        'languages = ["ar"]\ntrusted = true\nintranet = ["127.0.0.1"]\n'
        for name in ("good", "page", "silent")
    )
    return f'port = {port}\ndatabase = "sqlite:///hall.db"\n{feeds}'


def test_news_come_in_beside_the_halls_own_work(tmp_path, site: Site) -> None:
    picture = io.BytesIO()
    Image.new("RGB", (300, 200), "teal").save(picture, "PNG")
    more = f'<media:thumbnail url="http://127.0.0.1:{site.port}/a.png"/>'
    site.put("/good", rss(an_item("1", more=more, at=datetime.now(UTC))))
    site.put("/a.png", picture.getvalue(), "image/png")
    site.put("/page", b"<html>Maintenance</html>")
    is_asked = silence(site)
    process = start(tmp_path, settings(site))
    deadline = Timer(150, process.kill)
    deadline.start()

    at = until(process, "listening").split("listening on ")[1].split()[0]
    is_asked.wait(120)
    health = requests.get(f"{at}/health", timeout=30).status_code

    deadline.cancel()
    process.send_signal(signal.SIGTERM)
    process.communicate(timeout=60)
    engine = open_engine(f"sqlite:///{tmp_path}/hall.db")
    (item,) = SqlShelf(engine, "hall").items(datetime.now(UTC))
    engine.dispose()
    assert (health, process.returncode) == (200, 0)
    assert (item.draft.headline, item.standing.value) == (COUNCIL, "accepted")
    assert (tmp_path / "var" / "news" / f"{item.picture}.jpg").is_file()


def silence(site: Site) -> Event:
    """Let the site be silent at its last feed, and say when it is asked there."""
    is_asked = Event()

    def behave(handler) -> None:
        is_asked.set()
        silent(handler)

    site.behaviours["/silent"] = behave
    return is_asked


def test_the_log_tells_what_is_new_and_each_problem_when_it_begins(capsys) -> None:
    why = told(Problem.HTML)
    failing = [Visit("a", problem=why, failures=n) for n in range(1, 7)]

    tell([Visit("b", new=2, edited=1), Visit("c"), *failing, Visit("d", pictures=("gone",))])

    events = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert [next(word for word in line if "news_" in word) for line in events] == [
        "news_taken",
        "news_problem",
        "news_feed_rests",
        "news_picture",
    ]
