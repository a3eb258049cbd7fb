"""Names that other tools give to fields, and what they are called here.

Authors bring what they know from WordPress, Hugo, Jekyll and others. A name alone, such as
`excerpt`, is told with the field that is meant; for what has no field here, what to do instead.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from site_builder.read.problems import nearest


@dataclass(frozen=True)
class _Called:
    """What something is called here."""

    fields: tuple[str, ...]
    """Fields that may be meant; those that a content type has are named."""
    otherwise: str
    """What to do where it has none of them."""
    how: str = ""
    """How to say it in them, where the value can not simply stand there."""


_OUT = "Take the line out; the site has no such switch."
_FROM_THE_FOLDER = "Take the line out; the folder of the file says what it is."
_FROM_THE_NAME = "Take the line out; the address is the file's name."
_NO_TAGS = "Take the line out; the site has no tags, and finds every word by its search."
_LISTS = "Say it with {fields} instead; each has a page of its own."
_CHANGES = "Tell readers in {fields} what changed, with its day and a note."
_WITHDRAWN = "To take it down, write `status: withdrawn`, and say in {fields} when and why."
_IMAGE = "Write it under {fields}, with `file` and `alt` on lines of their own."
_ALIASES = "Write the earlier names of the file in {fields}, as a list."
_SOURCES = "Write each in {fields}, with an `id`, a `title` and a `url`."
_TABLE: tuple[tuple[str, _Called], ...] = (
    ("tags tag keywords keyword topics hashtags series", _Called(
        ("mission", "principles", "place", "partners"), _NO_TAGS, _LISTS
    )),
    ("categories category section", _Called(
        ("mission", "also_missions"), _NO_TAGS, _LISTS
    )),
    ("excerpt description abstract teaser subtitle deck intro standfirst", _Called(
        ("summary",), _OUT
    )),
    ("name heading headline seo_title", _Called(("title",), _OUT)),
    ("author authors byline by writer creator", _Called(
        ("author",), "Take the line out; a page says who to ask in `contact`."
    )),
    ("lastmod updated modified last_modified last_modified_at date_modified updated_at", _Called(
        ("changes",), _OUT, _CHANGES
    )),
    ("pubdate publishdate publish_date date_published published_at created created_at datetime",
     _Called(("date", "publish_at"), _OUT)),
    ("expirydate expiry unpublish unpublish_at", _Called(("withdrawn",), _OUT, _WITHDRAWN)),
    ("cover thumbnail featured_image feature_image hero banner og_image images picture photo",
     _Called(("image",), _OUT, _IMAGE)),
    ("weight nav_order menu_order position sort", _Called(("order",), _OUT)),
    ("language locale hreflang", _Called(("lang",), _OUT)),
    ("layout template type kind post_type content_type", _Called((), _FROM_THE_FOLDER)),
    ("permalink url link uri", _Called((), _FROM_THE_NAME)),
    ("redirect_from redirects redirect old_urls", _Called(
        ("aliases",), _FROM_THE_NAME, _ALIASES
    )),
    ("location region city", _Called(("place",), _OUT)),
    ("source references bibliography", _Called(("sources",), _OUT, _SOURCES)),
    ("toc comments share sharing math featured sticky pinned hide robots sitemap cache", _Called(
        (), _OUT
    )),
    ("body content text markdown", _Called(
        (), "Write it under the second line of three dashes, as text."
    )),
)  # fmt: skip
_BY_NAME: Mapping[str, _Called] = {
    name: called for names, called in _TABLE for name in names.split()
}
_DRAFT = frozenset({"draft", "is_draft"})
_PUBLISHED = frozenset({"published", "publish", "public", "visible"})


def meant(name: str, fields: Collection[str]) -> str:
    """Return the field that must be meant by a name that is none, or nothing."""
    called = _BY_NAME.get(_plain(name))
    if called is None or name in fields:
        return nearest(name, fields)
    can_stay = not called.how and called.fields
    return called.fields[0] if can_stay and called.fields[0] in fields else ""


def called_here(name: str, value: Any, fields: Collection[str]) -> str | None:
    """Return what to do about a name that other tools know; nothing for any other name."""
    plain = _plain(name)
    if plain in _DRAFT | _PUBLISHED:
        return _state(value, is_draft=(plain in _DRAFT) == (value is True))
    called = _BY_NAME.get(plain)
    if called is None:
        return None
    known = [f"`{one}`" for one in called.fields if one in fields]
    if not known:
        return called.otherwise
    if called.how:
        *others, last = known
        return called.how.format(fields=f"{', '.join(others)} and {last}" if others else last)
    return f"It is called {' or '.join(known)} here: write that in its place."


def _state(value: Any, *, is_draft: bool) -> str:
    if not isinstance(value, bool):
        return "Take the line out; `status: draft` keeps a file back, and `date` says its day."
    if is_draft:
        return "Write `status: draft` in its place."
    return "Take the line out; what is no draft is published."


def _plain(name: str) -> str:
    return name.casefold().replace("-", "_")
