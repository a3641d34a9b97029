"""The Kivy widgets that kiosks and hall screens are made of.

Import it after `media.look.window.prepare`. Every widget takes its `Look` first.
"""

from media.look.widgets.button import BigButton, Kind
from media.look.widgets.check import out_of_reach, overflowing, small_targets
from media.look.widgets.group import Group, even_groups
from media.look.widgets.medallion import Medallion
from media.look.widgets.panel import Bar, Card, Page, Panel, ZelligeBand
from media.look.widgets.pictogram import Pictogram
from media.look.widgets.rank import Body, Caption, Display, Heading, Number, Title
from media.look.widgets.row import Column, Grid, Row
from media.look.widgets.text import Text, even_out

__all__ = [
    "Bar",
    "BigButton",
    "Body",
    "Caption",
    "Card",
    "Column",
    "Display",
    "Grid",
    "Group",
    "Heading",
    "Kind",
    "Medallion",
    "Number",
    "Page",
    "Panel",
    "Pictogram",
    "Row",
    "Text",
    "Title",
    "ZelligeBand",
    "even_groups",
    "even_out",
    "out_of_reach",
    "overflowing",
    "small_targets",
]
