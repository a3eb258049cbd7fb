"""The pattern pages: every example of every component, for eyes and for the browser tests.

    python -m site_builder.doors.patterns patterns

They are never part of a published site. A component has a page with all of its examples; an
example of what frames a page, such as the header, has a page of its own.
"""

import dataclasses
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from site_builder.compose.frame.frame import Frame
from site_builder.compose.output import Output, blob, page_path
from site_builder.compose.pictures.favicon import FAVICON, FAVICON_ADDRESS
from site_builder.compose.views.page import Link, Page, Site
from site_builder.publish import Place, publish
from site_builder.read.content import Content
from site_builder.read.prose.prose import Prose
from site_builder.read.theme.examples import Component, Example, read_components
from site_builder.read.theme.theme import read_theme
from site_builder.read.types import Mission
from site_builder.relate.record import relate
from site_builder.relate.visibility import Viewer
from site_builder.settings import Settings, theme_folder

COLOURS = {
    "growth": "#7a3b00",
    "clean-energy": "#00573f",
    "safer-streets": "#3a2f8f",
    "opportunity": "#8a1250",
    "health": "#004f86",
}
"""The missions that examples may name, with their colours."""


@dataclass(frozen=True)
class PatternPage:
    """Inputs of a pattern page."""

    site: Site
    page: Page
    about: str
    examples: tuple[Example, ...]


@dataclass(frozen=True)
class PatternIndex:
    """Inputs of the page that lists all components."""

    site: Site
    page: Page
    components: tuple[tuple[Link, str], ...]


_PICTURE = b"""\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 5"><path fill="#777" d="M0 0h8v5H0z"/></svg>
"""
"""What examples show for a photograph."""
_INDEX = """\
{% extends "layouts/_page.html" %}
{% block main %}
<h1>{{ page.title }}</h1>
<dl>
{% for link, about in components %}
<dt><a href="{{ page.root }}{{ link.address }}">{{ link.text }}</a></dt><dd>{{ about }}</dd>
{% endfor %}
</dl>
{% endblock %}
"""
_PAGE = """\
{{% extends "layouts/_page.html" %}}
{{% from "components/{name}/template.html" import {macros} %}}
{{% block main %}}
{title}<p class="aside">{{{{ about }}}}</p>
{body}
{{% endblock %}}
"""
_TITLE = "<h1>{{ page.title }}</h1>\n"


def build_patterns(target: Path, theme_dir: Path | None = None) -> Path:
    """Write the pattern pages of a theme into a folder and return it.

    Raises what `read_components` raises, jinja2.TemplateError for an example that does not fit
    its macro, and what `publish` raises.
    """
    folder = theme_dir or theme_folder()
    components = read_components(folder)
    theme = read_theme(folder)
    theme = dataclasses.replace(theme, templates=(*theme.templates, *_templates(components)))
    frame = Frame(relate(_missions(), Viewer()), _settings(target), theme)
    outputs = [
        *_pages(frame, components),
        blob(frame.stylesheet_address, frame.stylesheet.encode()),
        blob(FAVICON_ADDRESS, FAVICON),
        blob("example.svg", _PICTURE),
    ]
    publish(outputs, theme, Place(target), target.parent / ".cache" / "patterns.json")
    return target


def _settings(target: Path) -> Settings:
    return Settings(root=target.parent, site_name="Patterns", site_dir=target)


def _missions() -> Content:
    return Content(items=tuple(_mission(slug, colour) for slug, colour in COLOURS.items()))


def _mission(slug: str, colour: str) -> Mission:
    return Mission.model_validate(
        {
            "slug": slug,
            "path": f"{slug}.md",
            "prose": Prose(),
            "title": slug,
            "summary": "A mission.",
            "statement": "A goal.",
            "colour": colour,
        }
    )


def _templates(components: Iterable[Component]) -> Iterator[tuple[str, str]]:
    """Yield a template for each page, made from the macros that its examples call."""
    yield "patterns/_all.html", _INDEX
    for component in components:
        for name, examples in _by_page(component):
            yield f"patterns/{name}.html", _template(component.name, examples)


def _template(component: str, examples: tuple[Example, ...]) -> str:
    called = " ".join(f"{example.macro}( {example.caller}" for example in examples)
    macros = ", ".join(dict.fromkeys(re.findall(r"(\w+)\(", called)))
    body = "\n".join(
        f"<h2>{{{{ examples[{number}].name }}}}</h2>\n{_call(number, example)}"
        for number, example in enumerate(examples)
        if not example.is_page
    )
    # The opening of a page has the title of its page in it.
    title = "" if component == "opening" else _TITLE
    return _PAGE.format(name=component, macros=macros, title=title, body=body)


def _call(number: int, example: Example) -> str:
    call = f"{example.macro}(**examples[{number}].given)"
    if example.caller is None:
        return f"{{{{ {call} }}}}"
    return f"{{% call {call} %}}{example.caller}{{% endcall %}}"


def _by_page(component: Component) -> Iterator[tuple[str, tuple[Example, ...]]]:
    """Yield the name of each page of a component and the examples on it."""
    together = tuple(example for example in component.examples if not example.is_page)
    if together:
        yield component.name, together
    alone = (example for example in component.examples if example.is_page)
    for number, example in enumerate(alone, 1):
        yield f"{component.name}-{number}", (example,)


def _pages(frame: Frame, components: Iterable[Component]) -> Iterator[Output]:
    index = []
    for component in components:
        for name, examples in _by_page(component):
            index.append((Link(name, f"{name}/"), component.readme))
            yield _page(frame, component, name, examples)
    page = frame.page("Patterns", "", "Every component.", trail=())
    yield Output("index.html", "patterns/_all.html", PatternIndex(frame.site, page, tuple(index)))


def _page(frame: Frame, component: Component, name: str, examples: tuple[Example, ...]) -> Output:
    page = frame.page(name, f"{name}/", component.readme)
    site = frame.site
    for example in examples:
        if example.is_page:
            page = _overlaid(page, example.given.get("page", {}))
            site = _overlaid(site, example.given.get("site", {}))
    inputs = PatternPage(site, page, component.readme, examples)
    return Output(page_path(f"{name}/"), f"patterns/{name}.html", inputs)


def _overlaid(view: Any, values: dict[str, Any]) -> Any:
    """Return a view with the values of an example in the place of its own."""
    return dataclasses.replace(
        view, **{name: _put(getattr(view, name), one) for name, one in values.items()}
    )


def _put(before: Any, value: Any) -> Any:
    if isinstance(value, dict) and dataclasses.is_dataclass(before):
        return _overlaid(before, value)
    return tuple(value) if isinstance(value, list) else value


@click.command()
@click.argument("target", type=click.Path(path_type=Path))
def main(target: Path) -> None:
    """Write the pattern pages into a folder."""
    built = build_patterns(target.resolve())
    click.echo(f"Open {built / 'index.html'}")


if __name__ == "__main__":
    main()
