"""The code of a ticket that an agent gives: who gets no paper follows it on a telephone."""

from collections.abc import Callable
from datetime import date

from flask import Blueprint, Flask, Response, abort
from flask_login import login_required

from controller.web.follow_code import FollowCodes
from controller.web.qr import qr_svg


def register(app: Flask, codes: FollowCodes, today: Callable[[], date]) -> None:
    """Add `/agent/code/<code>`, a picture, for whoever of the staff has signed in."""
    blueprint = Blueprint("given_ticket", __name__)

    @blueprint.get("/agent/code/<code>")
    @login_required
    def picture(code: str) -> Response:
        ticket = codes.ticket(code, today())
        if ticket is None:
            abort(404)
        drawn = qr_svg(codes.url(ticket, today()), ticket)
        return Response(drawn, mimetype="image/svg+xml")

    app.register_blueprint(blueprint)
