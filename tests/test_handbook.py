"""The handbook: what it shows can be typed in and works, and what it names is there.

A line such as `<!-- file: mkdocs.yml -->` above a sample says what the reader does with it, and
the tests do the same.
"""

import json
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

import pytest
import yaml
from click.testing import CliRunner, Result
from PIL import Image
from pypdf import PdfWriter

from site_builder.check.mending.mended import mended
from site_builder.check.report import Format
from site_builder.doors.cli import main
from site_builder.doors.preview import PORT, Preview
from site_builder.read.prose.html_allow_list import TAGS
from site_builder.read.types.fields.other_dates import readings
from site_builder.read.types.kinds import kind_named
from site_builder.settings import read_settings
from tests.compose.conftest import demonstration
from tests.compose.stories import story, write_story
from tests.conftest import SiteFolder
from tests.shown import ShownFolder

__all__ = ["demonstration"]

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
PAGES = sorted(path for path in DOCS.rglob("*.md") if path.parent.name != "reference")
MOMENT = "2025-06-26T09:00+01:00"

_SAMPLE = re.compile(r"(?:^<!-- (?P<mark>[^\n]+) -->\n)?^```\w*\n(?P<text>.*?)^```$", re.M | re.S)

by_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)


@dataclass(frozen=True)
class Sample:
    """A fenced sample, and what the reader does with it."""

    does: str
    about: str
    text: str

    def __str__(self) -> str:
        return f"{self.does} {self.about} {self.text.splitlines()[0]}"


def samples(page: str, *kinds: str) -> list[Sample]:
    """Return the samples of a page, of some kinds or of all."""
    return [
        one for one in _samples((DOCS / page).read_text("utf-8")) if one.does in kinds or not kinds
    ]


def _samples(text: str) -> Iterator[Sample]:
    for found in _SAMPLE.finditer(text):
        does, _, about = (found["mark"] or "").partition(": ")
        yield Sample(does, about, found["text"])


def run(line: str, *more: str) -> Result:
    """Run one line of a terminal, which must be the product's own command."""
    name, *words = shlex.split(line)
    assert name == "missions", line
    return CliRunner().invoke(main, [*words, *more], catch_exceptions=False)


def told_at(site: SiteFolder, moment: str) -> list[str]:
    """Return what the check says at a moment, but for days of samples that are later than it."""
    problems = site.problems(now=moment)
    return [one.what for one in problems if one.rule != "day-to-come"]


class Reader:
    """Somebody who does what the samples of a page say, one after the other."""

    def __init__(self, site: SiteFolder) -> None:
        self.site = site
        self.answer = ""

    def follow(self, sample: Sample) -> None:
        getattr(self, f"_{sample.does.replace(' ', '_')}")(sample)

    def _file(self, sample: Sample) -> None:
        self.site.write(sample.about, sample.text)

    def _fields(self, sample: Sample) -> None:
        self.site.edit(sample.about, "\n---\n", f"\n{sample.text}---\n")

    def _body(self, sample: Sample) -> None:
        text = (self.site.root / sample.about).read_text("utf-8")
        self.site.write(sample.about, f"{text}\n{sample.text}")

    def _line(self, sample: Sample) -> None:
        path, _, number = sample.about.partition(":")
        lines = (self.site.root / path).read_text("utf-8").splitlines(keepends=True)
        old = lines[int(number) - 1]
        assert old.split(":")[0] == sample.text.split(":")[0], f"line {number} is {old!r}"
        lines[int(number) - 1] = sample.text
        self.site.write(path, "".join(lines))

    def _copy(self, sample: Sample) -> None:
        """Put a PDF of one empty page where a sample puts one of the reader's own."""
        pages = PdfWriter()
        pages.add_blank_page(595, 842)
        (self.site.root / sample.about).parent.mkdir(parents=True)
        pages.write(self.site.root / sample.about)

    def _cd(self, sample: Sample) -> None:
        self.site = SiteFolder(self.site.root / sample.text.split()[1])
        os.chdir(self.site.root)

    def _change(self, sample: Sample) -> None:
        """Put each line of a sample in the place of the one that has its name."""
        for line in sample.text.splitlines():
            text = (self.site.root / sample.about).read_text("utf-8")
            (old,) = re.findall(rf"^{re.escape(line.split(':')[0])}:.*$", text, re.M)
            self.site.edit(sample.about, old, line)

    def _run(self, sample: Sample) -> None:
        self.answer = "".join(run(line).output for line in sample.text.splitlines())

    def _serve(self, sample: Sample) -> None:
        said = run(sample.text, "--port", "0").output
        self.answer = re.sub(r"(?<=127\.0\.0\.1:)\d+", str(PORT), said)

    def _answer(self, sample: Sample) -> None:
        assert self.answer == sample.text

    def _settings(self, sample: Sample) -> None:
        self.site.write("mkdocs.yml", sample.text)

    def _python(self, sample: Sample) -> None:
        command = [sys.executable, "-c", sample.text]
        done = subprocess.run(command, cwd=self.site.root / "site", capture_output=True, check=True)
        self.answer = done.stdout.decode()

    def _not_played(self, sample: Sample) -> None:
        assert sample.about, "A sample that is not played says why."


