"""A profile: a folder that says how a record of some kind begins, as data.

`profile.yml` describes it and may ask questions of its own, `settings.yml` holds settings,
`words.yml` words of its own, and `record/` the files that a new record has. Every record has the
files of `templates/record/` as well, where its profile has none of the same path.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from pydantic import Field, ValidationError, field_validator

from site_builder.doors.starting.filling import OF_EVERY_RECORD, unknown_blanks
from site_builder.read.front_matter.faults import Misnamed, explain
from site_builder.read.front_matter.front_matter import Fields, read_mapping
from site_builder.read.problems import Position, Problem, did_you_mean, in_order
from site_builder.read.source import Source
from site_builder.read.types.fields.text import Language, Part, Slug, Text, mistake

_PACKAGE = Path(__file__).parent.parent.parent
DESCRIPTION, SETTINGS, WORDS, RECORD = "profile.yml", "settings.yml", "words.yml", "record"


AnswerKind = Literal["text", "web-address", "email-address", "time-zone"]


class Question(Part):
    """Something that is asked before a record is begun."""

    question: Text = Field(description="The question, without a question mark at its end.")
    default: Text | None = Field(
        None, description="What is taken where nobody answers; without it, somebody must."
    )
    kind: AnswerKind = Field(
        "text", description="What an answer is: text, web-address, email-address or time-zone."
    )
    choices: tuple[Text, ...] = Field(
        (), description="The answers that there are, if not any will do."
    )


class Description(Part):
    """What a profile says of itself."""

    description: Text = Field(description="For whom it is, in one sentence.")
    site_name: Text = Field(description="The name of the site; it may have blanks.")
    site_description: Text = Field(
        description="One sentence about the site; it may have blanks as well."
    )
    language: Language = Field("en-GB", description="The language that its texts are in.")
    asks: Mapping[Slug, Question] = Field(
        {}, description="Questions of its own, each under the name of its blank."
    )

    @field_validator("asks")
    @classmethod
    def _own(cls, asks: Mapping[str, Question]) -> Mapping[str, Question]:
        if taken := sorted(OF_EVERY_RECORD & asks.keys()):
            raise mistake(f"has `{taken[0]}`, which every record has", "Choose another name")
        return asks


@dataclass(frozen=True)
class Profile:
    """A profile that was read and has no fault of its own."""

    name: str
    folder: Path
    about: Description
    settings: str = ""
    """Its settings, as they are written."""
    files: Mapping[str, bytes] = field(default_factory=dict)
    """The files of a new record by their paths, not filled in yet."""


class ProfileFault(Exception):
    """A profile that can not be used; carries a problem for each thing that is wrong with it."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = in_order(problems)
        super().__init__("\n".join(f"{one.path}: {one.what} {one.fix}" for one in self.problems))


def part_of_product(name: str) -> Path:
    """Return a folder or a file that comes with the product, installed or not."""
    inside, beside = _PACKAGE / name, _PACKAGE.parent / name
    return inside if inside.exists() else beside


def profiles() -> Mapping[str, Path]:
    """Return the folder of each profile that comes with the product, by its name."""
    folders = sorted(part_of_product("profiles").iterdir())
    return {folder.name: folder for folder in folders if (folder / DESCRIPTION).is_file()}


def read_profile(name: str) -> Profile:
    """Return a profile by its name, or one of somebody's own by the path of its folder.

    Raises ProfileFault with everything that is wrong with it.
    """
    folder = profiles().get(name, Path(name))
    if not (folder / DESCRIPTION).is_file():
        raise ProfileFault([_no_profile(name, folder)])
    problems: list[Problem] = []
    about = _description(folder, problems)
    files = record_files(part_of_product("templates/record"), problems)
    files |= record_files(folder / RECORD, problems)
    settings = _mapping_text(folder / SETTINGS, problems)
    if words := _mapping_text(folder / WORDS, problems):
        files[WORDS] = words.encode()
        settings = _with_words(settings)
    if about:
        known = OF_EVERY_RECORD | about.asks.keys()
        problems += unknown_blanks({**files, SETTINGS: settings.encode()}, known)
        problems += unknown_blanks({DESCRIPTION: (folder / DESCRIPTION).read_bytes()}, known)
    if problems or not about:
        raise ProfileFault(problems)
    return Profile(name, folder, about, settings, files)


def record_files(folder: Path, problems: list[Problem]) -> dict[str, bytes]:
    """Return the files of a folder by their paths in a record, and add what can not be one."""
    files: dict[str, bytes] = {}
    small: dict[str, str] = {}
    for file in sorted(folder.rglob("*")) if folder.is_dir() else ():
        path = file.relative_to(folder).as_posix()
        if file.is_symlink():
            problems.append(_of(path, "This is a link to another file.", "Put the file itself."))
        elif file.is_file() and small.setdefault(path.casefold(), path) != path:
            what = f"{small[path.casefold()]} has the same name but for capitals."
            problems.append(_of(path, what, "Some disks take the two for one; rename one of them."))
        elif file.is_file():
            files[path] = file.read_bytes()
    return files


def _no_profile(name: str, folder: Path) -> Problem:
    if folder.is_dir():
        what = f"There is no {DESCRIPTION} in this folder, so it is no profile."
        return Problem(name, Position(), "profile", what, "docs/operators/profiles.md has one.")
    what = f"“{name}” is neither a profile nor a folder."
    return Problem("command line", Position(), "profile", what, _which(name))


def _which(name: str) -> str:
    return did_you_mean(name, profiles(), "The profiles are")


def _description(folder: Path, problems: list[Problem]) -> Description | None:
    fields = _fields(folder / DESCRIPTION)
    problems += fields.problems
    try:
        return Description.model_validate(fields.values)
    except ValidationError as error:
        told = explain(error, Description, fields, "a profile")
        problems += [one for one in told if not isinstance(one, Misnamed)]
        return None


def _mapping_text(file: Path, problems: list[Problem]) -> str:
    """Return the text of a file of settings or words, and add why it is none."""
    if not file.is_file():
        return ""
    fields = _fields(file)
    problems += fields.problems
    return fields.source.text


def _with_words(settings: str) -> str:
    """Return settings that name the file of words."""
    if re.search(r"^words:", settings, re.M):
        return settings
    gap = "\n" if settings else ""
    return f"{settings}{gap}# Words of our own, over those of the theme.\nwords: {WORDS}\n"


def _fields(file: Path) -> Fields:
    text = file.read_bytes().decode("utf-8-sig", "replace").replace("\r\n", "\n")
    source = Source(file.name, text, 0, len(text), len(text))
    return read_mapping(source, "This is not a set of names and values.")


def _of(path: str, what: str, fix: str) -> Problem:
    return Problem(f"{RECORD}/{path}", Position(), "profile", what, fix)


def choices_in_words() -> Iterator[str]:
    """Yield each profile that comes with the product, with its sentence."""
    for name, folder in profiles().items():
        about = _description(folder, [])
        yield f"  {name}: {about.description if about else ''}"
