"""The story of one ticket: what happened to it, and why others were called before it."""

from controller.story.line import Line, Value, Values
from controller.story.telling import signed, story

__all__ = ["Line", "Value", "Values", "signed", "story"]
