"""Where to go in a demonstration's hall, and as whom."""

from rich.table import Table

from nouba.demo.place import Place
from nouba.demo.staff import PASSWORD, STAFF


def addresses(place: Place) -> Table:
    """Return the staff's pages with the demonstration's sign-ins, for the terminal."""
    table = Table("Page", "Sign in as", "Password", "Language", title=f"Open {place.address}")
    for member in STAFF:
        page = "supervisor" if member.counter is None else f"agent, counter {member.counter}"
        table.add_row(page, member.name, PASSWORD, member.language)
    return table
