"""`nouba texts`."""

import click

from media.texts.__main__ import main

command = click.Group(
    "texts", commands=main.commands, help="Compile the texts of the four languages."
)
