"""Where the theme stands that comes with the product."""

from pathlib import Path

_PACKAGE = Path(__file__).parent.parent


def theme_folder() -> Path:
    """Return the folder of the theme that comes with the product."""
    inside, beside = _PACKAGE / "themes" / "civic", _PACKAGE.parent / "themes" / "civic"
    return inside if inside.is_dir() else beside
