"""Items of every kind with a word in every field that can hold one, made from the models alone.

A canary is a word that must be in no published file. A new kind or a new field is filled in
without a change here, so nothing that is added to the product can leak unseen.
"""

import gzip
import io
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from PIL import Image, UnidentifiedImageError
from pydantic import BaseModel

from site_builder.read.types import ITEM_KINDS, REGISTER_KINDS, Kind
from site_builder.read.types.fields import dates, given_ids, references, text, web
from site_builder.read.types.item import FROM_THE_FILE, LeadImage
from site_builder.read.types.mission import ExpectedOutcome
from site_builder.read.types.parts.consent import Consent
from tests.compose.stories import photograph
from tests.conftest import SiteFolder

CANARY = "kakapo"
"""The stemmer of the search leaves this word as it is; "canary" it would turn into "canari"."""
_EDITORIAL = {"status", "publish_at", "withdrawn"}
_LEFT_OUT = {(ExpectedOutcome, "leads_to"), (Consent, "expires"), (Consent, "taken_back")}
"""What, filled in like this, would lead to itself or withhold what is to be looked for."""


@dataclass(frozen=True)
class Filling:
    """What the fields of an item are filled with."""

    word: str
    """In every text."""
    slug: str
    """In every id, and every name of an id of the same file."""
    quarter: str
    ends: Mapping[str, str]
    """What references name, by kind; `slug` where a kind is not in it."""

    def value(self, hint: Any, path: str) -> Any:
        """Return a value that fits a type, as it stands in front matter."""
        hint = _without_nothing(hint)
        if get_origin(hint) is tuple:
            inner = get_args(hint)[0]
            is_choice = get_origin(inner) is Literal
            return list(get_args(inner)) if is_choice else [self.value(inner, path)]
        if get_origin(hint) is Literal:
            return get_args(hint)[0]
        if isinstance(hint, type) and issubclass(hint, BaseModel):
            return self.part(hint, path)
        for mark in getattr(hint, "__metadata__", ()):
            if isinstance(mark, references.Refers):
                return self.ends.get(mark.kind, self.slug)
        return self._plain(hint, path)

    def part(self, model: type[BaseModel], path: str) -> dict[str, Any]:
        """Return every field of a model, filled in."""
        return {
            name: self.field(model, field, hint, f"{path} {name}")
            for name, field, hint in hints_of(model)
        }

    def field(self, model: type[BaseModel], name: str, hint: Any, path: str) -> Any:
        if (model, name) == (LeadImage, "file"):
            return f"../images/{self.word}.jpg"
        if name == "aliases":
            return [f"was-{self.slug}"]
        return self.value(hint, path)

    def _plain(self, hint: Any, path: str) -> Any:
        known = (
            (text.Text, f"{self.word} for {path}"),
            (text.Slug, self.slug),
            (dates.Day, "2025-05-05"),
            (dates.Moment, "2025-05-05T09:00+01:00"),
            (dates.Clock, "14:30"),
            (dates.PartialDate, "2025-05"),
            (dates.QuarterField, self.quarter),
            (text.Colour, "#004f86"),
            (text.Language, "en-GB"),
            (text.FocusField, "30% 60%"),
            (web.WebAddress, f"https://example.org/{self.word}"),
            (web.AddressOrFile, f"https://example.org/{self.word}"),
            (web.EmailAddress, f"{self.word}@example.org"),
            # It goes on being the id of what was withdrawn, and so is no word to look for.
            (given_ids.GivenId, f"https://example.org/{path.replace(' ', '-')}"),
            (text.Number, 7),
            (bool, True),
        )
        numbers = (int, float)
        if hint in numbers or getattr(hint, "__origin__", None) in numbers:
            return 7
        return next(value for one, value in known if one == hint)


def hints_of(model: type[BaseModel]) -> Iterator[tuple[str, str, Any]]:
    """Yield the fields that an author writes: as written, as the model calls it, its type."""
    hints = get_type_hints(model, include_extras=True)
    for name, field in model.model_fields.items():
        if name not in FROM_THE_FILE | _EDITORIAL and (model, name) not in _LEFT_OUT:
            yield field.alias or name, name, hints[name]


def _without_nothing(hint: Any) -> Any:
    if get_origin(hint) in (Union, UnionType):
        return next(one for one in get_args(hint) if one is not NoneType)
    return hint


@dataclass(frozen=True)
class Referring:
    """Fills in what an item must have and what refers: to what is seen, and to what is hidden."""

    seen: Filling
    hidden: Filling

    def item(self, model: type[BaseModel], path: str) -> dict[str, Any]:
        """Return the fields of an item of which nothing is hidden but the ends it refers to."""
        filled = {}
        for name, field, hint in hints_of(model):
            is_required = model.model_fields[field].is_required()
            if refers(hint):
                filled[name] = self._ends(hint, f"{path} {name}", is_required=is_required)
            elif is_required:
                filled[name] = self.seen.field(model, field, hint, f"{path} {name}")
        return filled

    def _ends(self, hint: Any, path: str, *, is_required: bool) -> Any:
        seen, hidden = self.seen.value(hint, path), self.hidden.value(hint, path)
        if get_origin(hint) is tuple:
            return seen if seen == hidden else seen + hidden
        return seen if is_required else hidden


