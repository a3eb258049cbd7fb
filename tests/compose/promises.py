"""Promises made for tests: councils that make as many as asked, and what asks for one."""

from collections.abc import Iterable
from typing import Any

from site_builder.compose import compose
from site_builder.read.theme.theme import read_theme
from tests.conftest import SiteFolder

COUNCIL = """---
quarter: {quarter}
summary: A meeting.
held_on: {held_on}
chair: The chair
state: agreed
agenda: [{{item: Promises}}]
case_studies: []
{more}
---
Words.
"""
PANEL = """---
title: The warm street panel
summary: People from one street thought about warmth.
illustrative: true
mission: clean-energy
kind: citizens-panel
convened_by: The council of the town
question: Who should be asked first?
phases: [{{name: Meetings, starts: {starts}, ends: 2025-01-20}}]
recommendations:
  - id: neighbours-first
    text: Ask the neighbours.
    support: 31 of 36 members
    response: accepted
    commitment: {promise}
{more}
---
"""
BARRIER = """---
title: Nobody may share a key
summary: Keys are kept apart.
kind: rules
named_by: The night nurses
named_on: 2025-01-10
state: named
{more}
---
"""
QUARTER = "content/council/2025-q1.md"


def inputs_of(site: SiteFolder) -> dict[str, Any]:
    """Return the inputs of every file of a site, by its path."""
    settings = site.settings()
    outputs = compose(site.record(), settings, read_theme(settings.theme, settings.language))
    return {output.path: output.inputs for output in outputs}


def promise(id_: str, mission: str = "health") -> str:
    """Return the front matter of a promise."""
    return f"  - {{id: {id_}, text: Do {id_}., owner: The {id_} office, mission: {mission}}}"


def write_council(
    site: SiteFolder, slug: str, held_on: str, promises: Iterable[str] = (), more: str = ""
) -> str:
    """Write a council that makes some promises; return its path."""
    path, made = f"content/council/{slug}.md", "\n".join(promises)
    fields = f"commitments:\n{made}\n{more}" if made else more
    site.write(path, COUNCIL.format(quarter=slug.upper(), held_on=held_on, more=fields))
    return path


def write_promises(site: SiteFolder, count: int) -> None:
    """Write a council in the year before the others that makes so many promises for health."""
    made = [promise(f"number-{number:03}") for number in range(count)]
    write_council(site, "2024-q1", "2024-03-20", made)


def write_panel(
    site: SiteFolder,
    more: str = "",
    *,
    slug: str = "warm-street-panel",
    starts: str = "2024-11-05",
    promise: str = "second-street",
) -> str:
    """Write a deliberation of which a recommendation became a promise; return its path."""
    path = f"content/deliberations/{slug}.md"
    site.write(path, PANEL.format(promise=promise, starts=starts, more=more))
    return path


def write_barrier(site: SiteFolder, more: str = "") -> str:
    """Write a barrier that the promise of the small site is meant to remove; return its path."""
    path = "content/barriers/one-key.md"
    site.write(path, BARRIER.format(more=more))
    site.edit(QUARTER, "    due: 2025-06", "    due: 2025-06\n    barrier: one-key")
    return path
