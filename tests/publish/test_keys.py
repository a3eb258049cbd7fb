"""Keys: whatever can change a file's bytes changes its key, and nothing is listed by hand."""

import dataclasses
import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from markupsafe import Markup
from pydantic import BaseModel

from site_builder.compose import compose
from site_builder.compose.output import Output
from site_builder.publish import keys
from site_builder.publish.keys import canonical, renderer_fingerprint
from site_builder.publish.renderer import Renderer
from site_builder.read.pictures.images import Original
from site_builder.read.theme.theme import Theme, read_theme
from site_builder.settings import theme_folder
from tests.compose.stories import write_pictured_story, write_story
from tests.conftest import SiteFolder


@pytest.fixture
def outputs(site: SiteFolder) -> Mapping[str, Output]:
    """Return every output of a site that has one of every sort."""
    write_pictured_story(site)
    reason = "status: withdrawn\nwithdrawn: {on: 2025-05-01, reason: Wrong.}"
    write_story(site, "gone", "Gone", extra=f"aliases: [before]\n{reason}")
    settings = site.settings()
    composed = compose(site.record(), settings, read_theme(settings.theme))
    return {output.path: output for output in composed}


@pytest.fixture
def theme() -> Theme:
    return read_theme(theme_folder())


def variants(value: Any) -> Iterator[Any]:
    """Yield copies of a value that differ from it in one place, for every place in it."""
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            for other in variants(getattr(value, name)):
                yield value.model_copy(update={name: other})
    elif isinstance(value, tuple):
        yield from other_tuples(value)
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        for name in fields_of(value):
            for other in variants(getattr(value, name)):
                yield dataclasses.replace(value, **{name: other})
    else:
        yield from others_than(value)


def fields_of(value: Any) -> list[str]:
    if isinstance(value, Original):
        return ["digest"]  # which stands for the bytes, wherever they are
    return [field.name for field in dataclasses.fields(value)]


def other_tuples(values: tuple[Any, ...]) -> Iterator[tuple[Any, ...]]:
    yield (*values, "one more")
    yield from (values[:at] for at in range(len(values)))
    for at, one in enumerate(values):
        yield from ((*values[:at], other, *values[at + 1 :]) for other in variants(one))


def others_than(value: Any) -> Iterator[Any]:
    if isinstance(value, Markup):
        yield str(value)
    if value is None or isinstance(value, bool):
        yield "something" if value is None else not value
    elif isinstance(value, bytes):
        yield value + b"+"
    elif isinstance(value, str):
        yield value + "+"
    else:
        yield value + (dt.timedelta(days=1) if isinstance(value, dt.date) else 1)


def test_change_of_any_field_of_any_input_gives_another_key(
    outputs: Mapping[str, Output], theme: Theme
) -> None:
    """No value that a template could show is left out of the key."""
    renderer, templates = Renderer(theme), dict[str, Output]()
    for output in outputs.values():
        templates.setdefault(output.template, output)
    assert len(templates) >= 15
    for output in templates.values():
        known = {renderer.key(output)}
        for inputs in variants(output.inputs):
            key = renderer.key(dataclasses.replace(output, inputs=inputs))
            assert key not in known or output.template == "blob", output.path
            known.add(key)
        assert len(known) > 1


def with_text(theme: Theme, name: str, text: str) -> Theme:
    """Return a theme with another text at the end of one template."""
    texts = dict(theme.templates)
    assert name in texts
    return dataclasses.replace(theme, templates=tuple((texts | {name: texts[name] + text}).items()))


@pytest.mark.parametrize(
    ("template", "page", "is_in"),
    [
        ("layouts/case-study.html", "case-studies/field/index.html", True),
        ("layouts/_page.html", "case-studies/field/index.html", True),
        ("components/footer/template.html", "404.html", True),
        ("components/card/template.html", "index.html", True),
        ("components/card/template.html", "missions/health/index.html", True),
        ("components/card/template.html", "about/index.html", False),
        ("feeds/_opening.html", "feed.xml", True),
        ("feeds/case-study.html", "missions/health/feed.xml", True),
        ("feeds/case-study.html", "case-studies/field/index.html", False),
        ("layouts/sitemap.xml", "sitemap.xml", True),
    ],
)
def test_change_of_template_gives_another_key_where_it_is_used(
    outputs: Mapping[str, Output], theme: Theme, template: str, page: str, *, is_in: bool
) -> None:
    """A key covers a template with all that it extends, includes and imports, and no other."""
    changed = with_text(theme, template, "<!-- changed -->")
    before, after = Renderer(theme).key(outputs[page]), Renderer(changed).key(outputs[page])
    assert (before != after) == is_in


def test_key_covers_the_code_that_renders(
    outputs: Mapping[str, Output], theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another version of the product, or of a library, renders everything anew."""
    page = outputs["index.html"]
    before = Renderer(theme).key(page)
    assert Renderer(theme).key(page) == before
    monkeypatch.setattr("site_builder.publish.renderer.renderer_fingerprint", lambda: "another")
    assert Renderer(theme).key(page) != before


def test_fingerprint_changes_with_version_of_a_library(monkeypatch: pytest.MonkeyPatch) -> None:
    """The libraries that render are named with their versions."""
    before = renderer_fingerprint.__wrapped__()
    monkeypatch.setattr(keys, "version", lambda _name: "0")
    assert renderer_fingerprint.__wrapped__() != before


@dataclasses.dataclass(frozen=True)
class One:
    """A value like those of inputs."""

    text: Any


@dataclasses.dataclass(frozen=True)
class Two:
    """Another, of the same shape."""

    text: Any


DIFFERENT: tuple[Any, ...] = (
    None, True, False, 0, 1, 1.5, "", "1", "a", Markup("a"), b"a", b"b", (), ("a",), ("a", "a"),
    (("a",), "a"), (None,), {"a": 1}, {"a": "1"}, {}, One("a"), Two("a"), One(Markup("a")),
    One(("a",)), One(One("a")), ("One", "a"), {"One": ["a"]}, ({"Markup": "a"},),
    dt.date(2025, 1, 1), dt.datetime(2025, 1, 1, tzinfo=dt.UTC), "2025-01-01", dt.time(9),
)  # fmt: skip


def test_canonical_bytes_of_different_values_differ() -> None:
    """Text that is escaped and Markup that is not can not be taken for one another, nor types."""
    assert len({canonical(value) for value in DIFFERENT}) == len(DIFFERENT)
    assert [canonical(value) for value in DIFFERENT] == [canonical(value) for value in DIFFERENT]


@pytest.mark.parametrize("value", [object(), {1, 2}, One, len, One({"a": {3}}), iter(())])
def test_value_that_can_not_be_written_down_is_refused(value: Any) -> None:
    """What has no exact bytes could change without being noticed, so it can not be an input."""
    with pytest.raises(TypeError, match="can not be an input"):
        canonical(value)
