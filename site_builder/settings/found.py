"""The values that were found for the settings, with where each was said."""

from collections.abc import Mapping
from typing import Any

from pydantic_core import ErrorDetails

from site_builder.read.front_matter.faults import WANTED, quoted
from site_builder.read.problems import Position, Problem
from site_builder.read.settings_file.names import AT_THE_TOP, options_of, options_path
from site_builder.read.settings_file.written import Place, Written
from site_builder.settings.site_settings import WRITTEN


class Found:
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


def _as_written(step: str | int) -> str:
    return "custom_dir" if step == "theme_dir" else str(step)


_ANYTHING = ("something that can be used here", "docs/reference/settings.md says what can.")
