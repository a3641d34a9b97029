"""Puts a controller together and runs it. The clock is read here and nowhere below."""

import logging
import os
import resource
import secrets
import signal
import socket
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Literal, TypeVar, cast
from zoneinfo import ZoneInfo

import gevent
import structlog
from argon2 import PasswordHasher
from flask import Flask
from gevent.event import Event
from gevent.pywsgi import LoggingLogAdapter
from sqlalchemy import Engine
from werkzeug.middleware.proxy_fix import ProxyFix

from controller.clock import SteadyClock
from controller.expectations import Expectations
from controller.feeds import complaining_of, news_desk, news_of
from controller.kept_model import KeptModel, KeptModelError
from controller.listening import address_of, listen
from controller.morning import appointments_of, empty_hall, rulebook_of
from controller.neighbours import Neighbours
from controller.order import OrderKept
from controller.publishing import TELL_PACE, publisher_of, tell_news
from controller.reception import Reception
from controller.settings import DemonstrationClock, Settings
from controller.store.appointments import SqlBook
from controller.store.asset_folder import AssetFolder
from controller.store.devices import Devices
from controller.store.engine import is_shared, open_engine
from controller.store.fleet import SqlShelf
from controller.store.journal import SqlJournal
from controller.store.pairings import SqlPairings
from controller.store.past import past_steps
from controller.store.people import People
from controller.store.report import day_report
from controller.store.satisfaction import satisfaction
from controller.store.sessions import Sessions
from controller.store.signage import SqlArchive
from controller.store.wishes import SqlWishes
from controller.studio import Studio
from controller.waits import Waits
from controller.waits.history import relive
from controller.waits.trained import Trained
from controller.waits.waits import MEMORY
from controller.web.app import create_app
from controller.web.assets import VENDOR
from controller.web.content import Content
from controller.web.fleet import Fleet
from controller.web.follow_code import FollowCodes
from controller.web.parts import Parts
from controller.web.reports import Reports
from controller.web.rounds import go_on
from controller.web.server import Server
from controller.web.signage import Signage
from media.pack import Pack, load_pack
from media.texts import Texts

LOOK_BACK = timedelta(days=MEMORY + 21)
"""How far back the expected waits learn at a start: what was told in the two latest weeks that
the hall was open rests on the memory of then. 10,000 visits take some 0.6 s."""

MODEL_PACE = 5.0
"""Seconds between looks for a newly trained model: one asks for its file's age, no more."""

ALONE = 5.0
"""Seconds between looks into a journal that nobody else writes: only the day may turn."""

TOGETHER = 0.25
"""Seconds between looks into a journal that other processes write too."""

GRACE = 1.0
"""Seconds that open connections get to end when the controller is asked to stop."""

SHORTEST_SECRET = 32
"""Characters; those that are made here have 64."""

Clock = Callable[[], datetime]
Result = TypeVar("Result")


class ConsiderateHasher(PasswordHasher):
    """Checks passwords in a thread: the tenth of a second that it takes belongs to the hall."""

    def verify(self, hash: str | bytes, password: str | bytes) -> Literal[True]:  # noqa: A002 - its name
        """Do as the parent does, while other greenlets go on."""
        return in_a_thread(partial(super().verify, hash, password))


def run(settings: Settings) -> None:
    """Serve the hall until SIGTERM or SIGINT.

    Raises `ListenError` when it cannot listen there, `StoreError` or `JournalError` when the
    database cannot be used, and `OSError` when the pages' assets are not built or the secret
    cannot be read.
    """
    if not VENDOR.is_dir():
        raise OSError(f"{VENDOR} is missing: run python -m controller.web.assets")
    use_all_descriptors()
    server = Server((settings.host, settings.port), build(settings), error_log=_quiet_log())
    asked_to_stop = Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        gevent.signal_handler(number, asked_to_stop.set)
    listen(server, settings.host, settings.port)
    log = structlog.get_logger()
    log.info("listening on %s", address_of(settings.host, settings.port), hall=settings.hall)
    asked_to_stop.wait()
    server.stop(GRACE)
    log.info("stopped")


