"""Visitors who do anything at all at a kiosk, and go. Whatever is theirs bears one of the marks."""

import re
from random import Random

from hardware.ports import PrintResult, Verdict
from kiosk import page as pages
from kiosk.touchable import takes_scans, targets_of
from tests.kiosk.conversation import EVERYTHING, NOON, PACK, WAITS, offer, shut
from wire.messages import (
    CheckIn,
    Emergency,
    EmergencyKind,
    GiveUpTicket,
    NotYet,
    RateTicket,
    Refusal,
    TicketFound,
    TicketSlip,
    TicketState,
    WhichClass,
)

MARKS = re.compile(r"zz9v[i]sitor|Q7[4]\d|QK7[X]")
"""What all words of visitors match, and this text does not: requests, addresses, numbers, codes."""

MARK, CODE = tuple("zz9visitor"), tuple("QK7X3XPT")
"""In letters, so that only what was made of them is found."""

LONGEST = 1 + max(WAITS.idle, WAITS.ticket, WAITS.number_only)
"""Seconds after which whoever says nothing has gone."""


class SecretDesk:
    """A ticket desk whose answers, all marked, come when the journey says so."""

    def __init__(self, random):
        self._random, self.waiting, self.to_print, self._issued = random, [], [], 0
        self.lists = []

    def take(self, wish, answer):
        self.waiting.append((wish, answer))

    def own_offer(self):
        return None

    def check_in(self, wish, answer):
        self.waiting.append((wish, answer))

    def give_up(self, wish, answer):
        self.waiting.append((wish, answer))

    def rate(self, wish, answer):
        self.waiting.append((wish, answer))

    def print(self, slip, *, is_copy=False):
        self.to_print.append(slip.ticket)

    def print_list(self, taken, told):
        self.lists.append(told)

    def answer(self):
        for wish, answer in self.waiting[:]:
            self.waiting.remove((wish, answer))
            kinds = (self._slip, self._slip, _refusal, _too_early, _none)
            if not hasattr(wish, "service"):
                kinds = (*kinds, self._found, self._found)
            if isinstance(wish, CheckIn) and wish.priority is None:
                kinds = (*kinds, _which_class)
            if isinstance(wish, GiveUpTicket | RateTicket):
                kinds = (self._found, _refusal, _none)
            answer(self._random.choice(kinds)(wish))

    def _found(self, wish):
        slip = self._slip(wish)
        state = self._random.choice((TicketState.WAITING, TicketState.FINISHED))
        is_over = state is TicketState.FINISHED
        return TicketFound(slip, state, may_give_up=not is_over, may_rate=is_over)

    def _slip(self, wish):
        self._issued += 1
        number = f"Q7{40 + self._issued % 10}"
        service = getattr(wish, "service", PACK.services[0].id)
        url = f"HTTP://HALL/T/{''.join(MARK)}{self._issued}"
        return TicketSlip(
            self._issued, number, service, getattr(wish, "language", None) or "fr", NOON, 3, url
        )


def _refusal(_):
    return Refusal("quota_reached")


def _too_early(wish):
    return _refusal(wish) if hasattr(wish, "service") else NotYet("too_early", NOON)


def _which_class(wish):
    return WhichClass(PACK.services[0].id, wish.language or "fr", ("disability", "elderly"))


def _none(_):
    return None


def requests(random):
    """Make request ids, each of them marked."""
    return lambda: f"{''.join(MARK)}-{random.getrandbits(64)}"


def offers(random, seq):
    """What the hall may offer: everything, a part, nothing, with and without appointments."""
    waiting, more = random.randrange(9), {"takes_appointments": bool(random.getrandbits(1))}
    if random.randrange(12) == 0:
        more["emergencies"] = (Emergency(random.choice(tuple(EmergencyKind)), NOON),)
    kind = random.choice(("all", "all", "all", "part", "part", "none"))
    if kind == "none":
        return shut(seq, "service_closed", **more)
    closed = frozenset(random.sample(sorted(EVERYTHING), 5)) if kind == "part" else frozenset()
    priorities = ("disability", "elderly") if random.getrandbits(1) else ()
    return offer(seq, closed, waiting, priorities=priorities, **more)


class Journey:
    """Somebody at a kiosk: `flow`, its `desk`, and how a `touch` is made there."""

    def __init__(self, random, flow, desk, touch, seq=1):
        self._random, self._flow, self._desk, self._touch = random, flow, desk, touch
        self._seq = seq

    def goes(self, steps, page):
        """Do so many things; `page` gives what is shown."""
        for _ in range(steps):
            self._step(page())

    def leaves(self):
        """Go away without a word; all that is under way comes to its end."""
        self._desk.answer()
        self._printed()
        for _ in range(LONGEST + 1):
            self._flow.tick()

    def _step(self, page):
        random = self._random
        back = {"home"} if random.randrange(4) == 0 else {"home", "back", "less"}
        offered = sorted(targets_of(page) - back)
        match random.randrange(16):
            case 0:
                self._flow.on_offer(self.next_offer())
            case 1:
                self._flow.tick()
            case 2 if takes_scans(page):
                self._flow.scanned("".join(CODE))
            case 3:
                self._printed()
            case 4:
                self._flow.on_printer(is_ready=bool(random.getrandbits(1)))
            case _ if self._desk.waiting:
                self._desk.answer()
            case _ if isinstance(page, pages.CodeEntry) and len(page.typed) < len(CODE):
                self._touch(f"key:{CODE[len(page.typed)]}")
            case _ if offered:
                self._touch(random.choice(offered))

    def next_offer(self):
        self._seq += 1
        return offers(self._random, self._seq)

    def _printed(self):
        while self._desk.to_print:
            verdict = self._random.choice((Verdict.PRINTED, Verdict.NOT_PRINTED))
            self._flow.printed(self._desk.to_print.pop(), PrintResult(verdict))
        while self._desk.lists:
            verdict = self._random.choice((Verdict.PRINTED, Verdict.NOT_PRINTED))
            self._desk.lists.pop()(PrintResult(verdict))


def seeded(number):
    """The randomness of one visitor, the same in every run."""
    return Random(number)
