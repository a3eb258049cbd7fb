"""Every setting of a site, read from `mkdocs.yml` by either door, checked in one place."""

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError
from pydantic_core import ErrorDetails

from site_builder.read.disk_names import as_on_disk
from site_builder.read.front_matter.faults import WANTED, quoted
from site_builder.read.problems import Position, Problem, in_order
from site_builder.read.settings_file.checks import Checks
from site_builder.read.settings_file.names import (
    AT_THE_TOP,
    options_of,
    options_path,
    slips_in_names,
)
from site_builder.read.settings_file.written import Place, SettingsFault, Written, read_written
from site_builder.read.theme.words import languages, words_file
from site_builder.read.types.fields.dates import Day, Moment
from site_builder.read.types.fields.text import Language, Text
from site_builder.read.types.fields.web import RootAddress, SecureAddress, WebAddress

_PACKAGE = Path(__file__).parent

FolderPath = Annotated[Text, AfterValidator(posixpath.normpath)]
"""A folder beside the settings, with forward slashes."""


DiskPath = Annotated[Path, AfterValidator(lambda path: Path(as_on_disk(str(path))))]
"""A path as the system takes it, in any locale."""


class SettingsError(Exception):
    """Settings that can not be used; carries a problem for each, all of them together."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = in_order(problems)
        super().__init__("\n".join(f"{_at(one)}: {one.what} {one.fix}" for one in self.problems))


class Licence(BaseModel):
    """What others may do with the data, in the words of a licence that stands somewhere else."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: Text = Field(description="The name of the licence.")
    url: WebAddress = Field(description="Where its whole text stands.")


class Settings(BaseModel):
    """What the person who runs a site decides. Everything else has one good answer."""

    model_config = ConfigDict(frozen=True)

    root: Path = Field(description="The folder of the settings; paths are seen from it.")
    site_name: Text = Field(description="The site's name, in titles and at the head of each page.")
    site_description: Text = Field(
        "The public record of missions.", description="One sentence about the site."
    )
    site_author: Text | None = Field(
        None, description="Who publishes the site; named in feeds. If left out, the site's name."
    )
    site_url: RootAddress | None = Field(
        None, description="The whole address of the site's root; without it there are no feeds."
    )
    hub: SecureAddress | None = Field(
        None,
        description="The https address of a WebSub hub, which feeds then name, so that readers can "
        "be told of news at once.",
    )
    digests: bool = Field(
        default=False,
        strict=True,
        description="True to make a digest of each mission and quarter, as e-mail to send.",
    )
    precompressed: bool = Field(
        default=False,
        strict=True,
        description="True to put a packed `.gz` and `.br` beside each file of text, for a host of "
        "your own that sends those.",
    )
    docs_dir: FolderPath = Field("content", description="The folder of what people write.")
    site_dir: DiskPath = Field(Path("site"), description="The folder that the site is written to.")
    in_place: bool = Field(
        default=False,
        strict=True,
        description="True to change the files of the site's folder one by one, where another "
        "program has that folder open: a web server in a container, for example.",
    )
    theme_dir: DiskPath | None = Field(
        None,
        description="A folder with files of your own over those of the theme `civic`: a layout, a "
        "component, a style, a language. With `name: null` it is a whole theme.",
    )
    has_own_theme: bool = Field(default=False, description="Whether `theme_dir` is a whole theme.")
    words: DiskPath | None = Field(
        None,
        description="A file with words of your own over those of the theme; it holds only what "
        "differs.",
    )
    language: Language = Field(
        "en-GB", description="The language of the site; the theme must have words in it."
    )
    hundred_days_from: Day | None = Field(
        None,
        description="The day from which the first hundred days are counted; without it the site "
        "has no page of them.",
    )
    licence: Licence | None = Field(
        None,
        description="The `name` and the `url` of the licence of the data; without it the data say "
        "that none has been stated.",
    )
    now: Moment | None = Field(
        None,
        description="The moment of the build, for embargoes and for what is still to come; without "
        "it every embargo holds.",
    )
    strict: bool = Field(
        default=False,
        strict=True,
        description="True to let warnings stop every build, as `--strict` does.",
    )
    check: Checks = Field(
        Checks(),
        description="What the check asks of texts, where that differs from what it asks of any.",
    )
    places_of_rules: Mapping[str, Place] = Field(
        default_factory=dict, description="Where each rule of `check` is written."
    )
    remarks: tuple[Problem, ...] = Field(
        (), description="What is written in the settings and has no effect; warnings."
    )

    @property
    def content(self) -> Path:
        """The folder of what people write, from the root of the disk."""
        return self.root / as_on_disk(self.docs_dir)

    @property
    def target(self) -> Path:
        """The folder that the site is written to, from the root of the disk."""
        return self.root / self.site_dir

    @property
    def theme(self) -> Path:
        """The folder of the theme."""
        return (
            self.root / self.theme_dir if self.has_own_theme and self.theme_dir else theme_folder()
        )

    @property
    def theme_on_top(self) -> Path | None:
        """The folder whose files are put over those of the theme, or nothing."""
        return None if self.has_own_theme or not self.theme_dir else self.root / self.theme_dir

    @property
    def theme_folders(self) -> tuple[Path, ...]:
        """The folders of the theme, the one that counts first."""
        return tuple(folder for folder in (self.theme_on_top, self.theme) if folder)

    @property
    def words_file(self) -> Path | None:
        """The file of the site's own words, or nothing."""
        return self.root / self.words if self.words else None

    def place_of_rule(self, rule: str) -> Place:
        """Return where the settings name a rule."""
        return self.places_of_rules[rule]

    @property
    def publisher(self) -> str:
        """Who publishes the site."""
        return self.site_author or self.site_name

    @property
    def site_root(self) -> str | None:
        """The address of the site's root with a slash at its end, or nothing."""
        return self.site_url.rstrip("/") + "/" if self.site_url else None

    @property
    def base_path(self) -> str:
        """The path of the site's root on its host, with a slash at both ends."""
        return urlsplit(self.site_root or "/").path or "/"