def use_all_descriptors() -> None:
    """Let the process have as many descriptors as it may: each connection takes one or two."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if resource.RLIM_INFINITY not in {soft, hard}:
        resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))


def build(settings: Settings) -> Flask:
    """Return the application, with the day replayed and everything connected."""
    pack, engine = load_pack(settings.pack), open_engine(settings.database, in_a_thread)
    kept = None if settings.waits_model is None else KeptModel(settings.waits_model)
    parts = parts_of(settings, pack, engine, kept)
    if kept is not None:
        renew = partial(take_newest, kept, parts.expectations.adopt)
        gevent.spawn(go_on, "waits_model", renew, MODEL_PACE)
    if settings.news.feeds:
        visit_feeds(settings, engine, pack.hall.zone)
    app, _ = create_app(parts)
    return behind(settings.proxies, app)


def parts_of(settings: Settings, pack: Pack, engine: Engine, kept: KeptModel | None) -> Parts:
    """Return what the application is made of, with the day replayed."""
    rulebook, zone = rulebook_of(settings, pack), pack.hall.zone
    now = clock(settings.clock, zone)
    journal = SqlJournal(engine, settings.hall, has_clock=settings.clock is None)
    secret = secret_in(settings.secret_file)
    expectations = Expectations(learned(engine, settings.hall, zone, now(), kept), zone)
    morning, order = partial(empty_hall, pack, rulebook), OrderKept(rulebook.rules, zone)
    reception = Reception(journal, morning, now, zone, (expectations, order))
    return Parts(
        reception=reception,
        expectations=expectations,
        order=order,
        seal=journal.seal,
        reports=Reports(
            lambda day: day_report(engine, settings.hall, day, morning(), breathe),
            partial(satisfaction, engine, settings.hall),
        ),
        people=People(engine, ConsiderateHasher()),
        sessions=Sessions(engine, lambda: datetime.now(UTC)),
        devices=Devices(engine),
        content=Content(pack, Texts()),
        codes=FollowCodes(secret.encode(), settings.hall, settings.public_url),
        appointments=appointments_of(
            SqlBook(engine, settings.hall), reception, pack, rulebook, now
        ),
        secret=secret,
        now=now,
        zone=zone,
        signage=_signage(settings, engine, pack, now),
        news=news_desk(settings, engine),
        fleet=_fleet(settings, engine),
        complaining=complaining_of(settings, engine),
        pace=settings.clock.factor if settings.clock else 1.0,
        poll_seconds=TOGETHER if is_shared(engine) else ALONE,
        is_shared=is_shared(engine),
        neighbours=None if settings.redis is None else _neighbours(settings, settings.redis),
    )


def _signage(settings: Settings, engine: Engine, pack: Pack, now: Clock) -> Signage:
    archive, files = SqlArchive(engine, settings.hall), AssetFolder(settings.signage)
    tell = news_of(settings, engine, files, pack)
    publisher = publisher_of(archive, files.has, pack, settings, now, tell)
    if settings.news.feeds and settings.news.publish_at_once:
        gevent.spawn(go_on, "told_news", partial(tell_news, publisher), TELL_PACE)
    studio = Studio(settings.pack, settings.signage)
    return Signage(publisher, archive, files, now, studio)


def _fleet(settings: Settings, engine: Engine) -> Fleet:
    shelf, wishes = SqlShelf(engine, settings.hall), SqlWishes(engine, settings.hall)
    return Fleet(shelf, SqlPairings(engine), wishes, lambda: datetime.now(UTC))


def visit_feeds(settings: Settings, engine: Engine, zone: ZoneInfo) -> None:
    """Let the feeds of the settings be visited for ever, beside the hall's own work."""
    # Only who has feeds pays for the imports, which take a third of a second.
    from controller.newsroom import NEWS_PACE, newsroom, tell  # noqa: PLC0415 - see above

    rounds = newsroom(settings, engine, zone, lambda: datetime.now(UTC), in_a_thread)
    gevent.spawn(go_on, "news", lambda: tell(rounds.go()), NEWS_PACE)


