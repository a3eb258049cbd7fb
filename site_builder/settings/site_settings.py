"""Every setting of a site, with what it is for and what it is if nobody says."""

import posixpath
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from site_builder.read.addresses import Addresses
from site_builder.read.disk_names import as_on_disk
from site_builder.read.files.limits import FileLimits
from site_builder.read.place.facts import Facts
from site_builder.read.problems import Problem
from site_builder.read.settings_file.checks import Checks
from site_builder.read.settings_file.written import Place
from site_builder.read.theme.terms import ADDRESS, OwnTerms, TermForms
from site_builder.read.types.fields.dates import Day, Moment
from site_builder.read.types.fields.text import Language, Text
from site_builder.read.types.fields.web import RootAddress, SecureAddress, WebAddress
from site_builder.settings.brand import Brand
from site_builder.settings.menu import Menu
from site_builder.settings.place import Kinds, PlaceOfSite, facts_of, names_in_text, words_of
from site_builder.settings.theme_folder import theme_folder

FolderPath = Annotated[Text, AfterValidator(posixpath.normpath)]
"""A folder beside the settings, with forward slashes."""


DiskPath = Annotated[Path, AfterValidator(lambda path: Path(as_on_disk(str(path))))]
"""A path as the system takes it, in any locale."""


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
    files: FileLimits = Field(
        FileLimits(),
        description="Which files of your own are published, from `files/` in the folder of what "
        "people write.",
    )
    brand: Brand = Field(
        Brand(), description="Whose site it is: name, logo, colour, fonts, and what the foot says."
    )
    words: DiskPath | None = Field(
        None,
        description="A file with words of your own over those of the theme; it holds only what "
        "differs.",
    )
    terms: TermForms = Field(
        {},
        description="What you call the things of the site, by the terms that `words.md` has, and "
        "the `address` of each.",
    )
    language: Language = Field(
        "en-GB", description="The language of the site; the theme must have words in it."
    )
    place: PlaceOfSite = Field(
        PlaceOfSite(),
        description="What is so at the place that the site is of: its country, nations, outline, "
        "clocks and year.",
    )
    kinds: Kinds = Field(
        Kinds(), description="The kinds of partners, stewards and barriers that there are."
    )
    menu: Menu | None = Field(
        None,
        description="What the menu leads to, in this order: types by the names of their folders, "
        "and addresses of pages; `Name: address` gives an entry a name of its own. If left out, "
        "missions, case studies, the council, commitments, places and ways to take part. A type of "
        "which there is nothing is left out, and what is not in the menu stands at the foot.",
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
    places_of_menu: tuple[Place, ...] = Field(
        (), description="Where each entry of `menu` is written."
    )
    places_of_terms: Mapping[str, Place] = Field(
        default_factory=dict, description="Where each of `terms` is written, and each form of it."
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
    def cache(self) -> Path:
        """The folder of what earlier builds found out; deleting it is always safe."""
        return self.root / ".cache"

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

    @cached_property
    def facts(self) -> Facts:
        """The facts of the place, by which content is read."""
        return facts_of(self.place, self.kinds)

    @property
    def own_words(self) -> Mapping[str, str]:
        """What the settings call things, by the keys of the words of the interface."""
        return words_of(self.place, self.kinds)

    @property
    def default_words(self) -> Mapping[str, str]:
        """What things are called where the words of the interface have nothing for them."""
        return names_in_text(self.facts)

    @property
    def own_terms(self) -> OwnTerms:
        """What the site calls its things, with where it says so."""
        forms = {
            term: {name: form for name, form in forms.items() if name != ADDRESS}
            for term, forms in self.terms.items()
        }
        return OwnTerms(forms, self.places_of_terms)

    @property
    def addresses(self) -> Addresses:
        """Where everything stands, with the names that the site's own terms have in addresses."""
        return Addresses({name: one[ADDRESS] for name, one in self.terms.items() if ADDRESS in one})

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


_FOUND = {"remarks", "places_of_rules", "places_of_menu", "places_of_terms"}
_NOT_WRITTEN = {"root", "theme_dir", "has_own_theme"} | _FOUND
WRITTEN = frozenset(Settings.model_fields) - _NOT_WRITTEN
"""The settings that are written under their own names; a theme's folder is `custom_dir`."""
