"""`nouba signage`."""

import getpass
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, tzinfo
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from controller.feeds import news_of
from controller.fleet.snapshot import Snapshot
from controller.intake import BadFile
from controller.program import clock
from controller.publishing import publisher_of
from controller.signage import Declined, Draft, Drafts, Publisher
from controller.signage.manuscript import Manuscript, notice_of
from controller.signage.steps import about
from controller.signage.wishes import (
    Approve,
    Change,
    Compose,
    Discard,
    Propose,
    Publish,
    SetHolidays,
    TakeDown,
    Wish,
)
from controller.store.asset_folder import AssetFolder
from controller.store.fleet import SqlShelf
from controller.store.signage import SqlArchive
from media.texts import Texts
from media.texts.publishing import DECLINED, STAGES
from media.toml import TomlError, read_toml
from nouba.commands.single_screens import identify, screenshot
from nouba.database import controller_option, database
from nouba.fleet_status import is_stale, told
from nouba.manuscripts import files_of
from nouba.program import refused
from nouba.settings import pack_of, settings_in

who_option = click.option(
    "--who", default=getpass.getuser, show_default="the machine's user", help="Who does this."
)


@dataclass(frozen=True, slots=True)
class Editor:
    """What an editor at a terminal works with."""

    publisher: Publisher
    archive: SqlArchive
    folder: AssetFolder
    shelf: SqlShelf
    wall: datetime
    """What the hall's clocks show."""

    who: str = ""

    def wish(self, wish: Wish) -> Drafts:
        """Carry the wish out in the editor's name."""
        return self.publisher.carry_out(wish, self.who)

    def draft(self, name: str) -> Draft:
        """Return the draft; refuses a name that there is not."""
        found = self.publisher.drafts().drafts.get(name)
        if found is None:
            raise Declined("unknown_notice", [name])
        return found


@click.group(help="Write notices for the screens, publish them, and take them down.")
def command() -> None:
    """Group the chores with notices."""


command.add_command(identify)
command.add_command(screenshot)


@command.command
@controller_option
@who_option
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--change", is_flag=True, help="The notice is there already: let it be this one.")
@click.option("--publish", "is_urgent", is_flag=True, help="Stage and publish it at once.")
def compose(settings: Path | None, who: str, file: Path, *, change: bool, is_urgent: bool) -> None:
    """Keep the notice that FILE describes as a draft, and print its name."""
    try:
        manuscript = read_toml(file, Manuscript)
    except TomlError as error:
        raise refused(str(error)) from None
    _refuse_unknown(manuscript.procedure, settings)
    with _editor(settings, who) as editor:
        files = files_of(manuscript, file.parent, editor.folder.keep)
        notice = notice_of(manuscript, editor.wall, who, files)
        if change:
            editor.wish(Change(notice, editor.draft(notice.id).seq))
        else:
            editor.wish(Compose(notice))
        if is_urgent:
            editor.wish(Propose(notice.id))
            _publish(editor)
    click.echo(notice.id)


@command.command
@controller_option
@who_option
@click.argument("name")
def stage(settings: Path | None, who: str, name: str) -> None:
    """Let the draft NAME go out with the next publishing."""
    with _editor(settings, who) as editor:
        editor.wish(Propose(name))
    click.echo(f"{name} is ready to publish.")


@command.command
@controller_option
@who_option
@click.argument("name")
def approve(settings: Path | None, who: str, name: str) -> None:
    """Let NAME, which somebody else wrote, go out."""
    with _editor(settings, who) as editor:
        editor.wish(Approve(name, editor.draft(name).seq))
    click.echo(f"{name} is approved by {who}.")


@command.command
@controller_option
@who_option
@click.argument("name")
def discard(settings: Path | None, who: str, name: str) -> None:
    """Throw the draft NAME away."""
    with _editor(settings, who) as editor:
        editor.wish(Discard(name))
    click.echo(f"{name} is gone.")


@command.command
@controller_option
@who_option
def publish(settings: Path | None, who: str) -> None:
    """Publish all that is staged, as one revision."""
    with _editor(settings, who) as editor:
        _publish(editor)


@command.command("take-down")
@controller_option
@who_option
@click.argument("name")
def take_down(settings: Path | None, who: str, name: str) -> None:
    """Take NAME from all screens, at once."""
    with _editor(settings, who) as editor:
        drafts = editor.wish(TakeDown(name))
    click.echo(f"{name} is taken down: revision {drafts.current.number}.")


@command.command
@controller_option
@who_option
@click.argument("days", nargs=-1, type=click.DateTime(["%Y-%m-%d"]))
def holidays(settings: Path | None, who: str, days: tuple[datetime, ...]) -> None:
    """Say which DAYS are the hall's holidays; without any, list them.

    Screens know of them with the next publishing.
    """
    with _editor(settings, who) as editor:
        if days:
            editor.wish(SetHolidays(tuple(day.date() for day in days)))
        for day in editor.publisher.drafts().holidays:
            click.echo(day)


