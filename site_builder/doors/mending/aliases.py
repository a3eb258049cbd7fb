"""Earlier names, written into the front matter of a file without touching anything else in it."""

from collections.abc import Sequence

from site_builder.read.problems import Position
from site_builder.read.source import Loc, Source


def with_aliases(
    written: str,
    source: Source,
    has: Sequence[str],
    wanted: Sequence[str],
    within: Loc = (),
) -> str | None:
    """Return the text of a file with more names under `aliases`.

    `written` is the file as it is on the disk, `source` as it was read; `within` is the entry of a
    register, and nothing for the front matter of an item. Returns nothing where the
    names that it has would have to change their order, or where its lines end in several ways:
    then it is for its author to do.
    """
    end, bom = _end_of_lines(written), "\ufeff" * written.startswith("\ufeff")
    lines = source.text.split("\n")
    is_done = end is not None and (
        _added(lines, source, has, wanted, within) if has else _begun(lines, source, wanted, within)
    )
    return bom + (end or "").join(lines) if is_done else None


def _end_of_lines(text: str) -> str | None:
    """Return how every line of a text ends, or nothing when they differ."""
    marked = text.count("\r\n")
    if marked not in (0, text.count("\n")):
        return None
    return "\r\n" if marked else "\n"


def _begun(lines: list[str], source: Source, wanted: Sequence[str], within: Loc) -> bool:
    """Put a list of names at the end of front matter that has none, or first in an entry."""
    if within:
        return _begun_in_entry(lines, source, wanted, within)
    if any(line.startswith("aliases") for line in source.fields.split("\n")):
        return False
    last = source.position(source.yaml_end).line
    lines.insert(last - 1, f"aliases: [{', '.join(wanted)}]")
    return True


def _begun_in_entry(lines: list[str], source: Source, wanted: Sequence[str], within: Loc) -> bool:
    """Put a list of names before the fields of an entry, in whichever form it is written."""
    at, names = source.position_of(within), f"aliases: [{', '.join(wanted)}]"
    rest = _rest(lines, at)
    if rest.startswith("{") and not rest.startswith("{}"):
        _insert_in_line(lines, at, "{", f"{names}, ")
        return True
    before = lines[at.line - 1][: at.column - 1]
    has_list = source.position_of((*within, "aliases"), of_key=True) != at
    if before.strip() or has_list:
        return False
    lines.insert(at.line - 1, f"{before}{names}")
    return True


def _added(
    lines: list[str], source: Source, has: Sequence[str], wanted: Sequence[str], within: Loc
) -> bool:
    """Put names before and after those of a list, in whichever form it is written."""
    start = wanted.index(has[0]) if has[0] in wanted else -1
    end = start + len(has)
    if start < 0 or list(wanted[start:end]) != list(has):
        return False
    before, after = wanted[:start], wanted[end:]
    own = (*within, "aliases")
    first, last = (source.position_of((*own, at)) for at in (0, len(has) - 1))
    opening = _rest(lines, source.position_of(own))
    if opening.startswith("["):
        _insert_in_line(lines, last, has[-1], "".join(f", {name}" for name in after))
        _insert_in_line(lines, first, "", "".join(f"{name}, " for name in before))
    elif opening.startswith("-"):
        dash = lines[first.line - 1][: first.column - 1]
        lines[last.line : last.line] = [dash + name for name in after]
        lines[first.line - 1 : first.line - 1] = [dash + name for name in before]
    return opening.startswith(("[", "-"))


def _rest(lines: list[str], at: Position) -> str:
    return lines[at.line - 1][at.column - 1 :]


def _insert_in_line(lines: list[str], at: Position, after: str, text: str) -> None:
    """Put text behind a name, which may stand in quotation marks, or at its beginning."""
    line, column = lines[at.line - 1], at.column - 1
    if after:
        column += len(after) + 2 * (line[column] in "\"'")
    lines[at.line - 1] = line[:column] + text + line[column:]
