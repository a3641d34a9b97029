"""News from where they are written: feeds are visited, read, cleaned, and wait for an editor.

Knows no web and no SQL: the shelf (where items are kept), the network and the clock come in as
arguments. What reads strangers' files is imported by whoever needs it, for it takes its time.
"""

from controller.news.feed import Feed, NewsSettings
from controller.news.problem import FeedProblem, Problem

__all__ = ["Feed", "FeedProblem", "NewsSettings", "Problem"]