@command.command("list")
@controller_option
def list_(settings: Path | None) -> None:
    """List the notices: how far each is, until when it holds, who wrote and who approved it."""
    table = Table("Name", "Stage", "On screens", "Until", "Written by", "Approved by")
    with _editor(settings) as editor:
        drafts = editor.publisher.drafts()
    for name, draft in sorted(drafts.drafts.items()):
        until = draft.notice.item.validity.until
        is_shown = "yes" if name in drafts.playing else ""
        stage_now = STAGES[draft.stage].lower()
        end = f"{until:%Y-%m-%d %H:%M}"
        table.add_row(name, stage_now, is_shown, end, draft.author, draft.approver)
    Console().print(table)


@command.command
@controller_option
def status(settings: Path | None) -> None:
    """Tell what is published, what screens have shown of it, and how each screen is."""
    with _editor(settings) as editor:
        drafts = editor.publisher.drafts()
        plays = {name: editor.archive.plays(name) for name in sorted(drafts.playing)}
        snapshot = editor.shelf.last()
        zone = editor.publisher.customs.zone
    _tell_published(drafts, plays, zone)
    demonstration = settings_in(settings).clock
    pace = 1.0 if demonstration is None else demonstration.factor
    _tell_screens(snapshot, editor.wall.replace(tzinfo=zone), pace)


def _tell_published(
    drafts: Drafts, plays: dict[str, tuple[int, float]], zone: tzinfo | None
) -> None:
    current = drafts.current
    if current.at is None:
        click.echo("Nothing was published yet.")
        return
    at = current.at.astimezone(zone)
    click.echo(f"Revision {current.number}, by {current.who}, {at:%Y-%m-%d %H:%M}.")
    table = Table("Name", "Times shown", "Minutes")
    for name, (times, seconds) in plays.items():
        table.add_row(name, str(times), f"{seconds / 60:.1f}")
    Console().print(table)


def _tell_screens(snapshot: Snapshot | None, now: datetime, pace: float) -> None:
    if snapshot is None:
        click.echo("No controller has looked at the screens yet.")
        return
    at = snapshot.at.astimezone(now.tzinfo)
    click.echo(f"The screens, as a controller saw them at {at:%Y-%m-%d %H:%M:%S}:")
    if is_stale(snapshot, now, pace):
        click.echo("That is long ago: no controller runs.")
    for line in told(snapshot):
        click.echo(line)


@command.command
@controller_option
def history(settings: Path | None) -> None:
    """Tell who did what to which notice, and when."""
    table = Table("When", "Who", "What", "Which")
    with _editor(settings) as editor:
        zone = editor.publisher.customs.zone
        for entry in editor.archive.after(0):
            at = f"{entry.at.astimezone(zone):%Y-%m-%d %H:%M:%S}"
            table.add_row(at, entry.who, entry.step.kind.replace("_", " "), about(entry.step))
    Console().print(table)


def _refuse_unknown(procedure: str | None, settings: Path | None) -> None:
    known = {each.id for each in pack_of(settings_in(settings)).procedures}
    if procedure is not None and procedure not in known:
        raise click.ClickException(f"The pack has no procedure {procedure}.")


def _publish(editor: Editor) -> None:
    drafts = editor.wish(Publish(editor.publisher.drafts().current.number))
    click.echo(f"Revision {drafts.current.number} is published.")


@contextmanager
def _editor(path: Path | None, who: str = "") -> Iterator[Editor]:
    """Lend an editor's tools; what is declined ends the program, code 1, with its sentence."""
    settings = settings_in(path)
    pack = pack_of(settings)
    now = clock(settings.clock, pack.hall.zone)
    with database(path, may_be_new=True) as engine:
        archive, folder = SqlArchive(engine, settings.hall), AssetFolder(settings.signage)
        publisher = publisher_of(
            archive, folder.has, pack, settings, now, news_of(settings, engine, folder, pack)
        )
        shelf = SqlShelf(engine, settings.hall)
        wall = now().astimezone(pack.hall.zone).replace(tzinfo=None)
        try:
            yield Editor(publisher, archive, folder, shelf, wall, who)
        except Declined as declined:
            raise click.ClickException(_told(declined.code, *declined.details)) from None
        except BadFile as bad:
            raise click.ClickException(_told(bad.reason, bad.detail)) from None
        except OSError as error:
            raise click.ClickException(f"{error.filename}: {error.strerror}.") from None


def _told(code: str, *details: str) -> str:
    sentence = Texts().text("en", DECLINED[code])
    return "\n".join([sentence, *(f"  {each}" for each in details if each)])
