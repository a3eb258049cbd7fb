"""`missions init`: an empty folder becomes a record that passes its check and builds."""

import json
import re
from pathlib import Path

import pytest
import yaml

from site_builder.check.rules.stories.statement import ITEMS
from site_builder.doors.schemas import register_files
from site_builder.doors.starting.profiles import profiles, read_profile
from site_builder.doors.starting.record_files import HOSTS, every_path
from tests.conftest import SiteFolder
from tests.doors.starting.begun import ADDRESS, GIVEN, all_files, init, missions

ROOT = Path(__file__).parent.parent.parent.parent
PROFILE = "uk-missions"
FORM = [
    "How accessible this site is",
    "Feedback and contact information",
    "Reporting problems with this site",
    "What you can do if the answer does not satisfy you",
    "Speaking to us by telephone or coming to see us",
    "Technical information",
    "What is not accessible",
    "Where the rules are not met",
    "Where putting it right would be a disproportionate burden",
    "What is outside the scope of the law",
    "What we are doing to improve it",
    "How this statement was prepared",
]
"""The parts of the model statement, after the one that says which site it is about."""
PATHS = sorted({path for host in HOSTS for path in every_path(read_profile(PROFILE), host)})


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> SiteFolder:
    """Return a record as it was begun, for tests that only read it."""
    folder = tmp_path_factory.mktemp("begun") / "record"
    done = init(folder, *GIVEN, *ADDRESS, "--ci", "github")
    assert done.exit_code == 0, done.output
    return SiteFolder(folder)


@pytest.mark.parametrize("profile", profiles())
def test_record_of_each_profile_passes_its_check(tmp_path: Path, profile: str) -> None:
    """Nothing is wrong with it, and each hint is of a blank that only the body can fill in."""
    given = (*GIVEN, *ADDRESS, "--time-zone", "Europe/Dublin", "--profile", profile)
    done = init(tmp_path / "record", *given)
    assert done.exit_code == 0, done.output
    assert SiteFolder(tmp_path / "record").settings().facts.time_zone == "Europe/Dublin"
    settings = str(tmp_path / "record/mkdocs.yml")
    checked = missions("check", "--strict", "--format=json", "--settings", settings)
    assert checked.exit_code == 0, checked.output
    assert {(one["rule"], one["level"]) for one in json.loads(checked.stdout)} == {
        ("to-fill-in", "hint")
    }


def test_record_builds_and_its_story_is_in_the_preview_alone(begun: SiteFolder) -> None:
    """The public site has no trace of the example; a build with drafts shows it, as a draft."""
    settings = str(begun.root / "mkdocs.yml")
    assert missions("build", "--strict", "--quiet", "--settings", settings).exit_code == 0
    assert missions("build", "--drafts", "--quiet", "--settings", settings).exit_code == 0
    public, preview = begun.files(), begun.files("site-preview")
    page = "case-studies/example-story/index.html"
    assert page not in public
    assert not [path for path, data in public.items() if b"draught" in data]
    assert "This is a draft, so the public site does not have it." in preview[page].decode()
    assert "places/ty-cynnes/index.html" in preview
    assert "feed.xml" in public
    assert "Example Board" in public["about/index.html"].decode()


def test_record_has_one_of_each_thing_that_a_story_needs(begun: SiteFolder) -> None:
    """It begins with examples, each of which says what it is."""
    content = begun.content()
    kinds = [type(one).__name__ for one in (*content.items, *content.entries)]
    assert {one: kinds.count(one) for one in kinds} == {
        "CaseStudy": 1,
        "Mission": 1,
        "Page": 5,
        "Partner": 1,
        "Place": 1,
        "Principle": 1,
    }
    assert {one.slug for one in content.items if type(one).__name__ == "Page"} == {
        *("about", "accessibility", "contact", "privacy", "take-part"),
    }
    story = next(one for one in content.items if type(one).__name__ == "CaseStudy")
    assert (story.status, story.illustrative) == ("draft", True)


def test_accessibility_statement_is_a_form_with_all_of_its_parts(begun: SiteFolder) -> None:
    """Each part of the model statement has a blank or a sentence, and each blank is told."""
    text = (begun.root / "content/pages/accessibility.md").read_text("utf-8")
    assert [item for item, pattern in ITEMS.items() if not pattern.search(text)] == []
    parts = re.split(r"^##+ ", text, flags=re.M)
    assert [one.splitlines()[0] for one in parts[1:]] == FORM
    assert [one for one in parts[1:] if "[Fill in: " not in one] == ["What is not accessible\n\n"]
    told = [one for one in begun.told() if one.path.endswith("accessibility.md")]
    assert len(told) == text.count("[Fill in: ") > 11
    assert all(one.rule == "to-fill-in" for one in told)


