"""The played morning in a table."""

from collections.abc import Iterable
from datetime import timedelta

from rich.table import Table

from nouba.play.callings import in_outages
from nouba.play.outage import spread
from nouba.play.story import Story
from nouba.play.witness import Evidence


def summary(story: Story, evidence: Evidence, longest_queue: int) -> Table:
    """Return what the morning came to, for the terminal."""
    table = Table("What", "How many", title="The morning")
    for what, number in _numbers(story, evidence, longest_queue):
        table.add_row(what, number)
    for what, number in _outages(story, evidence) if evidence.kills else ():
        table.add_row(what, number)
    return table


def _numbers(story: Story, evidence: Evidence, longest_queue: int) -> Iterable[tuple[str, str]]:
    yield "tickets issued", str(len(story.issued))
    yield "tickets printed", str(evidence.printed)
    yield "calls", str(story.called)
    yield "recalls", str(story.recalls)
    for screen, names in evidence.spoken.items():
        yield f"announcements spoken by {screen}", str(len(names))
    yield "visitors served", str(len(story.served))
    yield "no-shows", str(len(story.no_shows))
    yield "transfers", str(story.transfers)
    yield "longest queue", str(longest_queue)
    yield "mean wait, in the hall's time", _minutes(story.mean_wait)
    yield "longest wait", _minutes(max(story.waits, default=timedelta()))
    for agent in evidence.agents:
        yield f"counter {agent.counter}, {agent.name}", f"{len(agent.tickets)} calls"


def _minutes(length: timedelta) -> str:
    return f"{length.total_seconds() / 60:.1f} min"


def _outages(story: Story, evidence: Evidence) -> Iterable[tuple[str, str]]:
    outages = evidence.outages
    yield "controller killed", f"{len(outages)} of {evidence.kills} times"
    yield "calls that fell into an outage", str(len(in_outages(story.callings, outages)))
    yield "  median and worst:", ""
    yield "kill to the controller's answer", _seconds([outage.answering for outage in outages])
    yield "answer to everybody connected", _seconds([outage.comeback for outage in outages])
    yield "kill to everybody connected", _seconds([outage.whole for outage in outages])


def _seconds(seconds: list[float]) -> str:
    of = spread(seconds)
    return f"{of.median:.1f} s, {of.worst:.1f} s"
