"""Profiles: what is wrong with one is told with its file and line, and nothing is written."""

import re
from pathlib import Path

import pytest
import yaml

from site_builder.doors.starting.filling import OF_EVERY_RECORD
from site_builder.doors.starting.profiles import (
    Description,
    ProfileFault,
    Question,
    profiles,
    read_profile,
)
from site_builder.settings import theme_folder
from tests.conftest import SiteFolder
from tests.doors.starting.begun import GIVEN, all_files, init

PAGE = Path(__file__).parent.parent.parent.parent / "docs/operators/profiles.md"
SAMPLE = re.search(r"^```yaml\n(description: .*?)^```$", PAGE.read_text("utf-8"), re.M | re.S)
MKDOCS = """\
site_name: [[site-name]]
docs_dir: content
theme: {name: civic, custom_dir: look}
plugins:
  - missions:
      language: [[language]]
"""
ABOUT = "description: A profile.\nsite_name: Ours\nsite_description: What we do.\n"
STORY = "record/content/pages/take-part.md"
FRONT = "---\ntitle: Take part\nsummary: How to take part.\n---\n"
WRONG = {
    "name-of-a-field": ({"profile.yml": f"{ABOUT}langauge: en\n"}, 'Did you mean "language"?'),
    "no-name": ({"profile.yml": "description: A.\n"}, "`site_name` is missing; a profile needs it"),
    "no-profile": ({"settings.yml": "a: 1\n"}, "There is no profile.yml in this folder"),
    "yaml": ({"profile.yml": "description: a: b\n"}, "profile.yml:1:15: From here on"),
    "list": ({"profile.yml": "- a\n"}, "This is not a set of names and values"),
    "taken-name": (
        {"profile.yml": f"{ABOUT}asks: {{region: {{question: Which}}}}\n"},
        "which every record has",
    ),
    "bad-name": (
        {"profile.yml": f"{ABOUT}asks: {{A b: {{question: Which}}}}\n"},
        "address can end",
    ),
    "settings-list": ({"settings.yml": "- a\n"}, "settings.yml:1:1: This is not a set"),
    "unknown-setting": ({"settings.yml": "hubb: https://a.example/\n"}, 'Did you mean "hub"?'),
    "words-list": ({"words.yml": "- a\n"}, "words.yml:1:1: This is not a set"),
    "unknown-words": ({"words.yml": "sections: {hoem: Start}\n"}, "hoem"),
    "brace-lost": ({"words.yml": "head: {title: Ours}\n"}, "{page}"),
    "blank": ({STORY: f"{FRONT}[[nmae]]\n"}, "content/pages/take-part.md:5:1: `[[nmae]]` stands"),
    "blank-in-settings": ({"settings.yml": "language: [[lang]]\n"}, "`[[lang]]` stands"),
    "content": ({STORY: FRONT.replace("title", "titel")}, 'Did you mean "title"?'),
    "link": ({STORY: f"{FRONT}See [it](nowhere.md).\n"}, "nowhere.md"),
    "capitals": (
        {STORY: f"{FRONT}Text.\n", STORY.replace("take", "Take"): "-"},
        "but for capitals",
    ),
}


def profile(folder: Path, files: dict[str, str]) -> Path:
    """Write a profile that is right but for what is given."""
    if "settings.yml" not in files or len(files) > 1 or "a: 1" not in files["settings.yml"]:
        files = {"profile.yml": ABOUT, **files}
    for path, text in files.items():
        SiteFolder(folder).write(path, text)
    return folder


@pytest.mark.parametrize("wrong", WRONG)
def test_wrong_profile_is_told_and_nothing_is_written(tmp_path: Path, wrong: str) -> None:
    """Whatever is wrong with a profile is named before a single file is laid down."""
    files, told = WRONG[wrong]
    own = profile(tmp_path / "own", files)
    done = init(tmp_path / "record", *GIVEN, "--profile", str(own))
    assert done.exit_code == 2, done.output
    assert told in done.output
    assert "Nothing was written." in done.output
    assert "Traceback" not in done.output
    assert not (tmp_path / "record").exists()


def test_all_that_is_wrong_is_told_together(tmp_path: Path) -> None:
    """One run names the slips of every file."""
    own = profile(tmp_path, {"settings.yml": "- a\n", "words.yml": "- b\n", STORY: "[[c]]\n"})
    with pytest.raises(ProfileFault) as fault:
        read_profile(str(own))
    paths = {one.path for one in fault.value.problems}
    assert paths == {"settings.yml", "words.yml", "content/pages/take-part.md"}


def test_link_out_of_a_profile_is_refused(tmp_path: Path) -> None:
    """A file of somebody's disk gets into no record by a link."""
    own = profile(tmp_path / "own", {})
    (own / "record").mkdir()
    (tmp_path / "secret.md").write_text("Secret", "utf-8")
    (own / "record/secret.md").symlink_to(tmp_path / "secret.md")
    with pytest.raises(ProfileFault, match="a link to another file"):
        read_profile(str(own))