def read_settings(path: Path, **overrides: Any) -> Settings:
    """Return the settings of a file, with what the command line says put over them.

    Raises SettingsError with every problem of them when the file can not be read or a setting
    can not be used; names without an effect are `remarks`.
    """
    try:
        written = read_written(path)
    except SettingsFault as fault:
        raise SettingsError([fault.problem]) from None
    slips = list(slips_in_names(written, WRITTEN))
    given = {name: value for name, value in overrides.items() if value is not None}
    found = _Found(written, given)
    try:
        settings = Settings.model_validate(found.values | {"root": path.parent.resolve()})
    except ValidationError as error:
        raise SettingsError([*_errors(slips), *map(found.problem, error.errors())]) from None
    if slips_of_all := [*_errors(slips), *_overlaps(settings, found), *_no_theme(settings, found)]:
        raise SettingsError(slips_of_all)
    places = {rule: found.place("check", "rules", rule) for rule in settings.check.rules}
    return settings.model_copy(update={"remarks": in_order(slips), "places_of_rules": places})


def _errors(problems: Iterable[Problem]) -> list[Problem]:
    return [one for one in problems if one.level == "error"]


class _Found:
    """The values of all settings, with where each was said."""

    def __init__(self, written: Written, given: Mapping[str, Any]) -> None:
        self._written, self._given = written, given
        options, values = options_of(written.values), written.values
        theme = values.get("theme")
        folder = theme.get("custom_dir") if isinstance(theme, Mapping) else None
        is_whole = isinstance(theme, Mapping) and theme.get("name", "") is None and bool(folder)
        own = {
            **{name: options[name] for name in options if name in WRITTEN},
            # At the top a setting wins, where those of MkDocs stand and others may.
            **{name: values[name] for name in values if name in WRITTEN},
            "theme_dir": folder,
            "has_own_theme": is_whole,
            **given,
        }
        self.values = {name: value for name, value in own.items() if value not in (None, "")}

    def problem(self, error: ErrorDetails) -> Problem:
        """Return what the model found wrong, in words."""
        name, context = ".".join(map(_as_written, error["loc"])), error.get("ctx", {})
        place = self.place(str(error["loc"][0]), *error["loc"][1:])
        if error["type"] == "missing":
            what, fix = f"`{name}` is missing from the settings.", "Add it; it has no default."
        elif error["type"] == "extra_forbidden":
            what, fix = f"`{name}` is not a setting.", "Take it out."
        else:
            wanted, how = WANTED.get(error["type"], _ANYTHING)
            wrong = context.get("what", f"is not {wanted}")
            what = f"`{name}` is {quoted(error['input'])}, which {wrong}."
            fix = f"{context['fix']}." if "fix" in context else how
        return place.problem(what, fix)

    def place(self, name: str, *rest: str | int) -> Place:
        """Return where a setting stands, or that it came from the command line."""
        if name in self._given:
            return Place("command line", Position())
        if name == "theme_dir":
            return self._written.place(("theme", "custom_dir"))
        at_the_top = name in AT_THE_TOP or name in self._written.values
        path = (name,) if at_the_top else (*options_path(self._written.values), name)
        return self._written.place((*path, *rest))


