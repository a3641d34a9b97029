"""Waits are learned and judged by the command line, and a controller takes what was learned."""

import sys
from datetime import UTC, date, datetime, timedelta
from functools import partial

import pytest
from click.testing import CliRunner

from controller.expectations import Expectations
from controller.hall.events import TicketCalled, TicketCancelled, TicketIssued
from controller.kept_model import KeptModel
from controller.program import learned, take_newest
from controller.reception import Fact
from controller.settings import DEMONSTRATION_PACK
from controller.store.engine import open_engine
from controller.store.journal import SqlJournal
from controller.waits import Range
from controller.waits.forest import Forest, QuantileModel, Tree
from controller.waits.trained import Trained, Tried
from media.pack import load_pack
from nouba.__main__ import main
from tests.databases import a_database, ready_database_in
from tests.nouba.scoring.past import SERVICES, ZONE, keep, lived, write_csv

DAYS = 12
SERVICE_IDS = [service for service, _ in SERVICES.values()]
LAST = max(visit.issued.day for visit in lived(DAYS))
TOMORROW = date.fromordinal(LAST + 1)


@pytest.fixture(scope="module")
def url(tmp_path_factory):
    """A hall that has lived through some days; nothing here writes into its database."""
    with a_database(tmp_path_factory.mktemp("lived"), ready_database_in) as url:
        engine = open_engine(url)
        keep(engine, lived(DAYS))
        engine.dispose()
        yield url


@pytest.fixture(scope="module")
def engine(url):
    engine = open_engine(url)
    yield engine
    engine.dispose()


@pytest.fixture
def run(tmp_path, url):
    settings = tmp_path / "controller.toml"
    settings.write_text(f'database = "{url}"\nwaits_model = "models/waits.json"\n')
    return lambda *words: CliRunner().invoke(
        main, [*words, "--settings", str(settings), "--before", str(TOMORROW)]
    )


def rows(told):
    """Return the cells of the lines of a table, by the first of them."""
    lines = [line.split("│") for line in told.output.splitlines() if line.startswith("│")]
    return {cells[1].strip(): [each.strip() for each in cells[2:-1]] for cells in lines}


def begun(engine, kept):
    """Return what a controller that starts tomorrow expects."""
    at = datetime(TOMORROW.year, TOMORROW.month, TOMORROW.day, 9, tzinfo=UTC)
    return Expectations(learned(engine, "hall", ZONE, at, kept), ZONE), at


def a_model(says_of):
    """A model that always says 1 to 3 minutes, with a trial of this on the last days."""
    ends = (Forest((Tree((), (end,)),)) for end in (1.0, 2.0, 3.0))
    trial = (
        Tried(SERVICES[each.queue][0], each.issued.day, says_of(each), wait)
        for each in lived(DAYS)
        if each.issued.day > LAST - 3
        for wait in [each.called.minute - each.issued.minute]
    )
    return Trained(LAST, QuantileModel(*ends), tuple(trial))


def right_of_births_alone(visit):
    wait = visit.called.minute - visit.issued.minute + (0 if visit.queue == "births" else 90)
    return Range(wait, wait, wait)


def test_what_was_trained_tells_visitors_where_it_was_better(run, engine, tmp_path):
    pytest.importorskip("lightgbm")
    done = run("waits", "train")
    assert done.exit_code == 0
    assert done.output.splitlines()[-1].startswith(f"Learned until {date.fromordinal(LAST)}: ")
    pack, trial = load_pack(DEMONSTRATION_PACK), rows(done)
    expectations, _ = begun(engine, KeptModel(tmp_path / "models" / "waits.json"))
    for service in SERVICE_IDS:
        _, rule, model, told_by = trial[pack.service(service).name.text("en")]
        costs_less = float(model.split()[-1]) < float(rule.split()[-1])
        assert told_by == ("model" if costs_less else "learned rule")
        assert expectations.worth(service).method == ("model" if costs_less else "pace")


def test_a_service_whose_trial_was_worse_goes_on_with_the_rule(engine, tmp_path):
    kept = KeptModel(tmp_path / "waits.json")
    without, at = begun(engine, kept)
    kept.write(a_model(right_of_births_alone))
    expectations, _ = begun(engine, kept)
    methods = [expectations.worth(service).method for service in SERVICE_IDS]
    assert methods == ["model", "pace", "pace"]
    assert [
        expectations.of_service(each, at) == without.of_service(each, at) for each in SERVICE_IDS
    ] == [False, True, True]


def test_a_running_controller_takes_a_new_model_and_is_not_disturbed_by_a_broken_one(
    engine, tmp_path
):
    kept = KeptModel(tmp_path / "waits.json")
    expectations, _ = begun(engine, kept)
    (tmp_path / "waits.json").write_text("half a mod")
    take_newest(kept, expectations.adopt)
    assert expectations.worth("birth_copy").method == "pace"
    KeptModel(tmp_path / "waits.json").write(a_model(right_of_births_alone))
    take_newest(kept, expectations.adopt)
    assert expectations.worth("birth_copy").method == "model"


