"""A newcomer's paths: to a published post, message by message, and to a record of one's own.

Somebody who knows nothing does what each message or the tutorial says, to the letter, and nothing
else.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from PIL import Image

from site_builder.doors.cli import main
from site_builder.settings import theme_folder
from tests.conftest import SiteFolder
from tests.test_handbook import Reader, Sample, samples

POST = "content/case-studies/night-desk.md"
PASTED = """\
---
title: Night desk #5
sumary: Nurses answered at night, so fewer people went to hospital.
date: 5/3/2025
mission: good-helth
place: leeds
partners: [nurses]
principles:
  - principle: solving-together
    how: Nurses wrote their own rota.
need: Nobody answered at night.
change: Nurses took turns.
learning: {tried: A rota., happened: Calls were answered., next: Weekends., unknown: The cost.}
sources: [{id: 1, title: A made-up diary, url: "https://example.org/diary"}]
---
## On call

![](../images/desk.jpg)

• One desk
• One telephone

It belongs to [the mission](../missions/good-helth.md).

<script>count()</script>
"""
FAULTS = {
    "The value ends before the #": 2,
    "`sumary` is not a field": 3,
    '`date` is "5/3/2025"': 4,
    '`mission` is "good-helth"': 5,
    'The image "../images/desk.jpg" has no alternative text': 18,
    "`•` begins no list": 20,
    "good-helth.md": 23,
    "<script": 25,
}
"""What is wrong with the post: how the message begins or what it names, and its line."""
MOST_RUNS = 2
"""How often a newcomer asks: once to be told of all of them, and once to be told of none."""

_MESSAGE = re.compile(
    r"^(?P<path>\S+?):(?P<line>\d+):\d+: (?!hint: )(?:warning: )?(?P<what>.+)\n"
    r"(?: +\d+ \|.*\n)?  (?P<fix>.+)$",
    re.M,
)


@dataclass(frozen=True)
class Message:
    """One message as its reader sees it."""

    path: str
    line: int
    what: str
    fix: str


def _meant(line: str, message: Message, meant: str) -> str:
    """Write what was meant in the place of what the message names."""
    (named,) = re.findall(r'(?:`mission` is |^|The link )["`]([\w./-]+)["`]', message.what)
    assert named in line
    return line.replace(named.rsplit("/", 1)[-1], meant.rsplit("/", 1)[-1])


ANSWERS: tuple[tuple[str, Callable[[str, Message, str], str]], ...] = (
    (r'^Did you mean "(.+?)"', _meant),
    (r"^Write ([\d-]+) for", lambda line, _, day: re.sub(r": .+", f": {day}", line)),
    (r"^Put the whole value (in quotes)", lambda line, *_: re.sub(r": (.+)", r': "\1"', line)),
    (r"^Write what it shows between (the square)", lambda line, *_: line.replace("[]", "[A desk]")),
    (r"^Start each line of the list with (-) and", lambda line, *_: line.replace("• ", "- ")),
    (r"^(Take it) out", lambda *_: ""),
)
"""How each remedy begins, and what its reader does with the line."""


class Newcomer:
    """Somebody in an empty folder, who counts how often they had to ask."""

    def __init__(self, site: SiteFolder) -> None:
        self.site, self.runs = site, 0

    def missions(self, *words: str) -> Result:
        return CliRunner().invoke(main, list(words), catch_exceptions=False)

    def check(self) -> list[Message]:
        """Ask what is wrong, and return each message in the order of its line."""
        self.runs += 1
        found = _MESSAGE.finditer(self.missions("check").stdout)
        return [Message(one["path"], int(one["line"]), one["what"], one["fix"]) for one in found]

    def follow(self, messages: list[Message]) -> None:
        """Do what each message says with its line, and touch no other."""
        for message in messages:
            lines = (self.site.root / message.path).read_text("utf-8").split("\n")
            line = lines[message.line - 1]
            lines[message.line - 1] = _done(line, message)
            assert lines[message.line - 1] != line, f"Nothing came of: {message}"
            self.site.write(message.path, "\n".join(lines))


def _done(line: str, message: Message) -> str:
    for begins, do in ANSWERS:
        if found := re.search(begins, message.fix):
            return do(line, message, found[1] or "")
    raise AssertionError(f"Nobody who reads this knows what to write: {message}")


@pytest.fixture
def newcomer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Newcomer:
    """Return somebody in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return Newcomer(SiteFolder(tmp_path))


