"""`nouba people`."""

from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from controller.store.people import People, Person, Role
from nouba.database import controller_option, database_of
from wire.messages import LANGUAGES, Language


@click.group(help="Name the people who may sign in.")
def command() -> None:
    """Group the chores with people."""


@command.command
@controller_option
@click.argument("name")
@click.option("--role", type=click.Choice(["agent", "supervisor"]), default="agent")
@click.option("--display-name", help="As it stands on the pages; without it, NAME.")
@click.option("--language", type=click.Choice(LANGUAGES), default="ar", help="Of their pages.")
@click.password_option(help="Asked for when it is not given.")
def add(
    settings: Path | None,
    name: str,
    role: Role,
    display_name: str | None,
    language: Language,
    password: str,
) -> None:
    """Let NAME sign in."""
    person = Person(name, display_name or name, role, language)
    try:
        People(database_of(settings)).add(person, password)
    except ValueError as error:
        raise click.UsageError(f"Not added: {error}.") from None
    click.echo(f"{name} may sign in, as {role}.")


@command.command("list")
@controller_option
def list_(settings: Path | None) -> None:
    """List those who may sign in."""
    table = Table("Name", "Shown as", "Role", "Language")
    for person in People(database_of(settings)).list():
        table.add_row(person.name, person.display_name, person.role, person.language)
    Console().print(table)
