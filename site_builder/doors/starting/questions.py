"""What is asked before a record begins, each answer looked at as it is given."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from importlib.resources import files
from pathlib import PurePosixPath
from typing import Any

import click
from pydantic import TypeAdapter, ValidationError

from site_builder.doors.starting.asking import WrongAnswer, ask_until_right
from site_builder.doors.starting.profiles import AnswerKind, Profile
from site_builder.read.front_matter.faults import quoted
from site_builder.read.place.facts import DEFAULT
from site_builder.read.problems import did_you_mean, nearest
from site_builder.read.theme.words import languages
from site_builder.read.types.fields.slugs import slug_of
from site_builder.read.types.fields.text import Language, Slug, Text
from site_builder.read.types.fields.web import EmailAddress, RootAddress, WebAddress
from site_builder.settings import theme_folder

Answers = dict[str, str]
SLUG = "region-slug"
_ZONE = "time-zone"


@dataclass(frozen=True)
class Asked:
    """One question, and what its answer must be."""

    name: str
    question: str
    is_right: Callable[[str], str]
    """Returns the answer as it is taken, or raises WrongAnswer."""
    default: str | None = None
    """What is taken where nobody answers; nothing if somebody must."""
    choices: tuple[str, ...] = ()
    option: str = ""
    """How it is given on the command line."""


def questions(profile: Profile) -> Iterator[Asked]:
    """Yield what is asked of every record, and then what the profile asks."""
    language = profile.about.language
    yield Asked("name", "What is the body called that keeps this record?", _text)
    yield Asked(
        "address",
        "What will the address of the site be, such as https://missions.example.org/, if you "
        "know it?",
        _address,
        default="",
    )
    known = _known_languages(profile)
    is_known = partial(_language, known=known)
    yield Asked("language", "In which language is it, as a tag?", is_known, default=language)
    yield Asked("region", "Which place or region is it for?", _text)
    if f"[[{_ZONE}]]" in profile.settings:
        yield Asked(_ZONE, "In which time zone is it?", _time_zone, default=DEFAULT.time_zone)
    for name, one in profile.about.asks.items():
        is_right = _one_of(one.choices) if one.choices else _KINDS[one.kind]
        option = f"--answer {name}=…"
        yield Asked(name, f"{one.question}?", is_right, one.default, one.choices, option)


def answered(profile: Profile, given: Mapping[str, str], *, ask: bool) -> Answers:
    """Return the answer to each question: what was given, what is asked for, or the default.

    Raises click.UsageError for what is wrong or missing where nobody is asked.
    """
    known = {one.name: one for one in questions(profile)}
    _refuse_others(given, {*known, SLUG})
    answers: Answers = {}
    lacking: list[str] = []
    for name, one in known.items():
        if ask:
            answers[name] = _asked_for(one, given.get(name))
        elif name in given or one.default is not None:
            answers[name] = one.is_right(given.get(name, one.default or ""))
        else:
            lacking.append(one.option or f"--{name}")
    if lacking:
        raise click.UsageError(f"Give {' and '.join(lacking)}, or let --ask ask for them.")
    answers[SLUG] = _slug(answers["region"], given.get(SLUG), ask=ask)
    return answers


def _refuse_others(given: Mapping[str, str], known: set[str]) -> None:
    for name in given.keys() - known:
        raise click.UsageError(
            f"This profile does not ask for “{name}”. {did_you_mean(name, known, 'It asks for')}"
        )


def _asked_for(one: Asked, given: str | None) -> str:
    """Return a right answer, however often that takes; what was given first is tried first."""
    default = one.default or ""
    return ask_until_right(
        one.question, one.is_right, default=default, choices=one.choices, given=given
    )


def _slug(region: str, given: str | None, *, ask: bool) -> str:
    """Return the end of the region's address; where its script can not be spelt, it is asked."""
    question = f"How should the address of “{region}” end, such as our-town?"
    one = Asked(SLUG, question, _checked(Slug))
    if given is None and (made := slug_of(region)):
        return made
    if ask:
        return _asked_for(one, given)
    if given is None:
        raise click.UsageError(
            f"“{region}” can not be spelt with the letters a to z, as an address must be. "
            f"Give the end of its address with --answer {SLUG}=our-town."
        )
    return one.is_right(given)


def _checked(kind: Any) -> Callable[[str], str]:
    """Return what takes an answer that a field of a kind would take."""
    adapter: TypeAdapter[str] = TypeAdapter(kind)

    def is_right(text: str) -> str:
        if "\n" in text or "\r" in text:
            raise WrongAnswer("An answer is one line.")
        try:
            return adapter.validate_python(text)
        except ValidationError as error:
            context = error.errors()[0].get("ctx", {})
            if "what" not in context:
                raise WrongAnswer("Write something, please.") from None
            raise WrongAnswer(_in_words(text, context["what"], context["fix"])) from None

    return is_right


def _in_words(text: str, what: str, fix: str) -> str:
    # A full stop after an example would be copied with it.
    return f"{quoted(text)} {what}. {fix}" + ("" if "example:" in fix else ".")


_text = _checked(Text)


def _time_zone(text: str) -> str:
    zone = _text(text)
    zones = files("tzdata").joinpath("zones").read_text("utf-8").split()
    if zone not in zones:
        hint = f'Did you mean "{near}"?' if (near := nearest(zone, zones)) else ""
        raise WrongAnswer(f"{quoted(zone)} is not a time zone. {hint or _HOW}")
    return zone


_HOW = "Write area and city, for example: Europe/London"
_KINDS: Mapping[AnswerKind, Callable[[str], str]] = {
    "text": _text,
    "web-address": _checked(WebAddress),
    "email-address": _checked(EmailAddress),
    "time-zone": _time_zone,
}


def _address(text: str) -> str:
    return _checked(RootAddress)(text).rstrip("/") + "/" if text.strip() else ""


def _known_languages(profile: Profile) -> list[str]:
    """Return the languages that the theme has words in, or that the profile brings."""
    brought = (PurePosixPath(path) for path in profile.files)
    of_profile = {one.stem for one in brought if one.match("*/words/*.yml")}
    return sorted({*languages([theme_folder() / "words"]), *of_profile})


def _language(text: str, known: Collection[str]) -> str:
    tag = _checked(Language)(text)
    if not any(tag == one or tag.startswith(f"{one}-") for one in known):
        have = ", ".join(known)
        raise WrongAnswer(f"There are no words of the interface in {quoted(tag)}, only in {have}.")
    return tag


def _one_of(choices: tuple[str, ...]) -> Callable[[str], str]:
    def is_right(text: str) -> str:
        same = {one.casefold(): one for one in choices}
        if text.strip().casefold() not in same:
            hint = did_you_mean(text, choices, "The answers are")
            raise WrongAnswer(f"{quoted(text)} is not one of the answers. {hint}")
        return same[text.strip().casefold()]

    return is_right
