"""Deliberations made for tests: whole and right, with every sort of answer."""

from tests.conftest import SiteFolder

PANEL = "content/deliberations/warm-panel.md"
"""The file of the deliberation that `write_panel` writes."""

HEAD = """\
---
title: A panel on warm homes
summary: Tenants thought through which homes come first, and four things were asked for.
mission: clean-energy
kind: citizens-panel
convened_by: The city council
question: Which homes should be made warm first?
phases:
  - {name: Learning, starts: 2024-10-05, ends: 2024-10-26}
  - {name: Deciding, starts: 2025-01-18, ends: 2025-01-18}
participants:
  number: 36
  how_chosen: By lot from 4,000 letters.
  representative_of: The tenants of the city.
  support: Childcare, and a day's pay for each day.
sessions:
  - id: cold-homes
    title: What a cold home does
    held_on: 2024-10-05
    starts: "10:00"
    ends: "16:00"
    venue: Leeds Town Hall
    public:
      attend: There were seats for 40 visitors.
      recording: https://example.org/cold-home
  - {id: vote, title: The vote, held_on: 2025-01-18}
evidence:
  - {title: A made-up survey of draughts, url: "https://example.org/draughts", date: 2024-05}
  - {title: A talk by a glazier}
vision_statement: No child goes to bed in a coat.
dissent: Five members would have begun with the oldest people.
recommendations:
  - id: tenants-first
    text: Let tenants say which street comes next.
    support: 31 of 36 members.
    response: accepted
    commitment: second-street
  - id: one-number
    text: Have one number to call.
    response: partly
    reason: Each region has its own.
  - id: no-fee
    text: Charge nobody.
    support: Every member.
    response: declined
    reason: Nobody can pay.
  - {id: report, text: Report each year., response: pending}
mechanisms:
  - {title: Come to the tenants' table, how: It meets each spring., url: "https://example.org/table"}
"""


def write_panel(site: SiteFolder, extra: str = "illustrative: true", body: str = "A body.") -> str:
    """Write the deliberation into the small site and return the path of its file."""
    site.write(PANEL, f"{HEAD}{extra}\n---\n{body}\n")
    return PANEL


SHORT = """\
---
title: {title}
summary: People thought it through.
mission: {mission}
kind: workshop
convened_by: The city council
question: What next?
phases: [{{name: All of it, starts: {day}, ends: {day}}}]
{extra}
---
"""


def write_workshop(
    site: SiteFolder,
    slug: str,
    *,
    day: str = "2025-02-01",
    mission: str = "health",
    extra: str = "",
) -> None:
    """Write a deliberation with nothing but what it must have; `extra` is more front matter."""
    text = SHORT.format(title=f"Workshop {slug}", day=day, mission=mission, extra=extra)
    site.write(f"content/deliberations/{slug}.md", text)


def recommendations(**answers: int) -> str:
    """Return front matter with so many recommendations of each answer."""
    lines = ["recommendations:"]
    for answer, count in answers.items():
        reason = ", reason: So." if answer in ("declined", "partly") else ""
        lines += [
            f"  - {{id: {answer}-{number}, text: Ask., response: {answer}{reason}}}"
            for number in range(count)
        ]
    return "\n".join(lines)
