"""The text of a ledger with lines added: each in its place, none lost, and none twice."""

from collections.abc import Mapping, Sequence

from site_builder.read.ledger_lines import place_of

Key = tuple[str, str]
"""An address and an id, which make a line what it is and put it in order."""


def with_lines(text: str, wanted: Mapping[Key, str]) -> str:
    """Return the text of a ledger with lines in it, in order; what it says already stays there.

    A comment stays with the line below it, and those at the head of the file stay there.
    """
    end = "\r\n" if "\r\n" in text else "\n"
    head, there, foot = _parts(text.replace("\r\n", "\n"))
    lines: dict[Key, tuple[Sequence[str], str]] = {}
    for above, line in there:
        key = place_of(line)
        before, _ = lines.get(key, ((), ""))
        lines[key] = (*before, *above), wanted.get(key, line)
    for key, line in wanted.items():
        lines.setdefault(key, ((), line))
    body = [one for _, (above, line) in sorted(lines.items()) for one in (*above, line)]
    return "".join(f"{line}{end}" for line in (*head, *body, *foot))


def _parts(text: str) -> tuple[list[str], list[tuple[list[str], str]], list[str]]:
    """Return what stands above all lines, each line with what stands above it, and the rest."""
    lines = text.removesuffix("\n").split("\n") if text else []
    head: list[str] = []
    there: list[tuple[list[str], str]] = []
    above: list[str] = []
    for line in lines:
        if line.strip() and not line.startswith("#"):
            if not there:
                head, above = above, []
            there.append((above, line))
            above = []
        else:
            above.append(line)
    return (head, there, above) if there else (above, [], [])