def start(newcomer: Newcomer) -> None:
    """Make a site by hand, until there is no problem."""
    site, said = newcomer.site, newcomer.missions("check")
    assert "There is no file “mkdocs.yml”." in said.stderr
    site.write("mkdocs.yml", "site_name: Our missions\n")
    (empty,) = newcomer.check()
    assert "`missions new mission`" in empty.fix
    made = newcomer.missions("new", "mission", "--title", "Good health", "--no-ask")
    assert "Still to fill in: summary, statement." in made.stdout
    path = "content/missions/good-health.md"
    site.edit(path, "summary:\n", "summary: Everybody can live in good health near home.\n")
    site.edit(path, "statement:\n", "statement: Nobody waits long for care.\n")
    site.edit(path, "Write the text here.", "This mission is about care that comes in time.")
    site.edit(path, "status: draft\n", "")
    for name, text in (
        ("principles/solving-together.md", "---\ntitle: Together\nsummary: We ask.\n---\nText.\n"),
        ("registers/places.yml", "leeds: {name: Leeds, nation: England, region: Yorkshire}\n"),
        ("registers/partners.yml", "nurses: {name: Nurses, kind: frontline-workers}\n"),
    ):
        site.write(f"content/{name}", text)
    (site.root / "content/images").mkdir()
    Image.new("RGB", (960, 640)).save(site.root / "content/images/desk.jpg")
    assert newcomer.missions("check").stdout.splitlines()[-1].startswith("No problems.")


def test_newcomer_gets_from_an_empty_folder_to_a_published_post(newcomer: Newcomer) -> None:
    """Each fault of a pasted post is named once at its line, and each remedy is enough."""
    start(newcomer)
    newcomer.site.write(POST, PASTED)
    newcomer.runs = 0
    named: list[Message] = []
    while messages := newcomer.check():
        assert newcomer.runs <= MOST_RUNS, messages
        named += messages
        newcomer.follow(messages)
    assert {fault: [one.line for one in named if fault in one.what] for fault in FAULTS} == {
        fault: [line] for fault, line in FAULTS.items()
    } | {"`•` begins no list": [20, 21]}
    assert {one.path for one in named} == {POST}
    assert len(named) == len(FAULTS) + 1
    assert newcomer.missions("check").stdout.splitlines()[-1].startswith("No problems.")
    assert newcomer.missions("build", "--quiet").exit_code == 0
    page = newcomer.site.page("case-studies/night-desk/index.html")
    assert "Night desk #5" in page
    assert 'alt="A desk"' in page
    assert "count()" not in page


TUTORIAL = "operators/your-own-record.md"
MOST_STEPS = 12
"""How many commands and edits lead from an empty folder to a record of one's own."""


class Owner(Reader):
    """Somebody who begins a record in an empty folder, and counts what they do."""

    steps = 0

    def follow(self, sample: Sample) -> None:
        self.steps += sample.does not in ("answer", "not played")
        super().follow(sample)


def test_newcomer_gets_from_an_empty_folder_to_a_record_of_their_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The tutorial needs few steps, copies no file of the theme, and all of it is on the site."""
    monkeypatch.chdir(tmp_path)
    owner = Owner(SiteFolder(tmp_path))
    for sample in samples(TUTORIAL):
        owner.follow(sample)
    assert owner.steps <= MOST_STEPS
    site = owner.site
    assert "Published" in owner.answer
    story = site.page("case-studies/night-phone/index.html")
    assert "Night nurses answer the phone" in story
    assert "<p>Example Council, 1 Example Street, Example Town</p>" in story
    assert "case-studies/example-story/index.html" not in site.files()
    assert site.page("CNAME") == "council.example.org\n"
    minutes = site.files("content")["files/minutes.pdf"]
    assert site.files()["files/minutes.pdf"] == minutes
    assert re.search(r'href="[./]+files/minutes\.pdf"[^>]*>.*?PDF, ', story)
    assert "5b2a86" in "".join(
        data.decode() for path, data in site.files().items() if path.endswith(".css")
    )
    theirs = {path.read_bytes() for path in theme_folder().rglob("*") if path.is_file()}
    assert theirs.isdisjoint(site.files("look").values())
    assert len(site.files("look")) == 1


def test_tutorial_of_a_record_begins_as_the_readme_does() -> None:
    """The first command of either is `missions init`, so that nobody is led two ways."""
    readme = (Path(__file__).parent.parent / "README.md").read_text("utf-8")
    first = re.search(r"^missions (\w+) \S+", readme, re.M)
    assert first
    assert samples(TUTORIAL, "run")[0].text.startswith(f"{first[0]} ")
    assert TUTORIAL in readme
