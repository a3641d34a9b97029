"""The command line: `nouba`, or `python -m nouba`."""

from types import MappingProxyType

import click

from nouba.lazy import LazyGroup

COMMANDS = MappingProxyType(
    {
        "controller": "Serve a hall: the queue, the staff's pages, the link to kiosks and screens.",
        "kiosk": "Show a kiosk on this machine's screen.",
        "information": "Show an information screen on this machine's screen.",
        "display": "Show a hall screen on this machine's screen, and speak the calls.",
        "printer": "Get to know a ticket printer, or stand in for one.",
        "people": "Name the people who may sign in.",
        "devices": "Name the kiosks, the screens and the tablets on counters that may connect.",
        "appointments": "Book appointments, cancel them, and see who came.",
        "signage": "Write notices for the screens, publish them, and take them down.",
        "audit": "Prove a day: whether its journal was changed, and why each ticket was called.",
        "report": "Report a day: figures, calls out of turn, seals; to print, and as tables.",
        "rules": "Check the hall's own rules, and try them on a past day.",
        "simulate": "Simulate days of the hall: waits, and how many counters it takes.",
        "waits": "Train what expects the visitors' waits, and judge it.",
        "news": "Try the feeds of news, list what they brought, accept and refuse it.",
        "content": "Check a pack, list what a reviewer should read, export its procedures.",
        "texts": "Compile the texts of the four languages.",
        "voice": "Make, check and hear the voice of the hall.",
        "demo": "Run a whole hall on this machine, with virtual devices.",
        "screenshots": "Make pictures of the screens and pages, each in the languages that it has.",
    }
)


@click.group(
    cls=LazyGroup,
    lazy={name: (f"nouba.commands.{name}", summary) for name, summary in COMMANDS.items()},
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(package_name="nouba", message="%(prog)s %(version)s")
def main() -> None:
    """Run the reception hall of a commune: one command for each program and each chore.

    A hall is one controller, and any number of kiosks, hall screens and staff's pages
    that connect to it. `nouba demo` shows them all on this machine.
    """


if __name__ == "__main__":
    main(prog_name="nouba")