@pytest.fixture
def reader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Reader:
    """Return a reader in an empty folder, for whom a preview ends at once."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(Preview, "serve", lambda _self: None)
    return Reader(SiteFolder(tmp_path))


@pytest.fixture
def author(site: SiteFolder, monkeypatch: pytest.MonkeyPatch) -> Reader:
    """Return a reader in the folder of the small site, with an image at hand."""
    monkeypatch.chdir(site.root)
    (site.root / "content" / "images").mkdir()
    Image.new("RGB", (960, 640)).save(site.root / "content" / "images" / "night-desk.jpg")
    return Reader(site)


@by_page
def test_sample_says_what_the_reader_does_with_it(page: Path) -> None:
    """No sample of the handbook goes untested by oversight."""
    for sample in samples(page.relative_to(DOCS).as_posix()):
        is_drawing = page.stem == "architecture"
        assert is_drawing or hasattr(Reader, f"_{sample.does.replace(' ', '_')}"), str(sample)


def test_tutorial_is_true_to_the_letter(reader: Reader) -> None:
    """Whoever types in the tutorial gets each answer that it shows, and the story is published."""
    for sample in samples("authors/first-case-study.md"):
        reader.follow(sample)
    assert run("missions build").exit_code == 0
    page = reader.site.page("case-studies/night-nurses/index.html")
    assert "Night nurses answer the phone" in page


def test_tutorial_shows_a_mistake(reader: Reader) -> None:
    """The tutorial lets its reader see a problem with its place and remedy."""
    answers = [one.text for one in samples("authors/first-case-study.md", "answer")]
    assert any("content/case-studies/night-nurses.md:5:" in answer for answer in answers)


@pytest.mark.parametrize("sample", samples("authors/how-to.md", "body", "fields"), ids=str)
def test_how_to_sample_passes_the_check(author: Reader, sample: Sample) -> None:
    """What a how-to adds to a file is right as it stands, and the site can be built with it.

    What it adds may name what a whole file of the how-to is about.
    """
    for whole in samples("authors/how-to.md", "file"):
        author.follow(whole)
    author.follow(sample)
    assert told_at(author.site, MOMENT) == []
    shown = ShownFolder(author.site.root)
    shown.build(now=MOMENT)
    assert all(shown.files().values())


def test_page_on_what_to_write_can_be_followed(author: Reader) -> None:
    """All that it shows stands in one text, passes the check, and is published."""
    for sample in samples("authors/what-you-can-write.md", "body"):
        author.follow(sample)
    assert author.site.problems(now=MOMENT) == ()
    author.site.build(now=MOMENT)
    page = author.site.page("case-studies/night-nurses/index.html")
    for words in (">Tip</p>", 'aria-label="Done:"', "(video on YouTube)", ">Transcript</a>"):
        assert words in page
    assert 'aria-label="Back to the text"' in page
    feed = author.site.page("feed.xml")
    assert "/case-studies/night-nurses/#fn:night-nurses-may" in feed
    assert 'id="fn:night-nurses-may"' in feed.replace("&quot;", '"')


def test_page_on_rules_can_be_followed(author: Reader) -> None:
    """What it allows is silent, what it sets can be set, and a build shows none of it."""
    for sample in samples("authors/rules.md", "body", "fields"):
        author.follow(sample)
    hints = {one.rule for one in author.site.told() if one.path.endswith("night-nurses.md")}
    assert not hints & {"exclamation-mark", "unexplained-acronym", "allowance-unused"}
    for sample in samples("authors/rules.md", "settings", "run"):
        author.follow(sample)
    assert author.site.settings().check.acronyms == ("ICB", "WMCA")
    author.site.build(now=MOMENT)
    page = author.site.page("case-studies/night-nurses/index.html")
    assert "the kettle is on!" in page
    assert "check:" not in page


def test_page_on_people_can_be_followed(author: Reader) -> None:
    """Its samples make up one story, which is right, shows what was agreed, and is published."""
    images = author.site.root / "content" / "images"
    Image.new("RGB", (960, 640)).save(images / "night-road.jpg")
    write_story(author.site, "walking-bus", "A walking bus")
    for sample in samples("authors/people.md", "body", "fields"):
        author.follow(sample)
    assert told_at(author.site, MOMENT) == []
    author.site.build(now=MOMENT)
    pages = [
        author.site.page(f"case-studies/{one}/index.html")
        for one in ("night-nurses", "walking-bus")
    ]
    for words in ("Ada Example, a night nurse", "Ada Example at the night desk.", "Bron (not"):
        assert words in pages[0]
    assert 'Cai Example, a walker (<a href="#_source-1">Source 1</a>)' in pages[1]
    author.site.build(now="2027-02-21T00:00Z")
    page = author.site.page("case-studies/night-nurses/index.html")
    assert [words for words in ("Ada Example", "night-desk", "at her ear") if words in page] == []
    assert "Bron (not" in page


def test_how_to_council_files_pass_the_check(author: Reader) -> None:
    """The council summaries of the how-to are right, and follow the same commitment."""
    for sample in samples("authors/how-to.md", "file"):
        author.follow(sample)
    # The small site's stories are old beside the councils of the how-to, and rightly said to be.
    assert {one.rule for one in author.site.problems()} == {"mission-without-story"}
    followed = author.site.record().commitments["weekend-calls"]
    assert followed.state == "under-way"


def test_how_to_names_the_html_that_may_stay() -> None:
    """The handbook's list of HTML elements is the list that the product keeps."""
    text = (DOCS / "authors" / "how-to.md").read_text("utf-8").split("## Use HTML")[1]
    assert set(re.findall(r"`<(\w+)>`", text)) == TAGS


