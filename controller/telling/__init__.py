"""What happened, in the words of its reader: on pages, and on the command line."""

from controller.telling.names import Names
from controller.telling.naming import Naming

__all__ = ["Names", "Naming"]