def test_a_controller_starts_with_a_broken_model_and_goes_by_the_rule(engine, tmp_path):
    (tmp_path / "waits.json").write_text("{}")
    expectations, _ = begun(engine, KeptModel(tmp_path / "waits.json"))
    assert expectations.worth("birth_copy").method == "pace"


def test_a_hall_that_is_too_young_is_told_so(tmp_path, run, engine):
    done = run("waits", "train", "--days", "3")
    assert (done.exit_code, done.output) == (
        1,
        "Error: It is too early to train a model: 2 days, not 4.\n",
    )
    assert not (tmp_path / "models").exists()


def test_without_the_extra_a_sentence_says_what_is_missing(run, monkeypatch):
    monkeypatch.setitem(sys.modules, "lightgbm", None)
    done = run("waits", "train")
    assert done.exit_code == 1
    assert done.output.startswith("Error: No model: the extra `waits` is not installed")
    judged = run("waits", "score", "--from", str(date.fromordinal(LAST)))
    assert judged.output.startswith("No model: the extra `waits` is not installed")
    assert rows(judged)["all"][5] == "–"


def test_settings_without_a_place_for_the_model_are_told_so(tmp_path):
    (tmp_path / "controller.toml").write_text("")
    words = ["waits", "train", "--settings", str(tmp_path / "controller.toml")]
    done = CliRunner().invoke(main, words)
    assert done.output == 'Error: The settings name no file for the model: waits_model = "…".\n'


def test_the_days_of_the_database_are_judged_as_those_of_a_file(run, tmp_path):
    from_database = run("waits", "score", "--split", "none")
    path = str(write_csv(tmp_path / "days.csv", lived(DAYS)))
    from_file = run("waits", "score", "--split", "none", "--test", path)
    assert (from_database.exit_code, from_file.exit_code) == (0, 0)
    assert rows(from_database)["all"] == rows(from_file)["all"]
    assert rows(from_database)["Signature legalisation"] == rows(from_file)["papers"]


def test_one_file_teaches_and_another_one_is_judged(run, tmp_path):
    everything = lived(DAYS)
    days = sorted({each.issued.day for each in everything})
    parts = [
        [each for each in everything if (each.issued.day >= days[-2]) == is_late]
        for is_late in (False, True)
    ]
    early, late, whole = (
        str(write_csv(tmp_path / f"{name}.csv", each))
        for name, each in (("early", parts[0]), ("late", parts[1]), ("whole", everything))
    )
    split = ("--split", "none", "--by", "day")
    in_two = run("waits", "score", *split, "--train", early, "--test", late)
    first = str(date.fromordinal(days[-2]))
    in_one = run("waits", "score", *split, "--test", whole, "--from", first)
    twice = run("waits", "score", *split, "--train", whole, "--test", late)
    assert list(rows(in_two)) == [first, str(date.fromordinal(days[-1])), "all"]
    assert rows(in_two) == rows(in_one) == rows(twice)


def test_days_on_which_nobody_was_called_are_no_table(run, tmp_path):
    path = tmp_path / "days.csv"
    path.write_text(
        "office,queue,date,ticket,arrival_min,called_min\n"
        "h,q,2026-03-02,1,540,545\nh,q,2026-03-03,1,540,\n"
    )
    done = run("waits", "score", "--split", "none", "--test", str(path))
    assert (done.exit_code, done.output) == (1, "Error: Nobody was called on the judged days.\n")


def test_who_gave_up_does_not_stand_in_the_line_when_a_database_is_judged(tmp_path):
    """The head of the line has waited as long as it has, though one of three gave up before."""
    engine = open_engine(f"sqlite:///{tmp_path}/hall.db")
    facts = partial(SqlJournal(engine, "hall").append, request=None)
    for day in (date(2026, 3, 2), date(2026, 3, 3)):
        nine = datetime(day.year, day.month, day.day, 9, tzinfo=UTC)
        events = []
        for number in range(1, 61):
            at, ticket = nine + timedelta(minutes=5 * number), f"D{number:03}"
            due_at = at + timedelta(minutes=10)
            issued = TicketIssued(at, ticket, "D", number, "tnb", "fr", due_at, 0)
            soon = at + timedelta(minutes=2)
            gone = TicketCancelled(soon, ticket) if number % 3 == 0 else None
            events += [issued, gone or TicketCalled(soon, ticket, 6, "amina")]
        facts(day, [Fact(seq, event) for seq, event in enumerate(events, 1)])
    engine.dispose()
    settings = tmp_path / "controller.toml"
    settings.write_text(f'database = "sqlite:///{tmp_path}/hall.db"\n')
    words = ["--split", "none", "--settings", str(settings), "--before", "2026-03-04"]
    done = CliRunner().invoke(main, ["waits", "score", *words])
    assert rows(done)["all"][:3] == ["40", "2.0", "2.00"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--train", __file__], "--train needs --test"),
        (["--test", __file__], "has no column"),
        (["--from", "2031-01-01"], "No day is left to judge."),
    ],
)
def test_what_cannot_be_judged_is_said_in_a_sentence(run, words, told):
    done = run("waits", "score", *words)
    assert (done.exit_code != 0, told in done.output) == (True, True)
