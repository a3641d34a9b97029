"""How long a text is shown that changes by itself."""

CHARACTERS_PER_SECOND = 10.0
"""A slow reader's pace: about 100 words a minute, two thirds of that of subtitles (BBC: 160)."""

FINDING_SECONDS = 3.0
"""What it takes to notice that the page has changed and to find its first word."""

LEAST_SECONDS = 8.0


def reading_seconds(text: str) -> float:
    """Return how many seconds a slow reader needs for a text."""
    return max(LEAST_SECONDS, FINDING_SECONDS + len(text) / CHARACTERS_PER_SECOND)
