"""Which names `mkdocs.yml` may use, and what each does here.

The settings of the product itself are the fields of `Settings`; this is the table of the others:
the names that MkDocs 1.6 knows (its `config/defaults.py`), each with what it does here.
"""

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from site_builder.read.front_matter.faults import quoted
from site_builder.read.problems import Problem, nearest
from site_builder.read.settings_file.written import Place, Steps, Written

PLUGIN = "missions"

AT_THE_TOP = frozenset(
    {"site_name", "site_description", "site_author", "site_url", "docs_dir", "site_dir", "strict"}
)
"""Settings of ours that stand by themselves, since MkDocs has them too."""

USED = frozenset({"INHERIT", "plugins", "theme", "dev_addr", "remote_branch", "remote_name"})
"""Other names that have an effect: here, or on `mkdocs serve` and `mkdocs gh-deploy`."""

WITHOUT_EFFECT: Mapping[str, str] = {
    "nav": "The menu is made from what there is; `menu` under the plugin `missions` orders it.",
    "copyright": "State a `licence` under the plugin `missions`; the page of the data names it.",
    "exclude_docs": "Use `status: draft` in a file that is not to be published.",
    "draft_docs": "Use `status: draft` in a file that is not to be published.",
    "not_in_nav": "The menu is made from what the record holds.",
    "use_directory_urls": "Every page stands in a folder of its own, so that addresses last.",
    "repo_url": "Pages do not lead to a repository.",
    "repo_name": "Pages do not lead to a repository.",
    "edit_uri": "Pages do not lead to a repository.",
    "edit_uri_template": "Pages do not lead to a repository.",
    "extra": "No template reads it.",
    "extra_css": "Styles stand in the theme: name its folder as `custom_dir` under `theme`.",
    "extra_javascript": "No page runs scripts of a site's own.",
    "extra_templates": "Templates stand in the theme.",
    "google_analytics": "Nobody who reads the site is counted.",
    "hooks": "The build runs no code of a site's own.",
    "markdown_extensions": "What authors can write is the same on every site.",
    "mdx_configs": "What authors can write is the same on every site.",
    "pages": "The menu is made from what the record holds.",
    "validation": "Every link within the site is checked, always.",
    "watch": "The preview watches the settings, the content and the theme.",
}
"""The names that MkDocs knows and that do nothing here, each with why."""

_THEMES = ("civic", None)
_IN_THEME = frozenset({"name", "custom_dir"})


def slips_in_names(written: Written, own: Collection[str]) -> Iterator[Problem]:
    """Yield a problem for each name that is unknown, repeated, misplaced or without an effect.

    `own` are the names of the product's settings.
    """
    for path in written.repeated:
        name = path[-1]
        yield written.place(path).problem(f"`{name}` stands twice.", "Keep one of the two.")
    yield from _at_the_top(written, own)
    yield from _in_theme(written)
    yield from _shapes_of_plugins(written)
    yield from _in_plugins(written, frozenset(own) - AT_THE_TOP)


