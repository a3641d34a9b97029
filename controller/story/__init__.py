"""The story of one ticket: what happened to it, and why others were called before it."""

from controller.story.line import Line, Value
from controller.story.telling import story

__all__ = ["Line", "Value", "story"]