def _overlaps(settings: Settings, found: _Found) -> Iterator[Problem]:
    """Yield a problem when the site and what people write would stand in one another."""
    content, target = settings.content.resolve(), settings.target.resolve()
    if not content.is_relative_to(settings.root) or content == settings.root:
        what = (
            f"`docs_dir` is {quoted(settings.docs_dir)}, which is not a folder beside the settings."
        )
        yield found.place("docs_dir").problem(what, "Name a folder in the folder of the settings.")
    elif target.is_relative_to(content) or content.is_relative_to(target):
        what = f"`site_dir` is {quoted(settings.site_dir)}, which overlaps with `docs_dir`."
        yield found.place("site_dir").problem(what, "Choose another folder for the site.")


def _no_theme(settings: Settings, found: _Found) -> Iterator[Problem]:
    """Yield a problem for a folder or a file of the site's own that is not there, or no use."""
    place, folder = found.place("theme_dir"), settings.theme
    what = f"`custom_dir` is {quoted(settings.theme_dir)}, "
    if settings.theme_on_top and not settings.theme_on_top.is_dir():
        fix = "Make the folder; it holds only the files that differ from the theme `civic`."
        yield place.problem(f"{what}and there is no such folder.", fix)
    elif not (folder / "layouts").is_dir():
        why = "which holds no theme" if folder.is_dir() else "and there is no such folder"
        fix = "Name a folder with a copy of the theme `civic`; it has a folder `layouts`."
        yield place.problem(f"{what}{why}.", fix)
    else:
        yield from _no_words(settings, found)


def _no_words(settings: Settings, found: _Found) -> Iterator[Problem]:
    """Yield a problem when the theme has no words in the site's language, or a file is missing."""
    folders = [folder / "words" for folder in settings.theme_folders]
    known, language = languages(folders), settings.language
    if known and not words_file(folders, language):
        what = f"`language` is {quoted(language)}, and the theme has no words in it."
        name = f"words/{language.partition('-')[0]}.yml"
        fix = f"It has {', '.join(known)}; to add one, put a whole {name} into your `custom_dir`."
        yield found.place("language").problem(what, fix)
    if settings.words_file and not settings.words_file.is_file():
        what = f"`words` is {quoted(settings.words)}, and there is no such file."
        yield found.place("words").problem(what, "Name a file, seen from the settings.")


def _as_written(step: str | int) -> str:
    return "custom_dir" if step == "theme_dir" else str(step)


_ANYTHING = ("something that can be used here", "docs/reference/settings.md says what can.")


def _at(problem: Problem) -> str:
    return f"{problem.path}:{problem.position.line}"


def theme_folder() -> Path:
    """Return the folder of the theme that comes with the product."""
    inside, beside = _PACKAGE / "themes" / "civic", _PACKAGE.parent / "themes" / "civic"
    return inside if inside.is_dir() else beside


_NOT_WRITTEN = {"root", "remarks", "theme_dir", "has_own_theme", "places_of_rules"}
WRITTEN = frozenset(Settings.model_fields) - _NOT_WRITTEN
"""The settings that are written under their own names; a theme's folder is `custom_dir`."""
