"""The settings: read from `mkdocs.yml`, checked in one place, with words for what is wrong."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner
from mkdocs.__main__ import cli as mkdocs

from site_builder.build import ProblemsFound
from site_builder.check.report import as_text
from site_builder.doors.cli import main as missions
from site_builder.read.settings_file.names import AT_THE_TOP
from site_builder.settings import WRITTEN, Settings, SettingsError, read_settings, theme_folder
from tests.conftest import SiteFolder


def test_settings_have_defaults(site: SiteFolder) -> None:
    """A name is all that a site must have."""
    site.write("mkdocs.yml", "site_name: A record\n")
    settings = site.settings()
    assert (settings.docs_dir, settings.language, settings.publisher) == (
        "content",
        "en-GB",
        "A record",
    )
    assert settings.target == site.root.resolve() / "site"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("site_name: [", "can not be read"),
        ("- a list", "not a set of names"),
        ("site_url: https://a.example.org/", "`site_name` is missing"),
        ("site_name: A\nsite_url: example.org", "not a web address"),
        ("site_name: A\nhub: hub.example.org", "not a web address"),
        ("site_name: A\nplugins: [{missions: {now: soon}}]", "not a date with a time"),
        ("site_name: A\nplugins: [{missions: {language: English}}]", "not a language tag"),
        ("site_name: A\nplugins: [{missions: {licence: {name: A}}}]", "`licence.url` is missing"),
    ],
)
def test_settings_that_can_not_be_used_are_named(site: SiteFolder, text: str, words: str) -> None:
    """Each slip gives a sentence and no traceback."""
    site.write("mkdocs.yml", text)
    with pytest.raises(SettingsError, match=words):
        site.settings()


@pytest.mark.parametrize("under", ["", "plugins:\n- missions:\n    now: 2025-01-01T00:00Z\n    "])
def test_setting_that_can_not_be_used_is_named_with_its_line(site: SiteFolder, under: str) -> None:
    """A hub without a lock is refused, and the line says where it is."""
    site.write("mkdocs.yml", f"site_name: A\n{under}hub: http://hub.example.org/\n")
    line = 5 if under else 2
    with pytest.raises(SettingsError) as refused:
        site.settings()
    assert as_text(refused.value.problems[0]) == (
        f'mkdocs.yml:{line}:{5 if under else 1}: `hub` is "http://hub.example.org/", which does '
        f"not begin with https://.\n    {line} | {'    ' if under else ''}"
        "hub: http://hub.example.org/\n  Write the address that begins with https://."
    )


def test_environment_gives_the_moment(site: SiteFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    """`!ENV` reads a variable of the environment, and its last entry is the default."""
    site.edit("mkdocs.yml", "[missions]", '[{missions: {now: !ENV [A_MOMENT, ""]}}]')
    assert site.settings().now is None
    monkeypatch.setenv("A_MOMENT", "2025-01-01T00:00Z")
    assert str(site.settings().now) == "2025-01-01 00:00:00+00:00"


@pytest.mark.parametrize(
    ("url", "path"),
    [("https://a.example.org", "/"), ("https://a.example.org/record", "/record/")],
)
def test_base_path_comes_from_the_address(site: SiteFolder, url: str, path: str) -> None:
    """A site can stand at the root of a host or under a path."""
    assert site.settings(site_url=url).base_path == path


def test_command_line_wins_over_the_file(site: SiteFolder) -> None:
    """What is given on the command line is put over what the file says."""
    settings = read_settings(site.root / "mkdocs.yml", now="2025-01-01T00:00Z")
    assert settings.now is not None


@pytest.mark.parametrize("folder", ["content/site", "content", "."])
def test_site_and_content_that_overlap_are_refused(site: SiteFolder, folder: str) -> None:
    """A site inside what people write, or around it, would eat its own input."""
    with pytest.raises(SettingsError, match="overlaps"):
        site.settings(site_dir=folder)


@pytest.mark.parametrize("folder", [".", "..", "../elsewhere"])
def test_content_outside_the_project_is_refused(site: SiteFolder, folder: str) -> None:
    """Content stands in a folder beside the settings."""
    with pytest.raises(SettingsError, match="not a folder beside"):
        site.settings(docs_dir=folder)


@pytest.mark.parametrize("folder", ["content/", "./content", "a/content"])
def test_content_folder_may_be_written_in_any_way(site: SiteFolder, folder: str) -> None:
    """A slash at the end or a folder in between changes nothing."""
    if folder == "a/content":
        (site.root / "a").mkdir()
        (site.root / "content").rename(site.root / folder)
    assert site.problems(docs_dir=folder) == ()


SLIPS: Mapping[str, tuple[str, str, str]] = {
    "a misspelt name": ("site_url:", "site_ulr:", "3:1: `site_ulr` is not a setting."),
    "an unknown name": ("docs_dir:", "wombat: 1\ndocs_dir:", "4:1: `wombat` is not a setting."),
    "a misspelt option": (
        "[missions]",
        "[{missions: {license: {}}}]",
        "6:23: `license` is not a setting.",
    ),
    "another misspelt option": (
        "[missions]",
        "\n- missions:\n    hundred_days_form: 2024-07-05",
        "8:5: `hundred_days_form` is not a setting.",
    ),
    "one letter too few": (
        "[missions]",
        "\n- missions:\n    digest: true",
        "8:5: `digest` is not a setting.",
    ),
    "letters in the wrong order": (
        "[missions]",
        "\n  missions:\n    langauge: cy",
        "8:5: `langauge` is not a setting.",
    ),
    "a word for a truth": (
        "[missions]",
        '[{missions: {digests: "yes"}}]',
        '6:23: `digests` is "yes", which is not true or false.',
    ),
    "half an address": ("https://record", "record", "3:1: `site_url` is"),
    "no moment": ("[missions]", "[{missions: {now: soon}}]", '6:23: `now` is "soon"'),
    "half a licence": ("[missions]", "[{missions: {licence: {name: A}}}]", "`licence.url` is"),
    "a name twice": ("docs_dir:", "site_name: B\ndocs_dir:", "4:1: `site_name` stands twice."),
    "no name": ("site_name: Small record\n", "", "`site_name` is missing"),
    "no YAML": ("site_name: Small", "site_name: [Small", "The settings can not be read"),
    "a file to inherit that is not there": (
        "docs_dir:",
        "INHERIT: base.yml\ndocs_dir:",
        '4:1: `INHERIT` is "base.yml", and there is no such file.',
    ),
    "a file that inherits itself": (
        "docs_dir:",
        "INHERIT: mkdocs.yml\ndocs_dir:",
        '4:1: `INHERIT` is "mkdocs.yml", which leads back to this file.',
    ),
    "a list of one word": ("[missions]", "missions", '6:1: `plugins` is "missions", which is'),
    "no list of options": (
        "[missions]",
        "[{missions: [digests]}]",
        "6:12: `missions` is a list, which is not a set of names and values.",
    ),
    "the plugin twice": (
        "[missions]",
        "\n- missions\n- missions: {digests: true}",
        "8:3: `missions` stands twice among the plugins.",
    ),
    "two plugins in one entry": (
        "[missions]",
        "[{missions: {}, search: {}}]",
        "6:11: Each entry of `plugins` is a name",
    ),
    "a theme in a list": ("theme: civic", "theme: [civic]", "5:1: `theme` is a list, which"),
    "a theme that is not there": (
        "theme: civic",
        "theme: {name: null, custom_dir: mine}",
        '5:21: `custom_dir` is "mine", and there is no such folder.',
    ),
    "a folder that holds no theme": (
        "theme: civic",
        "theme: {name: null, custom_dir: content}",
        '5:21: `custom_dir` is "content", which holds no theme.',
    ),
    "a number for a folder": (
        "theme: civic",
        "theme: {name: null, custom_dir: 3}",
        '5:21: `custom_dir` is "3", which is not a path.',
    ),
    "a password for everybody": (
        "https://record",
        "https://me:secret@record",
        "3:1: `site_url` is",
    ),
    "an address with a question": (
        "record.example.org/",
        "record.example.org/?a=b",
        "which has a ? or a # in it",
    ),
    "a port that no machine has": (
        "record.example.org/",
        "record.example.org:99999/",
        "which is not a web address",
    ),
    "a site in the content": ("docs_dir:", "site_dir: content/x\ndocs_dir:", "4:1: `site_dir` is"),
}
"""Slips in the settings: what is put in whose place, and what is said of it."""

NO_EFFECT: Mapping[str, tuple[str, str, str]] = {
    **{
        f"{name} of MkDocs": ("docs_dir:", f"{name}: {value}\ndocs_dir:", f"`{name}` has no effect")
        for name, value in {
            "nav": "[{About: pages/about.md}]",
            "extra_css": "[a.css]",
            "extra_javascript": "[a.js]",
            "copyright": "Nobody",
            "markdown_extensions": "[toc]",
            "extra": "{a: 1}",
            "use_directory_urls": "true",
            "repo_url": "https://example.org/repo",
            "validation": "{links: {absolute_links: warn}}",
        }.items()
    },
    "a theme of another": ("theme: civic", "theme: mkdocs", 'The theme "mkdocs" has no effect'),
    "a setting of a theme": (
        "theme: civic",
        "theme: {name: civic, palette: red}",
        "`palette` under `theme` has no effect",
    ),
    "another plugin": ("[missions]", "[missions, search]", "The plugin `search` has no effect"),
    "an option at the top": ("docs_dir:", "digests: true\ndocs_dir:", "`digests` is a setting of"),
}
"""What is written and does nothing: a warning, which stops whatever is strict."""


def said_by(door: str, folder: Path, *words: str) -> tuple[int, str]:
    """Return the status and the words of a command, run in the folder of a site."""
    command, *first = door.split()
    done = CliRunner().invoke(
        missions if command == "missions" else mkdocs, [*first, *words, "-f", "mkdocs.yml"]
    )
    return done.exit_code, done.output


MKDOCS_SPEAKS_FIRST = {
    "half an address",
    "no name",
    "no YAML",
    "a file to inherit that is not there",
    "a file that inherits itself",
    "a list of one word",
    "no list of options",
    "two plugins in one entry",
    "a theme in a list",
    "a theme that is not there",
    "a number for a folder",
}
"""Slips that MkDocs stops at in its own words, before it loads any plugin."""

DOORS = ("missions check", "missions build", "mkdocs build")


@pytest.mark.parametrize("name", SLIPS)
def test_every_door_says_the_same_of_a_slip(
    site: SiteFolder, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each door names the slip with its line and the nearest name, and nothing is published."""
    monkeypatch.chdir(site.root)
    old, new, words = SLIPS[name]
    site.edit("mkdocs.yml", old, new)
    said = [said_by(door, site.root) for door in DOORS]
    is_first = name in MKDOCS_SPEAKS_FIRST
    assert [status for status, _ in said] == [2, 2, 1 if is_first else 2]
    ours = said[:2] if is_first else said
    assert all(words in text for _, text in ours), said
    reports = {text.strip() for _, text in ours}
    assert len(reports) == 1, reports
    assert not (site.root / "site").exists()


