"""What watches over the controller asks here."""

from flask import Blueprint, Flask, Response, jsonify
from flask.typing import ResponseReturnValue

from controller.reception import JournalError, Reception
from controller.web.metrics import Metrics
from controller.web.problems import refusal


def register(app: Flask, reception: Reception, metrics: Metrics) -> None:
    """Add `/health` (JSON) and `/metrics` (Prometheus)."""
    blueprint = Blueprint("health", __name__)

    @blueprint.get("/health")
    def health() -> ResponseReturnValue:
        try:
            seq, waiting = reception.read(lambda hall, _: (hall.seq, hall.waiting))
        except JournalError as error:
            return refusal(503, "try_again", str(error))
        if reception.trouble is not None:
            return refusal(503, "try_again", reception.trouble)
        return jsonify(status="ok", seq=seq, waiting=waiting)

    @blueprint.get("/metrics")
    def figures() -> ResponseReturnValue:
        return Response(metrics.text(), mimetype="text/plain; version=0.0.4")

    app.register_blueprint(blueprint)
