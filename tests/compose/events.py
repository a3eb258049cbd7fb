"""Events and items of every other kind made for tests: each right, and as short as can be."""

from collections.abc import Mapping

from site_builder.read.types import Kind
from tests.conftest import SiteFolder

EVENT = "title: {title}\nsummary: Come and ask.\nheld_on: 2025-05-20\nvenue: A hall\n"
STEWARD = "name: A steward\nsummary: S.\nrole: R\nkind: other\nmissions: [health]\nfrom: 2025-01-01"
FIELDS: Mapping[str, str] = {
    "mission": "title: {title}\nsummary: S.\nstatement: S.",
    "principle": "title: {title}\nsummary: S.",
    "case study": """title: {title}
summary: S.
date: 2025-03-05
mission: health
place: leeds
partners: [leeds-city-council]
principles: [{{principle: solving-together, how: They did.}}]
need: A need.
change: A change.
learning: {{tried: T., happened: H., next: N., unknown: U.}}
sources: [{{id: 1, title: A made-up diary, url: "https://example.org/diary"}}]""",
    "council summary": """quarter: {quarter}
summary: S.
held_on: 2025-09-25
chair: "{title}"
state: agreed
agenda: [{{item: Care}}]
case_studies: []""",
    "steward": STEWARD.replace("A steward", "{title}"),
    "mandate letter": """title: {title}
summary: S.
to: somebody
from: Somebody
date: 2025-01-02
missions: [health]
asks: [{{text: Ask.}}]""",
    "deliberation": """title: {title}
summary: S.
mission: health
kind: workshop
convened_by: Somebody
question: What?
phases: [{{name: All of it, starts: 2025-01-02, ends: 2025-01-03}}]""",
    "barrier": """title: {title}
summary: S.
kind: rules
named_by: Somebody
named_on: 2025-01-02
state: named""",
    "event": f"{EVENT}mission: health",
    "page": "title: {title}\nsummary: S.",
}
"""The front matter of an item of each kind; a slug of a council is its quarter."""


def slugs_of(kind: Kind) -> tuple[str, str, str]:
    """Return three slugs that files of a kind can have."""
    if kind.name == "council summary":
        return "2025-q3", "2025-q4", "2026-q1"
    return "one", "two", "three"


def write_item(site: SiteFolder, kind: Kind, slug: str, extra: str = "") -> None:
    """Write an item of any kind, called "The canary"; `extra` is more front matter."""
    fields = FIELDS[kind.name].format(title="The canary", quarter=slug.upper())
    site.write(f"content/{kind.source}/{slug}.md", f"---\n{fields}\n{extra}\n---\nWords.\n")
    site.write("content/stewards/somebody.md", f"---\n{STEWARD}\n---\nWords.\n")


def write_event(site: SiteFolder, slug: str, extra: str = "", *, title: str = "An event") -> None:
    """Write an event; `extra` is more front matter, which takes the place of what is there."""
    given = {line.partition(":")[0] for line in extra.splitlines()}
    lines = EVENT.format(title=title).splitlines()
    fields = [line for line in lines if line.partition(":")[0] not in given]
    text = "\n".join(("---", *fields, *extra.splitlines(), "---", "Bring a question.", ""))
    site.write(f"content/events/{slug}.md", text)
