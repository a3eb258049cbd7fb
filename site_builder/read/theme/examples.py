"""The examples of a theme's components, one YAML file in each component's folder.

An example names a macro of the component's template and the values to call it with. A value with
the tag `!html` is HTML; all others are text, numbers, lists and mappings as YAML has them.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from markupsafe import Markup

FILES = ("README.md", "examples.yml", "style.css", "template.html")
"""What every component's folder holds, and nothing else."""


@dataclass(frozen=True)
class Example:
    """One way to call a macro of a component."""

    name: str
    """What it shows, in a few words."""
    macro: str
    given: dict[str, Any]
    """The macro's arguments by name."""
    caller: str | None
    """What stands inside, for a macro that is called with a block: a template of its own, which
    may call the component's other macros."""
    is_page: bool
    """True when the page itself shows it: the values are then those of the page or the site."""


@dataclass(frozen=True)
class Component:
    """A component of a theme."""

    name: str
    readme: str
    """What it is for, in a sentence."""
    examples: tuple[Example, ...]


def read_components(theme: Path) -> tuple[Component, ...]:
    """Return every component of a theme's folder, in the order of their names.

    Raises OSError when a component lacks a file, KeyError or yaml.YAMLError for a bad example.
    """
    return tuple(map(_component, sorted((theme / "components").iterdir())))


def _component(folder: Path) -> Component:
    examples = yaml.load((folder / "examples.yml").read_text("utf-8"), Loader=_Loader)  # noqa: S506
    readme = (folder / "README.md").read_text("utf-8").strip()
    return Component(folder.name, readme, tuple(map(_example, examples)))


def _example(written: dict[str, Any]) -> Example:
    return Example(
        name=written["name"],
        macro=written["macro"],
        given=written.get("with", {}),
        caller=written.get("caller"),
        is_page=written.get("place") == "page",
    )


class _Loader(yaml.CSafeLoader):
    """The safe loader, with `!html` for text that is HTML already."""


def _html(loader: yaml.CSafeLoader, node: yaml.ScalarNode) -> Markup:
    return Markup(loader.construct_scalar(node))  # noqa: S704 - the theme's own


_Loader.add_constructor("!html", _html)
