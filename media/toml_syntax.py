"""Where a file stops being TOML, and why, in words for somebody who writes no programs."""

from media.toml_words import cut

REASONS = (
    ("Invalid value", "a value is missing or misspelt: texts stand in quotation marks"),
    ("Invalid initial character for a key", "a name must stand here, then =, then its value"),
    ("Expected '=' after a key", "= is missing after the name"),
    ("Expected ']]'", "]] is missing"),
    ("Invalid statement", "a name must begin the line, or a [section]"),
    ("Expected ']'", "a ] is missing"),
    ("Expected newline", "something stands behind the value, or a quotation mark is missing"),
    ("Unclosed array", "a ] is missing, or a comma between two values"),
    ("Unclosed inline table", "a } is missing, or a comma between two values"),
    ("Unterminated string", "a quotation mark is missing"),
    ("Illegal character", "a quotation mark is missing, or a letter stands there that cannot"),
    ("Unescaped '\\'", "write \\\\ for \\ in a text"),
    ("Invalid date", "there is no such day or time"),
    ("Cannot declare", "this section stands there twice"),
    ("Cannot overwrite", "this name stands there twice in its section"),
    ("Duplicate inline table key", "a name stands there twice between { and }"),
    ("Exceeds the limit", "this number is too long"),
    ("maximum recursion", "too many brackets stand inside one another"),
    ("Cannot mutate immutable", "this section was written between { and } before"),
)
"""What each message of the standard reader means, by its beginning."""

OTHERWISE = "this cannot be read"


def broken(text: str, error: str) -> tuple[int, str]:
    """Return the line (from 1), and what is wrong there, of a reader's `… (at line 3, …)`."""
    message, _, place = error.partition(" (at ")
    words = place.replace(",", "").removeprefix("line ").split()
    lines = text.splitlines()
    number = int(words[0]) if words and words[0].isdigit() else max(1, len(lines))
    reason = next((told for start, told in REASONS if message.startswith(start)), OTHERWISE)
    written = lines[number - 1].strip() if number <= len(lines) else ""
    return number, f"{reason} (found: {cut(written)})" if written else reason