def test_profile_of_ones_own_makes_a_record(tmp_path: Path) -> None:
    """What the handbook shows is a profile: its words, settings, files and answers count."""
    assert SAMPLE
    files = {
        "profile.yml": SAMPLE[1],
        "settings.yml": "# Who is told of news.\nhub: https://hub.example.org/\n",
        "words.yml": "sections:\n  mission: Priorities\n",
        "record/content/missions/roads.md": "---\ntitle: Roads in [[county]]\nsummary: Roads.\n"
        "statement: Nobody waits for a bus.\n---\nText.\n",
        "record/README.md": "# [[site-name]]\n",
    }
    own = profile(tmp_path / "own", files)
    done = init(tmp_path / "record", *GIVEN, "--profile", str(own), "--answer", "county=suffolk")
    assert done.exit_code == 0, done.output
    site = SiteFolder(tmp_path / "record")
    assert site.settings().hub == "https://hub.example.org/"
    assert (site.root / "README.md").read_text("utf-8") == "# Our priorities: Example Board\n"
    site.build(strict=True)
    assert "Roads in Suffolk" in site.page("missions/roads/index.html")
    assert "Priorities" in site.page("index.html")
    assert "warm-homes" not in "".join(all_files(site.root / "site"))


def test_page_on_profiles_names_every_field_and_blank() -> None:
    """The handbook has each field of a description and of a question, and each blank."""
    text = PAGE.read_text("utf-8")
    assert [one for one in Description.model_fields if f"| `{one}` |" not in text] == []
    assert [one for one in Question.model_fields if f"`{one}`" not in text] == []
    assert [one for one in OF_EVERY_RECORD if f"`[[{one}]]`" not in text] == []
    for name, field in Description.model_fields.items():
        row = re.search(rf"^\| `{name}` \| (.*?) \| (.*?) \|$", text, re.M)
        assert row, name
        assert row[1].startswith("yes") == field.is_required()


def test_profiles_of_the_product_are_all_sound() -> None:
    """Each can be read, and says for whom it is in one sentence."""
    for name in profiles():
        about = read_profile(name).about
        assert about.description.endswith(".")
        assert yaml.safe_load(read_profile(name).settings or "{}") is not False


def test_profile_brings_a_language(tmp_path: Path) -> None:
    """What the handbook says of another language makes a record in it, and no other is taken."""
    words = (theme_folder() / "words/en.yml").read_text("utf-8")
    own = profile(
        tmp_path / "own",
        {
            "profile.yml": f"{ABOUT}language: cy\n",
            "record/look/words/cy.yml": words.replace("home: Home", "home: Hafan", 1),
            "record/mkdocs.yml": MKDOCS,
            "record/content/missions/tai.md": "---\ntitle: Tai\nsummary: Tai.\n"
            "statement: Tai.\n---\n",
        },
    )
    given = (*GIVEN, "--profile", str(own))
    assert (
        'no words of the interface in "fr", only in cy, en'
        in init(tmp_path / "record", *given, "--language", "fr").output
    )
    done = init(tmp_path / "record", *given)
    assert done.exit_code == 0, done.output
    SiteFolder(tmp_path / "record").build()
    page = SiteFolder(tmp_path / "record").page("missions/tai/index.html")
    assert '<html lang="cy"' in page
    assert "Hafan" in page


@pytest.mark.parametrize(
    ("kind", "wrong", "told", "right"),
    [
        ("time-zone", "America/Toronoto", 'Did you mean "America/Toronto"?', "America/Toronto"),
        ("time-zone", "Ours", "for example: Europe/London", "Europe/London"),
        ("web-address", "a.example", "is not a web address", "https://a.example/"),
        ("email-address", "a at b", "is not an email address", "a@b.example"),
        ("text", "", "Write something", "Ours"),
    ],
)
def test_answer_is_of_the_kind_that_a_profile_asks_for(
    tmp_path: Path, kind: str, wrong: str, told: str, right: str
) -> None:
    """Each answer is looked at as it is given, and only that question comes again."""
    own = profile(
        tmp_path / "own",
        {
            "profile.yml": f"{ABOUT}asks: {{own: {{question: Which one, kind: {kind}}}}}\n",
            "record/content/missions/roads.md": f"{FRONT}".replace(
                "---\n", "---\nstatement: A.\n", 1
            ),
            "record/own.txt": "[[own]]",
        },
    )
    given = ("--name", "A", "--region", "B", "--address", "", "--language", "en-GB", "--ci", "none")
    words = (*given, "--profile", str(own), "--ask")
    done = init(tmp_path / "record", *words, answers=f"{wrong}\n{right}\n")
    assert done.exit_code == 0, done.output
    assert told in done.output
    assert done.output.count("Which one?") == 2
    assert (tmp_path / "record/own.txt").read_text("utf-8") == right
