"""The files of a new record: those of its profile filled in, and those that the product has."""

import datetime as dt
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Literal, get_args

from site_builder.build import examine
from site_builder.check import errors_in
from site_builder.doors.schemas import register_files
from site_builder.doors.starting.filling import filled
from site_builder.doors.starting.laying_down import lay_down
from site_builder.doors.starting.profiles import (
    Profile,
    ProfileFault,
    part_of_product,
    record_files,
)
from site_builder.read.problems import Problem
from site_builder.settings import Settings, SettingsError, read_settings

Host = Literal["github", "gitlab", "none"]
HOSTS: tuple[Host, ...] = get_args(Host)
SETTINGS_FILE = "mkdocs.yml"

_SCHEMAS = ".vscode/schemas"
_TAKEN: Mapping[Host, tuple[str, str]] = {
    "github": ("action.yml", ".github/actions/missions/action.yml"),
    "gitlab": ("templates/missions.gitlab-ci.yml", ".gitlab/missions.gitlab-ci.yml"),
}
"""What the product has for each host, and where a record keeps it."""


def blank_files(profile: Profile, host: Host) -> Mapping[str, bytes]:
    """Return the files of a new record, not filled in yet."""
    files = dict(profile.files)
    if host in _TAKEN:
        files = record_files(part_of_product(f"templates/record-on-{host}"), []) | files
    return files


def whole_files(
    profile: Profile, host: Host, answers: Mapping[str, str], install: str, today: dt.date
) -> Mapping[str, bytes]:
    """Return the files of a new record, filled in, by their paths.

    Raises ProfileFault where the record would not pass its own check.
    """
    about = profile.about
    values = {**answers, "install": install, "today": today.isoformat()}
    for name, text in (
        ("site-name", about.site_name),
        ("site-description", about.site_description),
        ("settings", profile.settings),
    ):
        values[name] = _of_profile(text, values, is_settings=name == "settings")
    files = {path: filled(path, data, values) for path, data in blank_files(profile, host).items()}
    if taken := _TAKEN.get(host):
        files[taken[1]] = part_of_product(taken[0]).read_bytes()
    schemas = register_files(_tried(files).facts)
    files |= {f"{_SCHEMAS}/{name}": text.encode() for name, text in schemas.items()}
    return dict(sorted(files.items()))


def every_path(profile: Profile, host: Host) -> list[str]:
    """Return the path of each file that a new record has."""
    taken = [_TAKEN[host][1]] if host in _TAKEN else []
    return [*blank_files(profile, host), *taken, *(f"{_SCHEMAS}/{one}" for one in register_files())]


def _of_profile(text: str, values: Mapping[str, str], *, is_settings: bool) -> str:
    path = "settings.yml" if is_settings else "name.txt"
    return filled(path, text.encode(), values).decode()


def _tried(files: Mapping[str, bytes]) -> Settings:
    """Return the settings of a record that is made for a moment where nobody looks.

    Raises ProfileFault with what its check names.
    """
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "record"
        lay_down(folder, files)
        try:
            settings = read_settings(folder / SETTINGS_FILE)
            problems = examine(settings).problems
        except SettingsError as error:
            raise ProfileFault(error.problems) from None
    wrong: list[Problem] = [one for one in problems if errors_in([one], strict=True)]
    if wrong:
        raise ProfileFault(wrong)
    return settings
