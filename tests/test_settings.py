"""The settings: read from `mkdocs.yml`, checked in one place, with words for what is wrong."""

import pytest

from site_builder.settings import SettingsError, read_settings
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
    assert str(refused.value) == (
        f"mkdocs.yml:{line}: `hub` is “http://hub.example.org/”, which does not begin with "
        "https://. Write the address that begins with https://."
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