@pytest.mark.parametrize(
    "sample",
    samples("operators/build-and-deploy.md", "run")
    + samples("operators/where-people-work.md", "run")
    + samples("authors/editor.md", "run")
    + samples("authors/how-to.md", "run"),
    ids=str,
)
def test_operator_command_works(author: Reader, sample: Sample) -> None:
    """Each command of the handbook ends well on a right site."""
    for line in sample.text.splitlines():
        assert run(line).exit_code == 0, line


def test_page_on_editors_names_schemas_that_are_written(author: Reader) -> None:
    """Whoever follows the page has a schema for each file that the editor is told of."""
    for sample in samples("authors/editor.md", "run", "file"):
        author.follow(sample)
    told = json.loads((author.site.root / ".vscode/settings.json").read_text("utf-8"))
    for schema, path in told["yaml.schemas"].items():
        assert json.loads((author.site.root / schema).read_text("utf-8"))["type"] == "object"
        assert (author.site.root / path).is_file()


def test_page_on_editors_says_what_is_mended() -> None:
    """Each example of the table is mended as it says, and the one that is not is not."""
    page = (DOCS / "authors" / "editor.md").read_text("utf-8")
    kind, pairs = kind_named("case study"), re.findall(r"`([^`]+)` becomes `([^`]+)`", page)
    assert len(pairs) == 4
    for old, new in pairs:
        before, after = (
            f"![{one}](a.jpg)" if old.startswith("Photo") else one for one in (old, new)
        )
        fields = before if old.startswith("title") else "title: x"
        written = f"---\n{fields}\n---\n{before}\n"
        assert after in mended("a.md", written, kind).text.splitlines()
    dates = re.search(r"`(.+)` and `(.+)`, but not `(.+)`", page)
    assert dates
    assert [len(readings(date)) for date in dates.groups()] == [1, 1, 2]


