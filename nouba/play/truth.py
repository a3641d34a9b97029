"""Whether the journal and those who were there tell the same morning."""

from collections import Counter as Count
from collections.abc import Iterator

from nouba.play.act import Act
from nouba.play.callings import misheard
from nouba.play.story import Story
from nouba.play.witness import AgentWitness, Evidence


def contradictions(story: Story, evidence: Evidence) -> tuple[str, ...]:
    """List, in one sentence each, where the journal and the evidence disagree; empty is good."""
    return (
        *_tickets(story, evidence),
        *_calls(story),
        *(lie for agent in evidence.agents for lie in _agent(story, agent)),
        *_commands(story, evidence),
        *misheard(story.callings, evidence.outages, evidence.spoken),
        *_kills(evidence),
    )


def _tickets(story: Story, evidence: Evidence) -> Iterator[str]:
    for ticket in sorted(set(evidence.kiosk) - set(story.issued)):
        yield f"a visitor read {ticket} on the kiosk, and the journal does not know it"
    unheard = _unheard(story, evidence)
    for ticket in sorted(set(story.issued) - set(evidence.kiosk) - unheard):
        yield f"{ticket} was issued, and no visitor saw it"
    for ticket, times in Count(evidence.kiosk).items():
        if times > 1:
            yield f"{ticket} was given to {times} visitors"
    to_print = len(story.issued) - len(unheard)
    if evidence.printed < to_print:
        yield f"{to_print} tickets were issued, and {evidence.printed} printed"


def _unheard(story: Story, evidence: Evidence) -> set[str]:
    """Return the tickets whose answer was lost with the controller, and called before it was known.

    For each of them its visitor has another, which the kiosk issued alone after it.
    """
    unheard: set[str] = set()
    instead = dict(sorted(story.alone.items()))
    for ticket in sorted(set(story.issued) - set(evidence.kiosk)):
        for other, at in instead.items():
            if story.services[other] == story.services[ticket] and at >= story.issued[ticket]:
                unheard.add(ticket)
                del instead[other]
                break
    return unheard


def _calls(story: Story) -> Iterator[str]:
    for ticket in story.called_twice:
        yield f"{ticket} was called by a counter while another one had it"
    for ticket in sorted(set(story.issued) - story.called_tickets):
        yield f"{ticket} was issued, and never called"
    ended = Count(story.served + story.no_shows)
    for ticket in sorted(story.issued):
        if ended[ticket] != 1:
            yield f"{ticket} ended {ended[ticket]} times"


def _agent(story: Story, agent: AgentWitness) -> Iterator[str]:
    in_journal = story.calls.get(agent.counter, [])
    if in_journal != agent.tickets:
        yield (
            f"{agent.name} saw {' '.join(agent.tickets) or 'nobody'} at counter {agent.counter}, "
            f"and the journal tells of {' '.join(in_journal) or 'nobody'}"
        )


def _commands(story: Story, evidence: Evidence) -> Iterator[str]:
    done = sum((agent.done for agent in evidence.agents), Count[Act]())
    counted = {
        Act.CALL_NEXT: story.called,
        Act.RECALL: story.recalls,
        Act.FINISH: len(story.served),
        Act.NO_SHOW: len(story.no_shows),
        Act.TRANSFER: story.transfers,
    }
    for act, number in counted.items():
        if done[act] != number:
            yield f"the agents did {act} {done[act]} times, and the journal tells of {number}"


def _kills(evidence: Evidence) -> Iterator[str]:
    seen = len(evidence.outages)
    if seen != evidence.kills:
        yield f"the controller was to be killed {evidence.kills} times, and was {seen} times"
