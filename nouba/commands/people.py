"""`nouba people`."""

from pathlib import Path
from typing import get_args

import click
from rich.console import Console
from rich.table import Table

from controller.identity import Person, Role
from controller.store.people import People
from nouba.database import controller_option, database
from wire.messages import LANGUAGES, Language


@click.group(help="Name the people who may sign in.")
def command() -> None:
    """Group the chores with people."""


@command.command
@controller_option
@click.argument("name")
@click.option("--role", type=click.Choice(get_args(Role)), default="agent")
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
    with database(settings, may_be_new=True) as engine:
        People(engine).add(person, password)
    click.echo(f"{name} may sign in, as {role}.")


@command.command
@controller_option
@click.argument("name")
def remove(settings: Path | None, name: str) -> None:
    """Let NAME sign in no more, and sign them out wherever they are."""
    with database(settings) as engine:
        People(engine).remove(name)
    click.echo(f"{name} may not sign in any more.")


@command.command("password")
@controller_option
@click.argument("name")
@click.password_option(help="Asked for when it is not given.")
def password_(settings: Path | None, name: str, password: str) -> None:
    """Give NAME another password, and sign them out wherever they are."""
    with database(settings) as engine:
        People(engine).set_password(name, password)
    click.echo(f"{name} has a new password.")


@command.command("list")
@controller_option
def list_(settings: Path | None) -> None:
    """List those who may sign in."""
    table = Table("Name", "Shown as", "Role", "Language")
    with database(settings) as engine:
        for person in People(engine).list():
            table.add_row(person.name, person.display_name, person.role, person.language)
    Console().print(table)
