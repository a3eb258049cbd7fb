"""Every setting of a site, read from `mkdocs.yml` by either door, checked in one place."""

import os
import posixpath
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Self
from urllib.parse import urlsplit

import yaml
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from site_builder.read.types.fields.fields import (
    Day,
    Language,
    Moment,
    SecureAddress,
    Text,
    WebAddress,
)

_PACKAGE = Path(__file__).parent

FolderPath = Annotated[Text, AfterValidator(posixpath.normpath)]
"""A folder beside the settings, with forward slashes."""


class SettingsError(Exception):
    """Settings that can not be used; the message is for the person who wrote them."""


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
    site_url: WebAddress | None = Field(
        None, description="The whole address of the site's root; without it there are no feeds."
    )
    hub: SecureAddress | None = Field(
        None,
        description="The https address of a WebSub hub, which feeds then name, so that readers can "
        "be told of news at once.",
    )
    digests: bool = Field(
        default=False,
        description="True to make a digest of each mission and quarter, as e-mail to send.",
    )
    precompressed: bool = Field(
        default=False,
        description="True to put a packed `.gz` and `.br` beside each file of text, for a host of "
        "your own that sends those.",
    )
    docs_dir: FolderPath = Field("content", description="The folder of what people write.")
    site_dir: Path = Field(Path("site"), description="The folder that the site is written to.")
    theme_dir: Path | None = Field(None, description="A folder with a theme of your own.")
    language: Language = Field("en-GB", description="The language of the site.")
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

    @classmethod
    def from_mapping(
        cls, values: Mapping[str, Any], root: Path, places: Mapping[str, str] | None = None
    ) -> Self:
        """Return the settings that a mapping of the shape of `mkdocs.yml` holds.

        Raises SettingsError with one line for each setting that can not be used; it begins with
        the place of the setting, where `places` has it.
        """
        theme = values.get("theme")
        own = {key: values[key] for key in cls.model_fields if values.get(key) not in (None, "")}
        options = {key: value for key, value in _options(values).items() if value not in (None, "")}
        if isinstance(theme, Mapping) and theme.get("custom_dir"):
            own["theme_dir"] = root / str(theme["custom_dir"])
        try:
            # What the command line says comes in `values`, and wins over the plugin's options.
            settings = cls.model_validate(options | own | {"root": root})
        except ValidationError as error:
            lines = (_line(one, places or {}) for one in error.errors())
            raise SettingsError("\n".join(lines)) from None
        return settings._without_overlap()  # noqa: SLF001 - its own

    def _without_overlap(self) -> Self:
        """Raise SettingsError when the site and what people write would stand in one another."""
        content = (self.root / self.docs_dir).resolve()
        target = self.target.resolve()
        if not content.is_relative_to(self.root) or content == self.root:
            message = f"`docs_dir` is “{self.docs_dir}”, which is not a folder beside the settings."
            raise SettingsError(message)
        if target.is_relative_to(content) or content.is_relative_to(target):
            message = f"`site_dir` is “{self.site_dir}”, which overlaps with `docs_dir`."
            raise SettingsError(f"{message} Choose another folder for the site.")
        return self

    @property
    def target(self) -> Path:
        """The folder that the site is written to, from the root of the disk."""
        return self.root / self.site_dir

    @property
    def theme(self) -> Path:
        """The folder of the theme."""
        return self.theme_dir or theme_folder()

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

    Raises SettingsError when the file can not be read or a setting can not be used.
    """
    try:
        text = path.read_text("utf-8")
        values = yaml.load(text, Loader=_SettingsLoader)  # noqa: S506 - safe
    except OSError:
        message = f"{path}: there is no such file. Run this in the folder with mkdocs.yml."
        raise SettingsError(message) from None
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path}: the settings can not be read. {error}") from None
    if not isinstance(values, dict):
        raise SettingsError(f"{path}: the settings are not a set of names and values.")
    given = {name: value for name, value in overrides.items() if value is not None}
    lines = _lines(yaml.compose(text, Loader=_SettingsLoader))
    # What the command line says has no line in the file.
    places = {name: f"{path.name}:{line}: " for name, line in lines.items() if name not in given}
    return Settings.from_mapping(values | given, path.parent.resolve(), places)


def theme_folder() -> Path:
    """Return the folder of the theme that comes with the product."""
    inside, beside = _PACKAGE / "themes" / "civic", _PACKAGE.parent / "themes" / "civic"
    return inside if inside.is_dir() else beside


class _SettingsLoader(yaml.CSafeLoader):
    """The safe loader, with the `!ENV` that MkDocs knows."""


def _env(loader: yaml.CSafeLoader, node: yaml.Node) -> Any:
    """Return the first environment variable named that is set, or the default at the end."""
    if isinstance(node, yaml.ScalarNode):
        return os.environ.get(str(loader.construct_scalar(node)))
    *names, default = loader.construct_sequence(node)  # type: ignore[arg-type]
    return next((os.environ[name] for name in names if name in os.environ), default)


_SettingsLoader.add_constructor("!ENV", _env)
_SettingsLoader.add_multi_constructor("tag:yaml.org,2002:python/", lambda *_: None)


def _lines(node: yaml.Node | None) -> dict[str, int]:
    """Return the line of each setting, of those under the plugin as well."""
    lines: dict[str, int] = {}
    for key, value in node.value if isinstance(node, yaml.MappingNode) else ():
        lines[key.value] = key.start_mark.line + 1
        if key.value in ("plugins", "missions"):
            inside = value.value if isinstance(value, yaml.SequenceNode) else [value]
            lines |= {name: line for one in inside for name, line in _lines(one).items()}
    return lines


def _options(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the options of the plugin called missions, however plugins are written."""
    plugins = values.get("plugins") or []
    entries = [plugins] if isinstance(plugins, Mapping) else plugins
    named = (one if isinstance(one, Mapping) else {one: None} for one in entries)
    return next((dict(one["missions"] or {}) for one in named if "missions" in one), {})


def _line(error: Any, places: Mapping[str, str]) -> str:
    place = places.get(str(error["loc"][0]), "")
    name, context = ".".join(str(step) for step in error["loc"]), error.get("ctx", {})
    if error["type"] == "missing":
        return f"{place}`{name}` is missing from the settings."
    what = context.get("what", "can not be used here")
    fix = f" {context['fix']}." if "fix" in context else ""
    return f"{place}`{name}` is “{error['input']}”, which {what}.{fix}"
