"""Make a site of any number of stories, the same for the same number on any machine.

    python -m tests.bench.synthetic TARGET --stories 2000

Stories are spread over five years; in each quarter a council tells some of them, makes promises
and says what became of the promises before. Places, partners and barriers grow with the stories.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from typing import Any

import click

from site_builder.read.types.fields.dates import Quarter
from tests.bench.site_files import (
    MISSIONS,
    PRINCIPLES,
    partner_slugs,
    place_slugs,
    write_item,
    write_scenery,
)
from tests.bench.synthetic_record import barrier_slug, barriers_for, write_record

FIRST_DAY = dt.date(2020, 1, 1)
DAYS = 5 * 365
TOLD = 5
"""How many stories a council tells."""
STATES = ("under-way", "kept", "changed", "dropped")

_VOCABULARY = (
    "nurses neighbours homes streets visits calls evenings councils gardens buses schools repairs "
    "waiting rooms letters doors lights families engineers records kitchens meetings found asked "
    "changed carried opened mended shared kept wrote counted listened moved started stopped grew "
    "slowly often again together early every other small warm plain quiet local former shared near "
    "the a of and to in for with by from before after because while where when who that which"
)
_WORDS = tuple(_VOCABULARY.split())


def write_synthetic_site(target: Path, stories: int) -> None:
    """Write a whole site of a number of stories into a folder."""
    places, partners = 12 + stories // 40, 8 + stories // 20
    write_scenery(target, places=places, partners=partners)
    told: dict[Quarter, list[int]] = {}
    for number in range(stories):
        write_item(
            target,
            f"case-studies/{story_slug(number)}",
            _story(number, stories, place_slugs(places), partner_slugs(partners)),
            _body(number, stories),
        )
        told.setdefault(Quarter.of(_date(number, stories)), []).append(number)
    for number, (quarter, numbers) in enumerate(sorted(told.items())):
        previous = sorted(told)[number - 1] if number else None
        write_item(
            target, f"council/{quarter.slug}", _council(quarter, previous, numbers), "Minutes.\n"
        )
    write_record(target, stories, sorted(told))


def story_slug(number: int) -> str:
    """Return the slug of a story by its number."""
    return f"story-{number:05}"


def _date(number: int, stories: int) -> dt.date:
    return FIRST_DAY + dt.timedelta(days=number * DAYS // stories)


def _story(
    number: int, stories: int, places: Sequence[str], partners: Sequence[str]
) -> dict[str, Any]:
    chance = Random(number)
    return {
        "title": f"Story {number}: {_phrase(chance, 4)}",
        "summary": f"In story {number} {_sentence(chance)}",
        "date": _date(number, stories).isoformat(),
        "mission": MISSIONS[number % len(MISSIONS)],
        "also_missions": [MISSIONS[(number + 2) % len(MISSIONS)]] if number % 3 == 0 else [],
        "place": chance.choice(places),
        "partners": chance.sample(partners, 3),
        "principles": [
            {"principle": one, "how": _sentence(chance)} for one in chance.sample(PRINCIPLES, 2)
        ],
        "need": _sentence(chance),
        "change": _sentence(chance),
        "barriers": [barrier_slug(number % barriers_for(stories))] if number % 2 else [],
        "changes": list(_changes(number, stories)),
        "learning": {name: _sentence(chance) for name in ("tried", "happened", "next", "unknown")},
        "outcomes": [{"text": _sentence(chance), "value": number, "unit": "homes", "source": "1"}],
        "sources": [{"id": "1", "title": "A made-up report", "url": "https://example.org/report"}],
    }


def _changes(number: int, stories: int) -> Iterator[dict[str, Any]]:
    """Yield a correction for every fourth story, a week after it was published."""
    if number % 4 == 0:
        day = _date(number, stories) + dt.timedelta(days=7)
        yield {"date": day.isoformat(), "note": "A figure was put right.", "kind": "correction"}


def _body(number: int, stories: int) -> str:
    """Return about 500 words with the Markdown that authors use most."""
    chance = Random(f"body {number}")
    onward = f"[the next story]({story_slug((number + 1) % stories)}.md)"
    mission = f"[the mission](../missions/{MISSIONS[number % len(MISSIONS)]}.md)"
    return "\n\n".join(
        (
            "## How it began",
            _paragraph(chance),
            f"See {onward} and {mission}. {_paragraph(chance)}",
            "\n".join(f"- **{_phrase(chance, 2)}**: {_sentence(chance)}" for _ in range(4)),
            "## What was done",
            _paragraph(chance),
            f"> {_sentence(chance)}",
            "| Street | Homes |\n|:--|--:|\n"
            + "\n".join(f"| Street {n} | {n} |" for n in range(4)),
            "### What came of it",
            _paragraph(chance),
            f"{_sentence(chance)} A [report](https://example.org/{number}) tells *more*.\n",
        )
    )


def _council(quarter: Quarter, previous: Quarter | None, numbers: Sequence[int]) -> dict[str, Any]:
    told = [story_slug(number) for number in numbers[:TOLD]]
    held_on = dt.date(quarter.year, quarter.number * 3, 20)
    return {
        "quarter": str(quarter),
        "summary": "A made-up meeting that made a promise for each mission.",
        "illustrative": True,
        "held_on": held_on.isoformat(),
        "chair": "The chair",
        "state": "agreed",
        "agenda": [{"item": f"What was done for {one}", "mission": one} for one in MISSIONS],
        "case_studies": told,
        "commitments": [
            {
                "id": _commitment(quarter, mission),
                "text": f"Do one more thing for {mission}.",
                "owner": "The lead official",
                "mission": mission,
                "due": str(quarter.year + 1),
            }
            for mission in MISSIONS
        ],
        "commitment_updates": list(_updates(previous, told)) if previous else [],
    }


def _updates(previous: Quarter, told: Sequence[str]) -> Iterator[dict[str, Any]]:
    for mission, state, story in zip(MISSIONS, STATES, told, strict=False):
        yield {
            "commitment": _commitment(previous, mission),
            "state": state,
            "note": "What became of it.",
            "case_study": story,
        }


def _commitment(quarter: Quarter, mission: str) -> str:
    return f"{quarter.slug}-{mission}"


def _phrase(chance: Random, words: int) -> str:
    return " ".join(chance.choices(_WORDS, k=words))


def _sentence(chance: Random) -> str:
    return f"{_phrase(chance, chance.randint(8, 16)).capitalize()}."


def _paragraph(chance: Random) -> str:
    return " ".join(_sentence(chance) for _ in range(7))


@click.command()
@click.argument("target", type=click.Path(file_okay=False, path_type=Path))
@click.option("--stories", default=2000, show_default=True, help="How many stories to make.")
def main(target: Path, stories: int) -> None:
    """Write a made-up site of a number of stories into the folder TARGET."""
    write_synthetic_site(target, stories)
    click.echo(f"{target}: {stories:,} stories")


if __name__ == "__main__":
    main()
