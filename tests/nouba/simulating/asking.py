"""What is assumed, and what is read in the answer."""


def an_assumption(tmp_path, text: str) -> tuple[str, str]:
    mine = tmp_path / "mine.toml"
    mine.write_text(text)
    return "--assumptions", str(mine)


def cells_of(told, name: str) -> list[str]:
    """Return the cells of a row of the waits, without its name."""
    [line] = [each for each in told.output.splitlines() if each.startswith(f"│ {name} ")]
    return [cell.strip() for cell in line.split("│")[2:-1]]
