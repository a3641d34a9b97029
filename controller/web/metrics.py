"""Figures for a monitoring program, in Prometheus' text format."""

from collections.abc import Callable

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest


class Metrics:
    """What the controller counts of itself. One per application, so that tests do not mix."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        self.commands = Histogram(
            "nouba_command_seconds",
            "Time to decide, commit and apply a command",
            ["command"],
            registry=self._registry,
            buckets=(0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.5, 2),
        )
        self.refusals = Counter(
            "nouba_refusals", "Commands refused, by code", ["code"], registry=self._registry
        )
        self._gauges: dict[str, Gauge] = {}

    def watch(self, name: str, told: str, measure: Callable[[], float]) -> None:
        """Report what `measure` returns whenever somebody asks."""
        gauge = Gauge(name, told, registry=self._registry)
        gauge.set_function(measure)
        self._gauges[name] = gauge

    def text(self) -> bytes:
        """Return all figures."""
        return generate_latest(self._registry)
