"""Barriers made for tests: whole and right, and as many as a test asks for."""

from tests.conftest import SiteFolder

HEAD = """\
---
title: {title}
summary: {title} stood in the way of everybody.
kind: {kind}
named_by: The night nurses
named_on: {named_on}
state: {state}
"""


def barrier(
    title: str,
    *,
    kind: str = "rules",
    state: str = "named",
    named_on: str = "2025-01-10",
    extra: str = "",
) -> str:
    """Return the Markdown of a barrier; `extra` is more front matter."""
    head = HEAD.format(title=title, kind=kind, state=state, named_on=named_on)
    return f"{head}{extra}{chr(10) if extra else ''}---\nA body about {title}.\n"


def write_barrier(site: SiteFolder, slug: str, title: str, **parts: str) -> str:
    """Write a barrier and return the path of its file."""
    path = f"content/barriers/{slug}.md"
    site.write(path, barrier(title, **parts))
    return path


def ran_into(*slugs: str) -> str:
    """Return the front matter of a story that ran into some barriers."""
    return f"barriers: [{', '.join(slugs)}]"
