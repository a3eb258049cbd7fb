"""A template sees its inputs and nothing else, and its text is escaped."""

import datetime as dt
from dataclasses import dataclass

import pytest
from jinja2 import TemplateError, UndefinedError
from markupsafe import Markup

from site_builder.compose.output import Output
from site_builder.publish.renderer import Renderer
from site_builder.read.theme.theme import Theme
from site_builder.read.theme.words import Words as Catalogue


@dataclass(frozen=True)
class Words:
    """Inputs of a template for tests."""

    title: str
    body: Markup
    day: dt.date = dt.date(2025, 6, 1)


WORDS = Words("A & B", Markup("<i>fine</i>"))


def renderer_of(**templates: str) -> Renderer:
    """Return a renderer of a theme with templates, each by its name without .html."""
    return Renderer(Theme(tuple((f"{name}.html", text) for name, text in templates.items()), ""))


def rendered(page: str, **others: str) -> str:
    output = Output("index.html", "page.html", WORDS)
    return renderer_of(page=page, **others).render(output).decode()


@pytest.mark.parametrize("ending", ["html", "xml", "txt"])
def test_text_is_escaped_and_markup_is_not(ending: str) -> None:
    """An author's words are never taken for HTML, in any file."""
    renderer = Renderer(Theme(((f"page.{ending}", "{{ title }} {{ body }}"),), ""))
    output = Output("index.html", f"page.{ending}", WORDS)
    assert renderer.render(output) == b"A &amp; B <i>fine</i>"


@pytest.mark.parametrize(
    "text",
    [
        "{{ titel }}",
        "{{ title.colour }}",
        "{% for one in titles %}{{ one }}{% endfor %}",
        "{% if missing %}yes{% endif %}",
    ],
)
def test_template_that_asks_for_what_it_is_not_given_fails(text: str) -> None:
    """A misspelt name is never an empty place on a page."""
    with pytest.raises(UndefinedError):
        rendered(text)


@pytest.mark.parametrize("name", ["range", "lipsum", "dict", "cycler", "joiner", "namespace"])
def test_template_has_no_globals(name: str) -> None:
    """A template can count, chance or remember nothing that its key does not cover."""
    with pytest.raises(UndefinedError):
        rendered("{{ " + name + "() }}")


def test_template_sees_only_its_own_inputs() -> None:
    """What one page worked out is not there for the next."""
    renderer = renderer_of(one="{% set kept = title %}{{ kept }}", two="{{ kept }}")
    assert renderer.render(Output("one", "one.html", WORDS)) == b"A &amp; B"
    with pytest.raises(UndefinedError):
        renderer.render(Output("two", "two.html", WORDS))


@pytest.mark.parametrize("text", ["{% include title %}", "{% extends title %}"])
def test_template_that_is_worked_out_is_refused(text: str) -> None:
    """A key must cover every template that is reached, so each is named in full."""
    with pytest.raises(ValueError, match="named in full"):
        renderer_of(page=text).key(Output("index.html", "page.html", WORDS))


def test_template_that_includes_itself_has_a_key() -> None:
    """A circle of templates is followed once."""
    renderer = renderer_of(page="{% if false %}{% include 'page.html' %}{% endif %}{{ body }}")
    output = Output("index.html", "page.html", WORDS)
    assert len(renderer.key(output)) == 32
    assert renderer.render(output) == b"<i>fine</i>"


def test_template_that_is_missing_fails() -> None:
    """A theme that lacks a part can not make a site."""
    with pytest.raises(TemplateError):
        rendered("{% include 'other.html' %}")
    assert rendered("{% include 'other.html' %}", other="here") == "here"


def test_template_says_words_of_the_catalogue_with_values_escaped() -> None:
    """What is said comes from the catalogue, and what is put into it is never taken for HTML."""
    words = Catalogue((("hello", "Hello & {name}"),))
    theme = Theme((("page.html", "{{ say('hello', name=title) }}"),), "", words)
    output = Output("index.html", "page.html", WORDS)
    assert Renderer(theme).render(output) == b"Hello &amp; A &amp; B"


def test_change_of_a_word_gives_another_key() -> None:
    """Pages are rendered anew when the interface says something else."""
    output = Output("index.html", "page.html", WORDS)
    keys = {
        Renderer(Theme((("page.html", ""),), "", Catalogue((("hello", text),)))).key(output)
        for text in ("Hello", "Good day")
    }
    assert len(keys) == 2
