"""Read the settings of a file for either door, and check all of them in one place."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from site_builder.read.problems import Problem, in_order
from site_builder.read.settings_file.names import slips_in_names
from site_builder.read.settings_file.written import Place, SettingsFault, read_written
from site_builder.settings.brand_slips import wrong_brand
from site_builder.settings.folders import no_clocks, no_theme, overlaps
from site_builder.settings.found import Found
from site_builder.settings.settings_error import SettingsError
from site_builder.settings.site_settings import WRITTEN, Settings
from site_builder.settings.terms import slips_in_terms


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
    more = (overlaps, no_theme, no_clocks, wrong_brand, slips_in_terms)
    if of_all := [*_errors(slips), *(slip for rule in more for slip in rule(settings, found))]:
        raise SettingsError(of_all)
    rules = {rule: found.place("check", "rules", rule) for rule in settings.check.rules}
    terms = dict(_places_of_terms(settings, found))
    menu = tuple(found.place("menu", number) for number in range(len(settings.menu or ())))
    places = {"places_of_rules": rules, "places_of_terms": terms, "places_of_menu": menu}
    return settings.model_copy(update={"remarks": in_order(slips), **places})


def _places_of_terms(settings: Settings, found: Found) -> Iterator[tuple[str, Place]]:
    for term, forms in settings.terms.items():
        yield term, found.place("terms", term)
        for form in forms:
            yield f"{term}.{form}", found.place("terms", term, form)


def _errors(problems: Iterable[Problem]) -> list[Problem]:
    return [one for one in problems if one.level == "error"]
