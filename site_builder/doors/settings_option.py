"""The option that names the settings: the same for every command that has it."""

from pathlib import Path
from typing import Any

import click

NAMES = ("--settings", "-f")
SETTINGS: dict[str, Any] = {
    "type": click.Path(path_type=Path),
    "default": Path("mkdocs.yml"),
    "show_default": True,
    "help": "The file with the settings of the site.",
}
settings_option = click.option(*NAMES, **SETTINGS)
