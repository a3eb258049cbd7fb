"""Read the settings of a file for either door, and check all of them in one place."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from site_builder.read.problems import Problem, in_order
from site_builder.read.settings_file.names import slips_in_names
from site_builder.read.settings_file.written import SettingsFault, read_written
from site_builder.settings.folders import no_clocks, no_theme, overlaps
from site_builder.settings.found import Found
from site_builder.settings.settings_error import SettingsError
from site_builder.settings.site_settings import WRITTEN, Settings


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
    found = Found(written, given)
    try:
        settings = Settings.model_validate(found.values | {"root": path.parent.resolve()})
    except ValidationError as error:
        raise SettingsError([*_errors(slips), *map(found.problem, error.errors())]) from None
    rules = (overlaps, no_theme, no_clocks)
    if told := [*_errors(slips), *(one for rule in rules for one in rule(settings, found))]:
        raise SettingsError(told)
    places = {rule: found.place("check", "rules", rule) for rule in settings.check.rules}
    update = {
        "remarks": in_order(slips),
        "places_of_rules": places,
        "places_of_menu": tuple(
            found.place("menu", number) for number in range(len(settings.menu or ()))
        ),
    }
    return settings.model_copy(update=update)


def _errors(problems: Iterable[Problem]) -> list[Problem]:
    return [one for one in problems if one.level == "error"]
