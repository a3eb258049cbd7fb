"""What stands round the stories of a made-up site: stewards, letters, panels, barriers, events."""

import datetime as dt
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from site_builder.read.types.fields.dates import Quarter
from tests.bench.site_files import MISSIONS, write_item

BARRIER_KINDS = ("kit", "rules", "data", "money", "skills", "culture")
ENOUGH_FOR_A_BARRIER = 50
"""There is one barrier for so many stories."""

Item = tuple[str, dict[str, Any]]
"""The path of a file without its ending, and its front matter."""


def barrier_slug(number: int) -> str:
    """Return the slug of a barrier by its number."""
    return f"barrier-{number:03}"


def barriers_for(stories: int) -> int:
    """Return how many barriers a site of a number of stories has."""
    return max(2, stories // ENOUGH_FOR_A_BARRIER)


def write_record(target: Path, stories: int, quarters: Sequence[Quarter]) -> None:
    """Write all that is not a story or a council, for the quarters of a site."""
    for items in (_barriers(stories), _stewards(), _letters(quarters), _panels(quarters)):
        for path, head in items:
            write_item(target, path, {**head, "illustrative": True}, "Made up.\n")
    for path, head in _events(quarters):
        write_item(target, path, {**head, "illustrative": True}, "Made up.\n")


def _barriers(stories: int) -> Iterator[Item]:
    for number in range(barriers_for(stories)):
        named_on = dt.date(2020, 1, 1) + dt.timedelta(days=number)
        yield (
            f"barriers/{barrier_slug(number)}",
            {
                "title": f"Barrier {number} of a made-up record",
                "summary": "Something stood in the way of every visit.",
                "kind": BARRIER_KINDS[number % len(BARRIER_KINDS)],
                "named_by": "The people who do the work",
                "named_on": named_on.isoformat(),
                "state": "owned" if number % 2 else "named",
                **({"owner": "The lead official"} if number % 2 else {}),
            },
        )


def _stewards() -> Iterator[Item]:
    for mission in MISSIONS:
        head = {
            "name": f"The steward for {mission}",
            "summary": "A made-up steward.",
            "role": "Lead official",
            "kind": "other",
            "missions": [mission],
            "from": "2020-01-01",
        }
        yield f"stewards/{mission}-steward", head


def _letters(quarters: Sequence[Quarter]) -> Iterator[Item]:
    for mission in MISSIONS:
        earlier: dict[str, str] = {}
        for year in sorted({quarter.year for quarter in quarters}):
            slug = f"{mission}-{year}"
            yield (
                f"mandate-letters/{slug}",
                {
                    "title": f"Letter of {year}: {mission}",
                    "summary": "A made-up letter.",
                    "to": f"{mission}-steward",
                    "from": "The chair",
                    "date": f"{year}-01-15",
                    "missions": [mission],
                    "asks": [{"text": f"Do one thing more in {year}."}, {"text": "Say so."}],
                    **earlier,
                },
            )
            earlier = {"supersedes": slug}


def _panels(quarters: Sequence[Quarter]) -> Iterator[Item]:
    for number, quarter in enumerate(quarters):
        day = dt.date(quarter.year, quarter.number * 3, 1).isoformat()
        yield (
            f"deliberations/panel-{quarter.slug}",
            {
                "title": f"The panel of {quarter.label}",
                "summary": "A made-up panel.",
                "mission": MISSIONS[number % len(MISSIONS)],
                "kind": "citizens-panel",
                "convened_by": "The chair",
                "question": "What would help most?",
                "phases": [{"name": "All of it", "starts": day, "ends": day}],
                "sessions": [
                    {"id": "only", "title": "The only session", "held_on": day, "venue": "A hall"}
                ],
                "recommendations": [
                    {"id": "one", "text": "Do one more thing.", "response": "pending"}
                ],
            },
        )


def _events(quarters: Sequence[Quarter]) -> Iterator[Item]:
    for number, quarter in enumerate(quarters):
        yield (
            f"events/evening-{quarter.slug}",
            {
                "title": f"The open evening of {quarter.label}",
                "summary": "A made-up evening.",
                "held_on": dt.date(quarter.year, quarter.number * 3, 5).isoformat(),
                "venue": "A hall",
                "mission": MISSIONS[number % len(MISSIONS)],
            },
        )