def refers(hint: Any) -> bool:
    """Tell whether a type names something else by its slug, however deep inside."""
    hint = _without_nothing(hint)
    if isinstance(hint, type) and issubclass(hint, BaseModel):
        return any(refers(inner) for _, _, inner in hints_of(hint))
    marks = getattr(hint, "__metadata__", ())
    return any(isinstance(mark, references.Refers) for mark in marks) or any(
        refers(inner) for inner in get_args(hint) if inner is not ...
    )


ALWAYS_SEEN = {"mission": "health", "place": "leeds", "partner": "leeds-city-council"}
"""What a public item can not be without, or what can not be hidden."""
PLAIN = Filling("plain", "seen", "2024-Q4", ALWAYS_SEEN)


def hidden_filling(slug: str) -> Filling:
    """Return a filling with the canary in every text, and a slug of its own."""
    return Filling(CANARY, slug, "2025-Q3", {})


def body(word: str) -> str:
    return f"The {word} sings.\n\n## A {word} heading\n\n![A {word}](../images/{word}.jpg)\n"


def plant_hidden(site: SiteFolder, state: Mapping[str, Any], slug: str) -> None:
    """Plant an item of every kind and an entry of every register, canaries in all their fields."""
    filling = hidden_filling(slug)
    site.write(f"content/images/{CANARY}.jpg", photograph())
    for kind in REGISTER_KINDS:
        path = f"content/{kind.source}"
        entry = {slug: filling.part(kind.model, kind.name)}
        text = (site.root / path).read_text("utf-8")
        site.write(path, f"{text}\n{json.dumps(entry)[1:-1]}\n")
    for kind in ITEM_KINDS:
        filled = filling.part(kind.model, kind.name)
        write_item(site, kind, filling, filled | dict(state), body(CANARY))


def plant_referring(site: SiteFolder, slug: str) -> None:
    """Plant a public item of every kind that refers to hidden ones wherever it can."""
    ends = dict.fromkeys((kind.name for kind in ITEM_KINDS), slug) | {"commitment": slug}
    hidden = Filling("plain", "seen-too", "2024-Q4", ends | ALWAYS_SEEN)
    for kind in ITEM_KINDS:
        filled = Referring(PLAIN, hidden).item(kind.model, kind.name)
        write_item(site, kind, PLAIN, filled, "A body.\n")


def plant_people(site: SiteFolder, consent: Mapping[str, Any]) -> None:
    """Plant a public item of every kind with a canary in what shows its person."""
    site.write(f"content/images/{CANARY}.jpg", photograph())
    shown = Filling(CANARY, "seen", "2024-Q4", ALWAYS_SEEN)
    who = f"{CANARY.title()} Example"
    image = shown.part(LeadImage, "image") | {"decorative": False}
    for kind in ITEM_KINDS:
        filled = {
            name: PLAIN.field(kind.model, field, hint, f"{kind.name} {name}")
            for name, field, hint in hints_of(kind.model)
            if kind.model.model_fields[field].is_required()
        }
        given = {"id": "seen", "who": who, "given_on": "2025-01-01"}
        filled["consent"] = [given | {"scope": ["name", "quote", "image"]} | dict(consent)]
        filled["image"] = image
        if "voices" in kind.model.model_fields:
            said = {"name": who, "role": "a neighbour", "quote": f"The {CANARY} sings."}
            filled["voices"] = [said | {"consent": "seen"}]
        write_item(site, kind, PLAIN, filled, BODY_WITH_PEOPLE)


BODY_WITH_PEOPLE = f"""A text.

![A {CANARY}](../images/{CANARY}.jpg){{people=seen title="The {CANARY}"}}

<figure><img src="../images/{CANARY}.jpg" alt="A {CANARY}" people="seen">
<figcaption>The {CANARY} at dusk</figcaption></figure>
"""


def write_item(
    site: SiteFolder, kind: Kind, filling: Filling, filled: Mapping[str, Any], text: str
) -> None:
    """Write the file of an item; that of a council is called after its quarter."""
    name = filling.quarter.lower() if kind.name == "council summary" else filling.slug
    front_matter = json.dumps(filled, indent=1)
    site.write(f"content/{kind.source}/{name}.md", f"---\n{front_matter}\n---\n{text}")


def leaks(files: Mapping[str, bytes]) -> dict[str, str]:
    """Return the files with a canary in their name or in their bytes, with what is round it."""
    found = {name: _seen_in(name.encode() + b"\n" + unpacked(data)) for name, data in files.items()}
    return {name: context for name, context in found.items() if context}


def _seen_in(data: bytes) -> str:
    if CANARY.encode() not in data.lower():
        return ""
    match = re.search(rb"[^\n]{0,60}%s[^\n]{0,60}" % CANARY.encode(), data, re.IGNORECASE)
    return match[0].decode(errors="replace") if match else ""


@lru_cache(maxsize=8192)
def unpacked(data: bytes) -> bytes:
    """Return all that a file says: unzipped, lines of a calendar unfolded, notes of an image."""
    if data[:2] == b"\x1f\x8b":
        data = gzip.decompress(data)
    return data.replace(b"\r\n ", b"") + _notes(data)


def _notes(data: bytes) -> bytes:
    """Return what an image says beside its pixels; some formats pack it."""
    try:
        with Image.open(io.BytesIO(data)) as image:
            return repr([image.info, dict(image.getexif())]).encode()
    except UnidentifiedImageError:
        return b""
