"""Write the files of a made-up site: settings, registers, missions, principles, any item."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

MISSIONS = ("clean-energy", "growth", "health", "opportunity", "safer-streets")
PRINCIPLES = (
    "deep-ownership",
    "empowering-public-servants",
    "orchestration",
    "solving-together",
)
_COLOURS = ("#00573f", "#7a2048", "#004f86", "#5b3a8c", "#7a3b00")
_NATIONS = ("England", "Scotland", "Wales", "Northern Ireland")
_KINDS = ("citizens", "civil-society", "local-government", "nhs", "research", "business")


def write_scenery(target: Path, *, places: int, partners: int) -> None:
    """Write all that stories refer to: settings, registers, missions and principles."""
    settings = {
        "site_name": "A made-up record",
        "site_description": "A record for trials and measurements.",
        "site_url": "https://record.example.org/",
        "docs_dir": "content",
        "theme": {"name": None},
        "plugins": ["missions"],
    }
    _write_yaml(target / "mkdocs.yml", settings)
    registers = target / "content" / "registers"
    _write_yaml(registers / "places.yml", {slug: _place(slug) for slug in place_slugs(places)})
    _write_yaml(registers / "partners.yml", {one: _partner(one) for one in partner_slugs(partners)})
    for number, slug in enumerate(MISSIONS):
        fields = {"statement": "Everybody has what they need.", "colour": _COLOURS[number]}
        write_item(target, f"missions/{slug}", _titled(slug) | fields, "What the mission is.\n")
    for slug in PRINCIPLES:
        write_item(target, f"principles/{slug}", _titled(slug), "What it means.\n")


def place_slugs(count: int) -> Sequence[str]:
    """Return the slugs of the first places of the register."""
    return [f"place-{number}" for number in range(1, count + 1)]


def partner_slugs(count: int) -> Sequence[str]:
    """Return the slugs of the first partners of the register."""
    return [f"partner-{number}" for number in range(1, count + 1)]


def write_item(target: Path, name: str, fields: Mapping[str, Any], body: str) -> Path:
    """Write a Markdown file below `content/` and return its path; the body is left untouched."""
    path = target / "content" / f"{name}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"---\n{_as_yaml(fields)}---\n{body}", "utf-8", newline="")
    return path


def _titled(slug: str) -> dict[str, Any]:
    title = slug.replace("-", " ").capitalize()
    return {"title": title, "summary": f"What {title.lower()} is about."}


def _place(slug: str) -> dict[str, Any]:
    number = int(slug.rsplit("-", 1)[1])
    nation = _NATIONS[number % len(_NATIONS)]
    place = {"name": f"Place {number}", "nation": nation, "region": f"Region {number % 9}"}
    # Three of four have coordinates, somewhere about the United Kingdom.
    at = {"lat": 50.5 + number * 37 % 80 / 10, "lon": -5 + number * 53 % 60 / 10}
    return place | (at if number % 4 else {})


def _partner(slug: str) -> dict[str, Any]:
    number = int(slug.rsplit("-", 1)[1])
    return {"name": f"Partner {number}", "kind": _KINDS[number % len(_KINDS)]}


def _write_yaml(path: Path, values: Mapping[str, Any]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(_as_yaml(values), "utf-8")


def _as_yaml(values: Mapping[str, Any]) -> str:
    return yaml.dump(
        dict(values), Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=10_000
    )