def test_settings_have_a_sentence_each(begun: SiteFolder) -> None:
    """Whoever opens the settings reads what each is for, on the line above it or its group."""
    text = (begun.root / "mkdocs.yml").read_text("utf-8")
    blocks = [block.splitlines() for block in text.split("\n\n") if block.strip()]
    assert [one for one in blocks if not one[0].strip().startswith(("#", "plugins:"))] == []
    values = yaml.safe_load(text)
    assert values["site_url"] == "https://missions.example.org/"
    assert values["site_author"] == "Example Board"


def test_every_file_is_known_before_anything_is_asked(begun: SiteFolder) -> None:
    """What is in the way is looked for under the name of each file that is written later."""
    made = {path for path in all_files(begun.root) if not path.startswith((".cache/", "site"))}
    assert made == set(every_path(read_profile(PROFILE), "github"))


def test_hooks_of_a_record_are_those_of_the_product(begun: SiteFolder) -> None:
    """Before a commit the same commands run on the same files as the product offers."""
    hooks = yaml.safe_load((begun.root / ".pre-commit-config.yaml").read_text())["repos"][0]
    offered = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())
    install = (begun.root / "requirements.txt").read_text().splitlines()[-1]
    assert re.fullmatch(r"mission-stories==\d+\.\d+\.\d+", install)
    for hook in hooks["hooks"]:
        assert hook.pop("additional_dependencies") == [install]
    assert sorted(hooks["hooks"], key=lambda one: str(one["id"])) == offered


def test_checks_of_a_record_on_github_are_those_of_the_product(begun: SiteFolder) -> None:
    """The action is a copy; what is given to it are inputs that it has, for both ways to run."""
    action = (begun.root / ".github/actions/missions/action.yml").read_bytes()
    assert action == (ROOT / "action.yml").read_bytes()
    jobs = yaml.safe_load((begun.root / ".github/workflows/site.yml").read_text())["jobs"]
    given = {name: job["steps"][1]["with"] for name, job in jobs.items()}
    assert (
        given["check"].keys() | given["publish"].keys() <= yaml.safe_load(action)["inputs"].keys()
    )
    assert given["check"]["preview"] == given["check"]["strict"] == "true"
    assert given["publish"]["publish"] == "true"
    assert {one["install"] for one in given.values()} == {"-rrequirements.txt"}
    assert {job["steps"][1]["uses"] for job in jobs.values()} == {"./.github/actions/missions"}


def test_checks_of_a_record_on_gitlab_are_those_of_the_product(tmp_path: Path) -> None:
    """The jobs are a copy, which the record's own file names, with what is installed."""
    assert init(tmp_path / "record", *GIVEN, "--ci", "gitlab").exit_code == 0
    made = all_files(tmp_path / "record").keys()
    assert made == set(every_path(read_profile(PROFILE), "gitlab"))
    named = yaml.safe_load((tmp_path / "record/.gitlab-ci.yml").read_text())
    copy = tmp_path / "record" / named["include"][0]["local"].removeprefix("/")
    assert copy.read_bytes() == (ROOT / "templates/missions.gitlab-ci.yml").read_bytes()
    assert named["variables"].keys() <= yaml.safe_load(copy.read_text())["variables"].keys()


def test_editor_knows_the_registers_by_schemas_that_are_there(begun: SiteFolder) -> None:
    """Each schema that the editor is told of is one of the product, for a file of the record."""
    known = json.loads((begun.root / ".vscode/settings.json").read_text())["yaml.schemas"]
    for schema, register in known.items():
        assert (begun.root / schema).read_text("utf-8") == register_files()[Path(schema).name]
        assert (begun.root / register).is_file()
    tasks = (begun.root / ".vscode/tasks.json").read_bytes()
    assert tasks == (ROOT / ".vscode/tasks.json").read_bytes()


@pytest.mark.parametrize("path", PATHS)
def test_file_in_the_way_stays_and_nothing_is_written(tmp_path: Path, path: str) -> None:
    """Whichever file is there already, it is named and everything stays as it was."""
    host = "gitlab" if "gitlab" in path else "github"
    SiteFolder(tmp_path).write(path, "Ours.\n")
    done = init(tmp_path, *GIVEN, "--ci", host)
    assert done.exit_code == 1
    assert path in done.output
    assert "Nothing was written" in done.output
    assert all_files(tmp_path) == {path: b"Ours.\n"}


@pytest.mark.parametrize("path", ["content", ".vscode", "readme.md", "Content/pages/about.md"])
def test_other_thing_in_the_way_is_named(tmp_path: Path, path: str) -> None:
    """A file where a folder would be, and a name that some disks take for the same, are too."""
    SiteFolder(tmp_path).write(path, "Ours.\n")
    done = init(tmp_path, *GIVEN, "--keep")
    assert done.exit_code == 1
    assert path.split("/", maxsplit=1)[0] in done.output
    assert "--keep" not in done.output
    assert all_files(tmp_path) == {path: b"Ours.\n"}


