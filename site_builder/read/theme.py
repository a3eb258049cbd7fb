"""The theme: a folder of templates and styles, read once for each build."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Theme:
    """A theme's files, as a build needs them."""

    templates: tuple[tuple[str, str], ...]
    """Each template's name, seen from the theme's folder, and its text."""
    stylesheet: str
    """Every style of the theme: the ground first, then each component in the order of its name."""


def read_theme(folder: Path) -> Theme:
    """Return the theme of a folder. Raises FileNotFoundError when there is none."""
    if not (folder / "layouts").is_dir():
        raise FileNotFoundError(f"{folder}: there is no theme here; it needs a folder `layouts`.")
    templates = tuple(
        (path.relative_to(folder).as_posix(), path.read_text("utf-8"))
        for part in ("layouts", "components", "feeds")
        for path in sorted((folder / part).rglob("*"))
        if path.is_file() and path.suffix in (".html", ".xml", ".txt", ".svg")
    )
    styles = [folder / "ground.css", *sorted((folder / "components").glob("*/style.css"))]
    return Theme(templates, "\n".join(path.read_text("utf-8") for path in styles if path.is_file()))