def test_page_on_services_names_what_is_there() -> None:
    """Hooks, inputs, jobs and variables of the samples are those of the product."""
    page = (DOCS / "operators" / "where-people-work.md").read_text("utf-8")
    hooks, workflow, include = (
        yaml.safe_load(one.text) for one in samples("operators/where-people-work.md", "not played")
    )
    manifest = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert {one["id"] for one in hooks["repos"][0]["hooks"]} == {one["id"] for one in manifest}
    action = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
    steps = [step for job in workflow["jobs"].values() for step in job["steps"] if "with" in step]
    assert {name for step in steps for name in step["with"]} <= action["inputs"].keys()
    jobs = yaml.safe_load((ROOT / "templates/missions.gitlab-ci.yml").read_text("utf-8"))
    assert include["include"][0]["remote"].endswith("/templates/missions.gitlab-ci.yml")
    assert include["variables"].keys() <= jobs["variables"].keys()
    told = set(re.findall(r"^\| `([\w-]+)` \|", page, re.M))
    assert told == jobs.keys() - {"variables", ".missions"}
    formats = set(re.findall(r"`--format=(\w+)`", page))
    assert formats == set(get_args(Format)) - {"text"}


def test_operator_settings_take_the_moment_from_the_environment(
    author: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every sample of settings can be used, and one takes the time as it is set outside."""
    monkeypatch.setenv("MISSIONS_NOW", MOMENT)
    moments = set()
    for sample in samples("operators/build-and-deploy.md", "settings"):
        author.follow(sample)
        moments.add(read_settings(author.site.root / "mkdocs.yml").now)
    assert {moment.isoformat() for moment in moments if moment} == {"2025-06-26T09:00:00+01:00"}


def test_researcher_finds_which_promises_were_kept(author: Reader) -> None:
    """The first program of the page names each promise that was kept, and the story of it."""
    author.site.build()
    kept, _ = samples("researchers/open-data.md", "python")
    author.follow(kept)
    assert author.answer == "Warm a second street.\n  said on 2025-06-26: Warm homes in Leeds\n"


def test_researcher_finds_which_places_share_a_barrier(author: Reader) -> None:
    """The second program names a barrier that stories of two places met, and no other."""
    site, barrier = author.site, "kind: data\nnamed_by: Nurses\nnamed_on: 2025-01-01\nstate: named"
    for slug, title in (("shared", "=No shared records"), ("own", "No van")):
        head = f"---\ntitle: '{title}'\nsummary: It is in the way.\n{barrier}\n---\nText.\n"
        site.write(f"content/barriers/{slug}.md", head)
    places = "content/registers/places.yml"
    entry = "bath: {name: Bath, nation: England, region: Avon}\n"
    site.write(places, (site.root / places).read_text("utf-8") + entry)
    met = "barriers: [shared, own]"
    site.write("content/case-studies/a.md", story("A", extra=met))
    site.write(
        "content/case-studies/b.md",
        story("B", extra="barriers: [shared]").replace("place: leeds", "place: bath"),
    )
    site.build()
    _, shared = samples("researchers/open-data.md", "python")
    author.follow(shared)
    assert author.answer == "=No shared records: Bath, Leeds\n"


def test_programs_of_the_handbook_answer_from_the_demonstration(
    demonstration: Mapping[str, bytes], tmp_path: Path
) -> None:
    """The questions that the page of the data asks have answers in the demonstration."""
    for name in demonstration:
        if name.startswith("data/"):
            SiteFolder(tmp_path).write(f"site/{name}", demonstration[name])
    reader = Reader(SiteFolder(tmp_path))
    kept, shared = samples("researchers/open-data.md", "python")
    reader.follow(kept)
    promises = json.loads(demonstration["data/commitments.json"])["rows"]
    assert [line for line in reader.answer.splitlines() if line[0] != " "] == [
        one["text"] for one in promises if one["state"] == "kept"
    ]
    assert "Nottingham" in reader.answer
    reader.follow(shared)
    assert reader.answer.count(":") >= 1
    assert all("," in line for line in reader.answer.splitlines())


def test_architecture_page_names_what_is_on_the_disk() -> None:
    """Each folder and file of site_builder has its sentence, and nothing else has."""
    page = (DOCS / "explanation" / "architecture.md").read_text("utf-8")
    inside = page.split("## Inside site_builder")[1].split("\n## ")[0]
    named = re.findall(r"^- `([^`]+)` .+\.$", inside, re.M)
    there = {
        f"{path.name}/" if path.is_dir() else path.name
        for path in (ROOT / "site_builder").iterdir()
        if not path.name.startswith("__") and path.name != "py.typed"
    }
    assert sorted(named) == sorted(there)


def test_architecture_page_names_every_room() -> None:
    """Each room of a stage is named where the rooms are, and no room that is not there."""
    page = (DOCS / "explanation" / "architecture.md").read_text("utf-8")
    rooms = page.split("## Rooms by subject")[1].split("\n## ")[0]
    package = ROOT / "site_builder"
    there = {
        f"{folder.relative_to(package).as_posix()}/"
        for folder in package.glob("*/**/")
        if folder.parent != package and (folder / "__init__.py").exists()
    }
    assert sorted(set(re.findall(r"`([\w/]+/)`", rooms))) == sorted(there)


def test_architecture_page_names_only_paths_that_exist() -> None:
    """Every path outside of the list is there too."""
    page = (DOCS / "explanation" / "architecture.md").read_text("utf-8")
    for path in re.findall(r"`((?:site_builder|themes|content|docs|tests)/[\w/.]*)`", page):
        assert (ROOT / path).exists(), path


@by_page
def test_handbook_line_holds_one_sentence(page: Path) -> None:
    """Prose has one sentence on a line, so that a change shows as what it is."""
    prose = _SAMPLE.sub("", page.read_text("utf-8"))
    assert re.findall(r"^.*[.?!] [A-Z].*$", prose, re.M) == []


def test_handbook_builds_strictly_and_asks_no_other_site(tmp_path: Path) -> None:
    """Every link of the handbook leads somewhere, and no page loads anything from elsewhere."""
    # Not with --quiet: MkDocs then sees no warning, and strict stops nothing.
    command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    where = ["-f", str(ROOT / "docs.yml"), "-d", str(tmp_path)]
    done = subprocess.run([*command, *where], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    loads = re.compile(r'<(?:script|img|link|iframe|source)\b[^>]*(?:src|href)="?https?:')
    built = list(tmp_path.rglob("*.html"))
    assert len(built) > len(PAGES)
    assert [page.name for page in built if loads.search(page.read_text("utf-8"))] == []