def test_link_in_the_way_is_not_followed(tmp_path: Path) -> None:
    """Nothing is written to where a link leads, in the folder or out of it."""
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "record").mkdir()
    (tmp_path / "record/content").symlink_to(tmp_path / "elsewhere")
    assert init(tmp_path / "record").exit_code == 1
    assert not list((tmp_path / "elsewhere").iterdir())


def test_files_are_kept_where_that_is_asked(tmp_path: Path) -> None:
    """What is there stays; the others are written, and what a list of lines lacks is told."""
    ours = {"README.md": b"# Ours\n", ".gitignore": b"/.cache/\r\n*.bak\n", "LICENSE": b"L.\n"}
    for path, data in ours.items():
        (tmp_path / path).write_bytes(data)
    done = init(tmp_path, *GIVEN, "--keep")
    assert done.exit_code == 0, done.output
    made = all_files(tmp_path)
    assert {path: made[path] for path in ours} == ours
    assert "mkdocs.yml" in made
    needed = done.output.partition("It needs these lines:\n")[2].split("\n")
    assert "  /site/" in needed
    assert "  /.cache/" not in needed


def test_record_that_is_there_is_left_alone(tmp_path: Path) -> None:
    """Where there are settings, `init` points to what adds to a record, and keeps off."""
    init(tmp_path)
    before = all_files(tmp_path)
    for more in ((), ("--keep",)):
        done = init(tmp_path, *GIVEN, *more)
        assert done.exit_code == 1
        assert "`missions new` adds to it" in done.output
    assert all_files(tmp_path) == before


def test_questions_are_asked_again_one_by_one(tmp_path: Path) -> None:
    """A wrong answer is told with its remedy, and only that question comes again."""
    answers = (
        "uk-missions\nnowhere\ngitlab\nBoard\nexample.org\nhttps://example.org\ncy\nen-GB\n"
        "東京\nLondon\nEurope/London\nEngl\nEngland\nOur Town\nour-town\n"
    )
    done = init(tmp_path / "record", "--ask", answers=answers)
    assert done.exit_code == 0, done.output
    for told in (
        '"example.org" is not a web address',
        'no words of the interface in "cy", only in en',
        'Did you mean "England"?',
        "at most 80 characters",
    ):
        assert done.output.count(told) == 1, told
    assert done.output.count("What is the body called") == 1
    places = yaml.safe_load((tmp_path / "record/content/registers/places.yml").read_text("utf-8"))
    assert places == {"our-town": {"name": "東京", "nation": "England", "region": "東京"}}


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--no-ask",), "Give --name and --region"),
        ((*GIVEN, "--address", "example"), '"example" is not a web address'),
        ((*GIVEN, "--language", "cy"), "only in en"),
        ((*GIVEN, "--time-zone", "Europe/Londn"), 'Did you mean "Europe/London"?'),
        ((*GIVEN, "--answer", "nation=France"), "is not one of the answers"),
        ((*GIVEN, "--answer", "natoin=Wales"), 'Did you mean "nation"?'),
        ((*GIVEN, "--answer", "Wales"), "a name, = and a text"),
        (("--name", "A\nB", "--region", "C", "--no-ask"), "one line"),
        (("--name", "A", "--region", "東京", "--no-ask"), "--answer region-slug=our-town"),
        ((*GIVEN, "--profile", "uk-mission"), 'Did you mean "uk-missions"?'),
        ((*GIVEN, "--profile", "."), "There is no profile.yml"),
    ],
)
def test_slip_on_the_command_line_is_told_and_nothing_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], told: str
) -> None:
    """Where nobody is asked, a slip ends the command with its remedy."""
    monkeypatch.chdir(tmp_path)
    done = init(tmp_path / "record", *words)
    assert done.exit_code == 2
    assert told in done.output
    assert not all_files(tmp_path)


@pytest.mark.parametrize("profile", ["city", "health"])
def test_record_of_another_country_begins_as_such(tmp_path: Path, profile: str) -> None:
    """A body in Ontario says so once, and no page of its site has the United Kingdom on it."""
    answers = ("--answer", "country=Canada", "--answer", "nation=Ontario")
    place = ("--time-zone", "America/Toronto", "--language", "en-CA", *answers)
    given = ("--name", "Example Body", "--region", "Exampleville", "--no-ask", *ADDRESS)
    done = init(tmp_path / "record", *given, "--profile", profile, *place)
    assert done.exit_code == 0, done.output
    site = SiteFolder(tmp_path / "record")
    assert site.problems() == ()
    facts = site.settings().facts
    assert (facts.country, facts.time_zone) == ("Canada", "America/Toronto")
    assert '"Ontario"' in (site.root / ".vscode/schemas/places.json").read_text("utf-8")
    site.build(strict=True, drafts=True)
    names = re.compile(rb"United Kingdom|England|London")
    assert [path for path, data in site.files().items() if names.search(data)] == []
    assert [path for path, data in site.files().items() if b"Ontario" in data]
