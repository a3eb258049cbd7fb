"""Stewards and mandate letters made for tests, added to the small site."""

from collections.abc import Sequence

from tests.compose.stories import quoted
from tests.conftest import SiteFolder

COUNCIL = "content/council/2025-q1.md"
BODY = """\
Dear colleague,

You answer for the mission in public. Nobody should wait long for care.

- Write to us each quarter.
"""


def write_steward(
    site: SiteFolder,
    slug: str = "ann",
    *,
    missions: str = "health",
    extra: str = "",
    body: str = "",
) -> str:
    """Write a steward and return the path of the file; `extra` is more front matter."""
    path = f"content/stewards/{slug}.md"
    head = f"name: Steward {slug}\nsummary: Steward {slug} answers for a mission.\n"
    head += f"role: The minister called {slug}\nkind: minister\nmissions: [{missions}]\n"
    start = "" if extra.startswith("from:") else "from: 2024-07-05\n"
    site.write(path, f"---\n{head}{start}{extra}{chr(10) if extra else ''}---\n{body}\n")
    return path


def write_letter(
    site: SiteFolder,
    slug: str = "first",
    *,
    to: str = "ann",
    date: str = "2024-09-02",
    missions: str = "health",
    asks: Sequence[str] = ("Answer the telephone at night.",),
    principle: str = "solving-together",
    extra: str = "",
    body: str = BODY,
) -> str:
    """Write a letter and return the path of its file; the first ask has the principle."""
    path = f"content/mandate-letters/{slug}.md"
    head = f"title: Letter {slug}\nsummary: Letter {slug} asks for a few things.\nto: {to}\n"
    head += f"from: The head of the government\ndate: {date}\nmissions: [{missions}]\nasks:\n"
    named = [f", principle: {principle}" if principle else "", *[""] * (len(asks) - 1)]
    lines = (f"  - {{text: {quoted(ask)}{of}}}\n" for ask, of in zip(asks, named, strict=True))
    more = f"{extra}{chr(10) if extra else ''}"
    site.write(path, f"---\n{head}{''.join(lines)}{more}---\n{body}")
    return path


def attend(site: SiteFolder, entry: str, council: str = COUNCIL) -> None:
    """Add somebody to those who came to a council; `entry` is a mapping in YAML."""
    site.edit(council, "chair:", f"attendance:\n  - {entry}\nchair:")


def write_stewardship(site: SiteFolder) -> None:
    """Write a steward, the one before, a letter to each of which one replaced the other."""
    write_steward(site, body="Ann was a nurse. See [health](../missions/health.md).")
    write_steward(site, "bob", extra="from: 2023-01-09\nuntil: 2024-07-04")
    write_letter(
        site,
        "first",
        to="bob",
        date="2024-01-15",
        asks=("Answer the telephone at night.", "Meet in public each year.", "Buy a new desk."),
    )
    write_letter(
        site,
        "second",
        asks=(
            "Meet in public each quarter.",
            "Say what is not known.",
            "Answer the telephone at night.",
        ),
        extra="supersedes: first",
        body=BODY.replace("each quarter", "each month").replace("Dear colleague,", "Dear Ann,"),
    )
    attend(site, "{role: The minister for health, steward: ann}")
