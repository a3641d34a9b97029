"""What kiosks do on any day that are, or were, alone."""

from hypothesis import strategies as st
from hypothesis.stateful import rule

from controller.hall import commands
from controller.hall.blocks import Block
from tests.controller.hall.any_day.asking import Asking
from tests.controller.hall.any_day.people import amounts, any_service, services
from tests.controller.hall.any_day.setting import AGENTS, KIOSKS, MINUTE, SERVICES
from wire.messages import TicketState

kiosks = st.sampled_from(KIOSKS)
BIRTHS = SERVICES[0]


class AtKiosks(Asking):
    """Kiosks that want numbers of their own, and hand over what they made of them."""

    @rule(kiosk=kiosks, many=st.integers(0, 4), has_lost=st.booleans())
    def a_kiosk_comes(self, kiosk: str, many: int, has_lost: bool) -> None:  # noqa: FBT001 - drawn
        """It shows the numbers that it has, or has lost them with its disk."""
        held = () if has_lost else self.book.reserved.of(kiosk)
        self.attempt(commands.ReserveNumbers(kiosk, held))
        for _ in range(many):
            self.attempt(commands.IssueTicket(BIRTHS))

    @rule(kiosk=kiosks, firsts=st.lists(st.integers(1, 20), max_size=3), size=st.integers(0, 4))
    def a_backup_was_restored(self, kiosk: str, firsts: list[int], size: int) -> None:
        """The hall has forgotten what it granted, and perhaps given it to others since."""
        held = tuple(Block(kiosk, "A", first, first + size) for first in firsts)
        self.attempt(commands.ReserveNumbers(kiosk, held))

    @rule(
        kiosk=kiosks,
        asks=st.sampled_from(KIOSKS),
        service=services,
        then=st.lists(any_service, max_size=2),
        quantity=amounts,
        back=st.integers(-3, 30),
        heard=st.integers(-3, 30),
        ghost=st.booleans(),
        data=st.data(),
    )
    def a_kiosk_was_alone(self, kiosk, asks, service, then, quantity, back, heard, ghost, data):
        """It hands over what it issued; sometimes what is not its own, or a second time."""
        held = self.book.reserved.of(kiosk)
        self.attempt(commands.ReserveNumbers(kiosk, held))
        prefix = data.draw(st.sampled_from("AD"))
        mine = [each for each, owner in self.book.reserved.owners[prefix].items() if owner == kiosk]
        serial = data.draw(st.sampled_from([*mine, *mine, 1]))
        wish = commands.IssueTicket(service, "fr", "normal", tuple(then), quantity)
        moments = (self.now - back * MINUTE, self.now - heard * MINUTE)
        other = self.ticket(data, TicketState.WAITING, TicketState.PARKED) if ghost else None
        owner = data.draw(st.sampled_from([kiosk, kiosk, asks]))
        self.attempt(commands.TakeIn(owner, prefix, serial, wish, *moments, other))

    @rule(kiosk=kiosks, agent=st.sampled_from(AGENTS), is_parked=st.booleans())
    def nobody_has_the_ticket(self, kiosk: str, agent: str, *, is_parked: bool) -> None:
        """Its kiosk never heard of it, and gave one of its own; meanwhile it was called."""
        self.sits_down(agent, BIRTHS)
        self.attempt(commands.ReserveNumbers(kiosk, self.book.reserved.of(kiosk)))
        self.attempt(commands.IssueTicket(BIRTHS))
        ghost = self.ticket_of_last_event()
        self.attempt(commands.CallTicket(agent, ghost, "as agreed"))
        if is_parked:
            self.attempt(commands.Park(agent, "nobody came"))
        owners = self.book.reserved.owners["A"]
        free = [each for each, owner in owners.items() if owner == kiosk and self.is_free(each)]
        wish = commands.IssueTicket(BIRTHS)
        for serial in free[:1]:
            own = commands.TakeIn(kiosk, "A", serial, wish, self.now, self.now, ghost)
            self.attempt(own)

    def is_free(self, serial: int) -> bool:
        """Whether no ticket has the number yet."""
        return f"A{serial:03}" not in self.book.tickets
