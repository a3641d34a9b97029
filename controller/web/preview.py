"""What editors see before they publish: their notice as the hall's own screens draw it."""

from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass, replace

import gevent
import structlog
from flask import abort, jsonify, render_template, request
from flask.typing import ResponseReturnValue
from flask_login import current_user
from werkzeug.datastructures import MultiDict

from controller.signage import Declined, Notice, Template
from controller.signage.doubts import Doubt, doubts, worst
from controller.signage.wishes import Judge
from controller.studio import StudioAway
from controller.web.desk_of_notices import NoticesDesk
from controller.web.glasses import Glass, glasses
from controller.web.notice_form import Unfit, Writer, notice_in
from controller.web.uploads import upload_of
from controller.web.verdict_wording import verdict_names
from media.playlist.preview import Look, PreviewSeen

VERDICT = "notices/verdict.html"

TO_COME = "…"
"""Stands for what is not written yet."""


@dataclass(frozen=True, slots=True)
class PreviewPage:
    """Draws what stands in the form, and judges what was kept."""

    desk: NoticesDesk

    def draw(self, template: str) -> ResponseReturnValue:
        """Answer with the picture of what is in the form, and what is to be said of it."""
        if template not in set(Template):
            abort(404)
        try:
            notice = self._written(Template(template))
        except Unfit as unfit:
            return jsonify(html=render_template(VERDICT, unfit=unfit))
        glass = self._glass()
        look = self._look(notice, glass)
        look = replace(
            look, page=request.form.get("page", 0, type=int), is_calling="calling" in request.form
        )
        try:
            seen, picture = self.desk.signage.studio.drawn(notice.item, look)
        except StudioAway:
            return jsonify(html=render_template(VERDICT, is_away=True))
        return jsonify(_told(seen, picture, glass))

    def judge(self, notice: Notice, who: str) -> None:
        """Keep beside the notice what people will not read of it, as soon as that is known."""
        gevent.spawn(self._judge, notice, who)

    def glasses(self) -> tuple[Glass, ...]:
        """Return the screens on which a notice may be looked at."""
        return glasses(self.desk.presence.seen())

    def _written(self, template: Template) -> Notice:
        writer = Writer(current_user.name, self.desk.wall())
        upload = upload_of(request.form.get("file", ""))
        return notice_in(_with_dots(request.form), template, writer, upload)

    def _glass(self) -> Glass:
        known, wanted = self.glasses(), request.form.get("glass", "")
        return next((each for each in known if each.key == wanted), known[0])

    def _look(self, notice: Notice, glass: Glass) -> Look:
        film = next((each for each in notice.assets if each.family == "video"), None)
        wall = self.desk.wall().replace(second=0, microsecond=0)
        return Look(glass.screen, wall, film_seconds=None if film is None else film.seconds)

    def _judge(self, notice: Notice, who: str) -> None:
        publisher, log = self.desk.signage.publisher, structlog.get_logger()
        try:
            found = self._doubts(notice)
            draft = publisher.drafts().drafts.get(notice.id)
            if draft is not None and draft.notice == notice and found != draft.doubts:
                publisher.carry_out(Judge(notice.id, draft.seq, found), who)
        except StudioAway as away:
            log.warning("notice_not_judged", notice=notice.id, why=str(away))
        except Declined as declined:  # it was changed meanwhile, and will be judged anew
            log.info("notice_not_judged", notice=notice.id, why=str(declined))

    def _doubts(self, notice: Notice) -> tuple[Doubt, ...]:
        """Return the worst of all screens that show it: of each language its first page."""
        found: list[Doubt] = []
        for glass in self._shown_on(notice):
            pages, at = [0], 0
            while at < len(pages):
                look = replace(self._look(notice, glass), page=pages[at])
                seen, _ = self.desk.signage.studio.drawn(notice.item, look)
                found += doubts(seen, glass.screen, glass.name)
                pages, at = pages if at else _first_pages(seen), at + 1
        return worst(found)

    def _shown_on(self, notice: Notice) -> tuple[Glass, ...]:
        """Return its screens, each kind once: what hangs alike shows the same."""
        screens = notice.where.screens
        chosen = [each for each in self.glasses() if not screens or each.name in screens]
        kinds = {each.screen: each for each in chosen if each.name}
        return tuple(kinds.values())


def _with_dots(form: MultiDict[str, str]) -> MultiDict[str, str]:
    """Return the form with dots for what is written in one language of signs, not in the other."""
    whole = MultiDict(form)
    for name in ("title", "text", "place"):
        empty = [each for each in ("ar", "fr") if not form.get(f"{name}_{each}", "").strip()]
        if len(empty) == 1:
            whole[f"{name}_{empty[0]}"] = TO_COME
    return whole


def _told(seen: PreviewSeen, picture: bytes, glass: Glass) -> Mapping[str, object]:
    found = doubts(seen, glass.screen, glass.name)
    missing = set(glass.screen.written) - {each.language for each in seen.pages}
    html = render_template(
        VERDICT, seen=seen, glass=glass, doubts=found, missing=missing, **verdict_names()
    )
    data = b64encode(picture).decode()
    return {
        "html": html,
        "picture": f"data:{seen.mime};base64,{data}" if picture else "",
        "page": seen.page,
        "pages": [each.language for each in seen.pages],
        "width_mm": glass.width_mm,
        "distance_mm": glass.screen.distance_mm,
    }


def _first_pages(seen: PreviewSeen) -> list[int]:
    """Return the page on which each language begins; the first where there is none."""
    languages = [each.language for each in seen.pages]
    return [languages.index(each) for each in dict.fromkeys(languages)] or [0]