def behind(proxies: int, app: Flask) -> Flask:
    """Return the application as it takes visitors' addresses from so many proxies before it."""
    if proxies:
        fixed = ProxyFix(app.wsgi_app, x_for=proxies, x_proto=proxies)
        app.wsgi_app = fixed  # type: ignore[method-assign]  # Flask's way to wrap it
    return app


def learned(
    engine: Engine, hall: str, zone: ZoneInfo, at: datetime, kept: KeptModel | None
) -> Waits:
    """Return what the last weeks teach of waits, and the model if there is one."""
    waits, today = Waits(), at.astimezone(zone).date()
    relive(waits, past_steps(engine, hall, zone, today - LOOK_BACK, today))
    if kept is not None:
        take_newest(kept, waits.adopt)
    return waits


def take_newest(kept: KeptModel, adopt: Callable[[Trained], None]) -> None:
    """Adopt a newly trained model; one that cannot be read is logged, and the old one goes on."""
    log = structlog.get_logger()
    try:
        trained = in_a_thread(kept.newest)
    except KeptModelError as error:
        log.error("waits_model_refused", why=str(error))  # noqa: TRY400 - the file's fault, told whole
        return
    if trained is not None:
        adopt(trained)
        log.info("waits_model_taken", learned_until=str(date.fromordinal(trained.until)))


def _neighbours(settings: Settings, url: str) -> Neighbours:
    # Only who has neighbours pays for the import, which takes a twentieth of a start.
    from controller.neighbours.in_redis import RedisNeighbours  # noqa: PLC0415 - see above

    return RedisNeighbours(url, settings.hall, f"{socket.gethostname()}-{os.getpid()}")


def breathe() -> None:
    """Let other greenlets go on in the middle of long work."""
    gevent.sleep(0)


def in_a_thread(work: Callable[[], Result]) -> Result:
    """Do the work while other greenlets go on, and return or raise what it does."""
    errors: list[Exception] = []

    def tried() -> Result | None:
        try:
            return work()
        except Exception as error:  # noqa: BLE001 - raised below; the pool would print it as well
            errors.append(error)
            return None

    result = gevent.get_hub().threadpool.apply(tried)
    if errors:
        raise errors[0]
    return cast("Result", result)


def clock(demonstration: DemonstrationClock | None, zone: ZoneInfo) -> Clock:
    """Return the hall's clock: the machine's, or that of a demonstration."""
    machine = SteadyClock()
    if demonstration is None:
        return machine
    first_day = demonstration.origin.astimezone(zone).date()
    start = datetime.combine(first_day, demonstration.start, zone).astimezone(UTC)
    return lambda: start + (machine() - demonstration.origin) * demonstration.factor


def secret_in(path: Path) -> str:
    """Return the installation's secret; make one, readable by its owner alone, if there is none."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        _make_secret(path)
    secret = path.read_text(encoding="ascii").strip()
    if len(secret) < SHORTEST_SECRET:
        raise OSError(f"{path} is damaged: remove it, and everybody signs in anew")
    return secret


def _make_secret(path: Path) -> None:
    # All of it or nothing: with half a secret, or none, tokens could be forged.
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT, 0o600), "w") as writer:
            writer.write(secrets.token_urlsafe(48))
            writer.flush()
            os.fsync(writer.fileno())
        with suppress(FileExistsError):  # another process was quicker: its secret holds
            os.link(draft, path)
    finally:
        draft.unlink(missing_ok=True)


def _quiet_log() -> LoggingLogAdapter:
    """Return a log for what the web server complains of: clients that broke off, mostly."""
    return LoggingLogAdapter(logging.getLogger("controller.web"), level=logging.WARNING)
