"""The played morning in a table."""

from collections.abc import Iterable
from datetime import timedelta
from statistics import median

from rich.table import Table

from nouba.play.outage import Outages
from nouba.play.story import Story
from nouba.play.witness import Evidence


def summary(story: Story, evidence: Evidence, outages: Outages, longest_queue: int) -> Table:
    """Return what the morning came to, for the terminal."""
    table = Table("What", "How many", title="The morning")
    for what, number in _numbers(story, evidence, longest_queue):
        table.add_row(what, number)
    if outages.seconds:
        table.add_row("controller killed", str(len(outages.seconds)))
        table.add_row("whole hall back after (median, worst)", _away(outages))
    return table


def _numbers(story: Story, evidence: Evidence, longest_queue: int) -> Iterable[tuple[str, str]]:
    yield "tickets issued", str(len(story.issued))
    yield "tickets printed", str(evidence.printed)
    yield "calls", str(story.called)
    yield "recalls", str(story.recalls)
    yield "announcements spoken", str(len(evidence.spoken))
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


def _away(outages: Outages) -> str:

    return f"{median(outages.seconds):.1f} s, {outages.longest:.1f} s"
