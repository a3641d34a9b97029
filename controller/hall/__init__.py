"""The reception hall, as pure Python: no clock, no database, no network.

Commands go in, events come out. Everything else in the controller is here to
carry the commands in and the events out.
"""

from controller.hall.hall import Hall, ImpossibleEvent

__all__ = ["Hall", "ImpossibleEvent"]
