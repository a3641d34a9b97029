"""The form in which an editor writes a notice, or changes one."""

from dataclasses import dataclass

from flask import abort, redirect, render_template, request
from flask.typing import ResponseReturnValue
from flask_login import current_user

from controller.signage import Declined, Notice, Template
from controller.signage.wishes import Change, Compose, Propose
from controller.web.desk_of_notices import NoticesDesk
from controller.web.notice_form import LABELS, Unfit, Writer, notice_in, prefilled
from controller.web.notice_wording import names
from controller.web.old_notice import Filled, filled, is_for_the_form
from controller.web.preview import PreviewPage
from controller.web.uploads import token_of, upload_of
from media.isolation import isolate


@dataclass(frozen=True, slots=True)
class Old:
    """The notice that is being changed, and which entry wrote it as the editor saw it."""

    notice: Notice
    seen: int


@dataclass(frozen=True, slots=True)
class ComposingPage:
    """What the form shows and does."""

    desk: NoticesDesk
    preview: PreviewPage

    def new(self, template: str) -> ResponseReturnValue:
        """Show the form, and keep what was filled in; publish it at once if that is asked."""
        kind = _template(template)
        if request.method == "GET":
            return self._form(kind, Filled(prefilled(kind, self.desk.wall()), {}))
        return self._written(kind)

    def change(self, name: str) -> ResponseReturnValue:
        """Show the form of a notice that there is, and keep what it was changed to."""
        draft = self.desk.signage.publisher.drafts().drafts.get(name)
        if draft is None or not is_for_the_form(draft.notice):
            abort(404)
        old = Old(draft.notice, request.form.get("seen", draft.seq, type=int))
        if request.method == "GET":
            return self._form(draft.notice.template, filled(draft.notice), old=old)
        return self._written(draft.notice.template, old)

    def _written(self, template: Template, old: Old | None = None) -> ResponseReturnValue:
        try:
            self._keep(template, old)
        except Unfit as unfit:
            return self._form(template, _given(), unfit=unfit, old=old), 400
        except Declined as declined:
            return self._form(template, _given(), declined=declined, old=old), 409
        return redirect("/notices", 303)

    def _keep(self, template: Template, old: Old | None) -> None:
        token = request.form.get("file", "")
        upload = upload_of(token)
        if token and upload is None:
            raise Unfit(LABELS["file"])
        writer = Writer(current_user.name, self.desk.wall())
        name = "" if old is None else old.notice.id
        notice = notice_in(request.form, template, writer, upload, name)
        self.desk.wish(Compose(notice) if old is None else Change(notice, old.seen))
        self.preview.judge(notice, current_user.name)
        if request.form.get("do") == "publish":
            self.desk.wish(Propose(notice.id))
            if not self.desk.needs_approval:
                self.desk.publish()

    def _form(
        self,
        template: Template,
        form: Filled,
        unfit: Unfit | None = None,
        declined: Declined | None = None,
        old: Old | None = None,
    ) -> str:
        return render_template(
            "notices/new.html",
            template=template.value,
            values=form.values,
            chosen=lambda name: form.chosen.get(name, ()),
            upload=form.upload,
            token="" if form.upload is None else token_of(form.upload),
            old=old,
            screens=self._screens(form),
            glasses=self.preview.glasses(),
            isolate=isolate,
            unfit=unfit,
            declined=declined,
            needs_approval=self.desk.needs_approval,
            person=current_user,
            **names(),
        )

    def _screens(self, form: Filled) -> list[str]:
        """Return the screens to choose from; what was chosen is kept, be it there now or not."""
        there = {name for name, _ in self.desk.presence.said()}
        return sorted(there | set(form.chosen.get("screens", ())))


def _given() -> Filled:
    """Return the form as it came: what somebody has written is never lost."""
    form = request.form
    chosen = {name: form.getlist(name) for name in ("days", "screens")}
    return Filled(form.to_dict(), chosen, upload_of(form.get("file", "")))


def _template(name: str) -> Template:
    try:
        return Template(name)
    except ValueError:
        abort(404)
