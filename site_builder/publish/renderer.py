"""Render outputs to bytes, each from its template and its inputs and from nothing else."""

import dataclasses
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from jinja2 import (
    BytecodeCache,
    Environment,
    FunctionLoader,
    StrictUndefined,
    TemplateSyntaxError,
    meta,
)
from jinja2.bccache import Bucket

from site_builder.compose.feeds.items import FeedItem
from site_builder.compose.output import Blob, Output
from site_builder.compose.pictures.social_cards import SocialCard
from site_builder.publish.feeds import atom, calendars, json_feed, opml, rss
from site_builder.publish.feeds.feed_parts import LengthOf, Parts
from site_builder.publish.feeds.feed_style import FeedWriter, styled
from site_builder.publish.keys import canonical, digest, renderer_fingerprint
from site_builder.publish.pictures import emblems, images
from site_builder.publish.pictures.fonts import Font
from site_builder.publish.pictures.social_cards import draw_card
from site_builder.read.files.own_file import OwnFile
from site_builder.read.theme.theme import Theme
from site_builder.read.theme.words import Words

COSTLY = frozenset({"emblem", "image", "social-card"})
"""Writers whose files take long to make, and so are made side by side and kept in a cache."""

Writer = Callable[[Sequence[Any]], list[bytes]]
"""Takes the inputs of outputs of one batch and returns their bytes in the same order. Inputs with
a `batch` are made together with those that have the same; others are made alone."""


FEEDS: Mapping[str, FeedWriter] = {
    "feed.xml": styled(rss.write),
    "feed.atom": styled(atom.write),
    "feed.json": json_feed.write,
}
"""Writers of feeds, one for each format."""


LISTS: Mapping[str, Callable[[Any], bytes]] = {"calendar": calendars.write, "opml": opml.write}
"""Writers that need nothing but the inputs."""


def _none_made(address: str) -> int:
    raise LookupError(f"{address} is not made yet")


class Renderer:
    """A theme's templates, ready to render; text is escaped unless it is Markup."""

    def __init__(self, theme: Theme, length_of: LengthOf = _none_made) -> None:
        """`length_of` tells the length of a file that was made before."""
        self._texts = dict(theme.templates)
        self._words = theme.words
        self._font = _font(theme.font)
        self._environment = _environment(theme.templates, theme.words)
        self._closures: dict[str, str] = {}
        self._parts = Parts(self._text_of, length_of)

    def render(self, output: Output) -> bytes:
        """Return the bytes of a file.

        Raises jinja2.TemplateError for a template that is wrong or asks for what it is not given.
        """
        if isinstance(output.inputs, Blob):
            return output.inputs.data
        if isinstance(output.inputs, OwnFile):
            return b"".join(output.inputs.parts())
        if output.template in FEEDS:
            return FEEDS[output.template](output.inputs, self._parts)
        if output.template in LISTS:
            return LISTS[output.template](output.inputs)
        if output.template in COSTLY:
            return self.costly[output.template]([output.inputs])[0]
        return self.fragment(output.template, output.inputs).encode()

    @property
    def costly(self) -> Mapping[str, Writer]:
        """The writers named in COSTLY."""
        return {"emblem": emblems.write, "image": images.encode, "social-card": self._draw_cards}

    def _draw_cards(self, cards: Sequence[SocialCard]) -> list[bytes]:
        return [draw_card(card, self._font) for card in cards]

    def _text_of(self, item: FeedItem) -> str:
        return self.fragment(item.template, item.content)

    def fragment(self, template: str, inputs: Any) -> str:
        """Return what a template makes of its inputs, whose fields are its variables."""
        fields = {field.name: getattr(inputs, field.name) for field in dataclasses.fields(inputs)}
        return self._environment.get_template(template).render(fields)

    def key(self, output: Output) -> str:
        """Return the key of a file: equal keys mean equal bytes."""
        if isinstance(output.inputs, Blob):
            return digest(output.inputs.data)
        if isinstance(output.inputs, OwnFile):
            return output.inputs.digest
        template = self._closure(output.template) + self._words.digest
        parts = (renderer_fingerprint(), template, canonical(output.inputs))
        return digest(b"\0".join(p if isinstance(p, bytes) else p.encode() for p in parts))

    def _closure(self, template: str) -> str:
        """Return a digest of a template and of all that it extends, includes and imports."""
        if template not in self._closures:
            names = self._feed_templates if template in FEEDS else (template,)
            texts = {name: text for one in names for name, text in self._reached(one).items()}
            if template == "social-card":
                texts["font"] = self._font.digest
            self._closures[template] = digest(canonical(sorted(texts.items())))
        return self._closures[template]

    @property
    def _feed_templates(self) -> tuple[str, ...]:
        return tuple(name for name in self._texts if name.startswith("feeds/"))

    def _reached(self, template: str, seen: dict[str, str] | None = None) -> dict[str, str]:
        seen = {} if seen is None else seen
        if template not in seen and template in self._texts:
            seen[template] = self._texts[template]
            for name in self._references(template):
                if name is None:
                    what = "a template must be named in full, not worked out"
                    raise ValueError(f"{template}: {what}")
                self._reached(name, seen)
        return seen

    def _references(self, template: str) -> tuple[str | None, ...]:
        try:
            return _references(self._texts[template])
        except TemplateSyntaxError as error:
            error.name = template
            raise


@lru_cache(maxsize=512)
def _references(text: str) -> tuple[str | None, ...]:
    """Return the templates that a template names; each text is parsed once in a process."""
    return tuple(meta.find_referenced_templates(Environment(autoescape=True).parse(text)))


@lru_cache(maxsize=2)
def _font(data: bytes) -> Font:
    """Return the font of a theme; what it learnt of its letters lasts as long as the process."""
    return Font(data)


class _Compiled(BytecodeCache):
    """What templates were compiled to in this process; a preview compiles what was edited.

    Jinja itself asks for a template by a digest of its text, so none is taken for another.
    """

    def __init__(self) -> None:
        self._codes: dict[tuple[str, str], bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        code = self._codes.get((bucket.key, bucket.checksum))
        if code is not None:
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._codes[bucket.key, bucket.checksum] = bucket.bytecode_to_string()


_COMPILED = _Compiled()


@lru_cache(maxsize=2)
def _environment(templates: tuple[tuple[str, str], ...], words: Words) -> Environment:
    """Return the environment of a theme; a preview compiles its templates once, not each time."""
    texts = dict(templates)
    environment = Environment(
        loader=FunctionLoader(lambda name: _source(name, texts)),
        bytecode_cache=_COMPILED,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals.clear()
    environment.globals["say"] = words.markup
    return environment


def _source(name: str, texts: Mapping[str, str]) -> tuple[str, str, None] | None:
    """Return a template with its name as its file, so that what goes wrong in it says where."""
    return (texts[name], name, None) if name in texts else None
