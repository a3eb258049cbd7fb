"""Places and partners made for tests, added to the registers of the small site."""

from tests.compose.stories import write_story
from tests.conftest import SiteFolder


def add_place(site: SiteFolder, slug: str, fields: str) -> None:
    """Add a place to the register; `fields` are YAML: "name: York, nation: England, …"."""
    _add(site, "places", f"{slug}: {{{fields}}}")


def add_partner(site: SiteFolder, slug: str, kind: str) -> None:
    """Add a partner of a kind to the register."""
    _add(site, "partners", f"{slug}: {{name: Partner {slug}, kind: {kind}}}")


def _add(site: SiteFolder, register: str, line: str) -> None:
    path = f"content/registers/{register}.yml"
    site.write(path, f"{(site.root / path).read_text('utf-8')}{line}\n")


def write_story_of(
    site: SiteFolder, slug: str, *, place: str = "leeds", partner: str = "leeds-city-council",
    **parts: str,
) -> None:  # fmt: skip
    """Write a story of a place and with a partner; the other parts are those of `story`."""
    path = write_story(site, slug, f"Story {slug}", **parts)
    site.edit(path, "place: leeds", f"place: {place}")
    site.edit(path, "[leeds-city-council]", f"[{partner}]")
