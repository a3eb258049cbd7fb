"""The rules as a page of the handbook."""

from collections.abc import Iterator, Sequence

from site_builder.check.rules.catalogue import GROUPS, OTHERS
from site_builder.check.rules.rule import Rule

_HEAD = """\
# Rules of writing

These rules are about how a text is written.
An error stops a build, a warning stops it under `--strict`, and a hint never does.
`missions check` shows hints after everything else, and a build does not look for them.
How to set a rule for a site, and how to allow one at a line, stands in
[What the check asks of a text](../authors/rules.md)."""

_OTHERS = """\
## Other rules that can be set

These are warnings or hints where a site does not say otherwise."""

_NAMES = {"cy": "Welsh", "en": "English"}


def rules_page() -> str:
    """Return the page of all rules that a site can set."""
    others = [(f"`{rule}`", asks) for rule, asks in OTHERS.items()]
    groups = (part for name, rules in GROUPS.items() for part in _group(name, rules))
    return "\n\n".join([_HEAD, *groups, _OTHERS, as_table(("Rule", "What it asks"), others)])


def _group(name: str, rules: Sequence[Rule]) -> Iterator[str]:
    """Yield the section of the rules about one subject."""
    rows = [(f"`{one.id}`", one.grade, one.asks, _judged(one), one.because) for one in rules]
    yield f"## {name}"
    yield as_table(("Rule", "Grade", "What it asks", "Languages", "What it rests on"), rows)


def _judged(rule: Rule) -> str:
    return " and ".join(sorted(_NAMES[one] for one in rule.languages)) or "any"


def as_table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return rows as a table of Markdown."""
    lines = [head, ["---"] * len(head), *rows]
    cells = ([text.replace("|", "\\|").replace("<", "&lt;") for text in line] for line in lines)
    return "\n".join("| " + " | ".join(line) + " |" for line in cells)