def test_every_door_names_what_has_no_effect(
    site: SiteFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What does nothing is a warning, and stops each door that is strict; all are told at once."""
    monkeypatch.chdir(site.root)
    first = {old: "" for old, _, _ in NO_EFFECT.values()}
    for old, new, _ in NO_EFFECT.values():
        if old == "docs_dir:":
            first[old] += new.removesuffix(old)
    site.edit("mkdocs.yml", "docs_dir:", first["docs_dir:"] + "docs_dir:")
    site.edit("mkdocs.yml", "theme: civic", "theme: {name: mkdocs, palette: red}")
    site.edit("mkdocs.yml", "[missions]", "[missions, search]")
    for door in DOORS[:2]:
        status, text = said_by(door, site.root, "--strict")
        assert status == 1
        for _, _, words in NO_EFFECT.values():
            assert words in text, (door, words)


@pytest.mark.parametrize("name", ["an option at the top", "another plugin", "nav of MkDocs"])
def test_mkdocs_that_is_strict_stops_as_well(
    site: SiteFolder, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A warning of ours stops `mkdocs build --strict`, like any of its own."""
    monkeypatch.chdir(site.root)
    old, new, _ = NO_EFFECT[name]
    site.edit("mkdocs.yml", old, new)
    assert said_by("mkdocs build", site.root, "--strict")[0] == 1
    assert not (site.root / "site").exists()


def test_settings_are_inherited_as_mkdocs_does(site: SiteFolder) -> None:
    """Mappings join, everything else is replaced, and a place is that of the file that says it."""
    site.write("a/layouts/home.html", "")
    site.write("base.yml", (site.root / "mkdocs.yml").read_bytes() + b"theme: {custom_dir: a}\n")
    site.edit("base.yml", "theme: civic\n", "")
    site.write("mkdocs.yml", "INHERIT: base.yml\nsite_name: Mine\ntheme: {name: civic}\n")
    settings = site.settings()
    assert (settings.site_name, settings.docs_dir) == ("Mine", "content")
    assert settings.theme_folders == (site.root.resolve() / "a", theme_folder())
    site.edit("base.yml", "site_url", "site_ulr")
    with pytest.raises(SettingsError, match=r"^base\.yml:3: `site_ulr` is not a setting"):
        site.settings()


@pytest.mark.parametrize(
    ("held", "written", "value"),
    [
        ("true", "!ENV A_SWITCH", True),
        ("false", "!ENV [NOT_SET, A_SWITCH, true]", False),
        (None, "!ENV [NOT_SET, A_SWITCH, true]", True),
        (None, "!ENV A_SWITCH", False),
    ],
)
def test_environment_is_read_as_mkdocs_does(
    site: SiteFolder,
    held: str | None,
    written: str,
    value: bool,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A variable is read as YAML; the first that is set counts, else the default at the end."""
    if held is not None:
        monkeypatch.setenv("A_SWITCH", held)
    site.edit("mkdocs.yml", "[missions]", f"[{{missions: {{digests: {written}}}}}]")
    assert site.settings().digests is value


def test_strict_in_the_settings_is_for_every_build(site: SiteFolder) -> None:
    """`strict: true` lets a warning stop a build without the option."""
    site.edit("mkdocs.yml", "docs_dir:", "copyright: Nobody\ndocs_dir:")
    assert site.problems()[0].level == "warning"
    site.edit("mkdocs.yml", "docs_dir:", "strict: true\ndocs_dir:")
    with pytest.raises(ProblemsFound):
        site.build()


SWITCHES = [name for name in sorted(WRITTEN) if Settings.model_fields[name].annotation is bool]


@pytest.mark.parametrize("name", SWITCHES)
@pytest.mark.parametrize("written", ['"yes"', "1", '"true"'])
def test_switch_is_true_or_false_and_nothing_like_it(
    site: SiteFolder, name: str, written: str
) -> None:
    """No setting is turned on by a word or a number; a new switch is asked as well."""
    line = f"{name}: {written}"
    if name in AT_THE_TOP:
        site.edit("mkdocs.yml", "docs_dir:", f"{line}\ndocs_dir:")
    else:
        site.edit("mkdocs.yml", "[missions]", f"[{{missions: {{{line}}}}}]")
    with pytest.raises(SettingsError, match=f"`{name}` is .*, which is not true or false"):
        site.settings()