def options_of(values: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return what stands under the plugin `missions`, however plugins are written."""
    found: Any = next((found for _, name, found in _plugins(values) if name == PLUGIN), {})
    return found if isinstance(found, Mapping) else {}


def options_path(values: Mapping[str, Any]) -> Steps:
    """Return the way to what stands under the plugin `missions`."""
    return next((path for path, name, _ in _plugins(values) if name == PLUGIN), ("plugins",))


def _at_the_top(written: Written, own: Collection[str]) -> Iterator[Problem]:
    for name in written.values:
        place = written.place((name,))
        if name in WITHOUT_EFFECT:
            yield place.problem(f"`{name}` has no effect here.", WITHOUT_EFFECT[name], "warning")
        elif name in own and name not in AT_THE_TOP:
            fix = f"Move it under the plugin `{PLUGIN}`, where both doors read it."
            yield place.problem(f"`{name}` is a setting of the plugin `{PLUGIN}`.", fix, "warning")
        elif name not in AT_THE_TOP | USED:
            yield _unknown(place, name, {*own, *AT_THE_TOP, *USED, *WITHOUT_EFFECT})


def _in_theme(written: Written) -> Iterator[Problem]:
    theme = written.values.get("theme")
    given: Mapping[str, Any] = theme if isinstance(theme, Mapping) else {"name": theme}
    name = given.get("name")
    if name is not None and not isinstance(name, str):
        what = f"`theme` is {quoted(name)}, which is not the name of a theme."
        yield written.place(("theme", "name")).problem(what, "Write it like this: theme: civic")
    elif name not in _THEMES:
        what = f"The theme {quoted(name)} has no effect here."
        fix = "The site has the theme `civic`; a theme of your own is a folder: `custom_dir`."
        yield written.place(("theme", "name")).problem(what, fix, "warning")
    for key in given:
        if key not in _IN_THEME:
            what, fix = f"`{key}` under `theme` has no effect here.", "Take it out."
            yield written.place(("theme", key)).problem(what, fix, "warning")


def _shapes_of_plugins(written: Written) -> Iterator[Problem]:
    """Yield a problem for each plugin that is not written as a name, or a name with options."""
    plugins = written.values.get("plugins")
    if plugins is not None and not isinstance(plugins, Mapping | list):
        what = f"`plugins` is {quoted(plugins)}, which is not a list."
        yield written.place(("plugins",)).problem(what, _HOW_PLUGINS)
    for number, one in enumerate(plugins if isinstance(plugins, list) else ()):
        if not isinstance(one, str) and not (isinstance(one, Mapping) and len(one) == 1):
            what = "Each entry of `plugins` is a name, or one name with options under it."
            yield written.place(("plugins", number)).problem(what, _HOW_PLUGINS)
    ours = [(path, given) for path, name, given in _plugins(written.values) if name == PLUGIN]
    for path, given in ours:
        if not isinstance(given, Mapping):
            what = f"`{PLUGIN}` is {quoted(given)}, which is not a set of names and values."
            yield written.place(path).problem(what, "Write `name: value` lines under it, indented.")
    for path, _ in ours[1:]:
        what, fix = f"`{PLUGIN}` stands twice among the plugins.", "Keep one of the two."
        yield written.place(path).problem(what, fix)


_HOW_PLUGINS = f"Write it as a list, for example: plugins: [{PLUGIN}]"


def _in_plugins(written: Written, options: Collection[str]) -> Iterator[Problem]:
    for path, plugin, given in _plugins(written.values):
        if plugin != PLUGIN:
            near = f' Did you mean "{PLUGIN}"?' if nearest(plugin, [PLUGIN]) else ""
            what = f"The plugin `{plugin}` has no effect on the record.{near}"
            yield written.place(path).problem(what, "Take it out of `plugins`.", "warning")
            continue
        for name in given if isinstance(given, Mapping) else ():
            if name not in options:
                yield _unknown(written.place((*path, name)), name, options)


def _plugins(values: Mapping[str, Any]) -> Iterator[tuple[Steps, str, Any]]:
    """Yield each plugin: the way to its options, its name, and the options as they are written."""
    plugins = values.get("plugins") or []
    if isinstance(plugins, Mapping):
        entries: list[tuple[Steps, Any]] = [(("plugins",), {k: v}) for k, v in plugins.items()]
    elif isinstance(plugins, list):
        entries = [(("plugins", number), one) for number, one in enumerate(plugins)]
    else:
        entries = []
    for path, entry in entries:
        one = entry if isinstance(entry, Mapping) else {str(entry): None}
        for name, options in one.items():
            yield (*path, str(name)), str(name), {} if options is None else options


def _unknown(place: Place, name: str, known: Collection[str]) -> Problem:
    near = nearest(str(name), sorted(known))
    what = f"`{name}` is not a setting."
    fix = f'Did you mean "{near}"?' if near else "Take it out; docs/reference/settings.md has all."
    return place.problem(what, fix)
