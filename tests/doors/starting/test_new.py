"""`missions new`: a file that passes the check apart from the blanks that it names."""

import re
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from site_builder.doors.cli import main
from site_builder.doors.starting.asked_fields import asked_fields
from site_builder.doors.starting.new import command
from site_builder.read.types import KINDS, Kind
from tests.conftest import SiteFolder

GIVEN = {
    "case-study": ("--title", "A new: story", "--mission", "health", "--place", "leeds"),
    "council-summary": ("--quarter", "2025-Q3", "--held-on", "2025-09-25"),
    "mission": ("--title", "Safer streets"),
    "principle": ("--title", "Orchestration"),
    "deliberation": ("--title", "A panel", "--mission", "health"),
    "page": ("--title", "Contact"),
}


def new(site: SiteFolder, *words: str, answers: str | None = None) -> Result:
    """Run `missions new` in a site."""
    settings = ("--settings", str(site.root / "mkdocs.yml"))
    return CliRunner().invoke(main, ["new", *words, *settings], input=answers)


@pytest.mark.parametrize("kind", GIVEN)
def test_new_file_has_no_problem_but_its_blanks(site: SiteFolder, kind: str) -> None:
    """Every problem of a new file is at a blank that the command named."""
    done = new(site, kind, *GIVEN[kind])
    assert done.exit_code == 0, done.output
    named = re.search(r"Still to fill in: (.*)\.", done.output)
    assert named
    blanks = {blank.rsplit(".", 1)[-1] for blank in named[1].split(", ")}
    beside = ("unwritten-text",)
    problems = [one for one in site.problems() if one.level != "hint" and one.rule not in beside]
    told = {re.findall(r"\w+(?=`)", problem.what)[0] for problem in problems}
    assert told <= blanks | {"sources", "principles", "agenda"}
    assert len(problems) == len(named[1].split(", "))


def test_new_file_with_every_answer_passes_the_check(site: SiteFolder) -> None:
    """A file whose questions are all answered lacks its text, and nothing else."""
    done = new(site, "page", "--title", "Contact", "--summary", "Who to ask: the editor.")
    assert "Still to fill in" not in done.output
    assert [(one.rule, one.level) for one in site.problems()] == [("unwritten-text", "warning")]


def test_new_file_is_a_draft(site: SiteFolder) -> None:
    """A new file is not published before its author says so."""
    new(site, "page", "--title", "Contact", "--summary", "Who to ask.")
    site.build()
    assert "contact/index.html" not in site.files()


def test_new_asks_for_what_is_not_given(site: SiteFolder) -> None:
    """Questions come one by one, with the slugs that may be named."""
    done = new(site, "page", "--ask", answers="Contact\nWho to ask.\n")
    assert "The page's title" in done.output
    assert "title: Contact\n" in (site.root / "content/pages/contact.md").read_text("utf-8")


def test_new_never_overwrites(site: SiteFolder) -> None:
    """A file that is there stays as it is."""
    before = (site.root / "content/pages/about.md").read_bytes()
    done = new(site, "page", "--title", "About", "--slug", "about")
    assert done.exit_code == 1
    assert (site.root / "content/pages/about.md").read_bytes() == before


def test_new_without_a_name_is_refused(site: SiteFolder) -> None:
    """A file needs a title or a slug that can be an address."""
    assert new(site, "page").exit_code == 2
    assert new(site, "page", "--title", "A", "--slug", "../a").exit_code == 2


STEWARD = ("Ada Example", "What she does.", "Chair", "ministr", "minister", "helth", "health")
PLACES = "content/registers/places.yml"
YORK = ("--name", "York", "--nation", "England", "--region", "North Yorkshire")


def test_every_type_can_be_made() -> None:
    """Each content type and each register has its command, with an option for each question."""
    assert set(command.commands) == {kind.name.replace(" ", "-") for kind in KINDS}
    for kind in KINDS:
        flags = {
            flag
            for one in command.commands[kind.name.replace(" ", "-")].params
            for flag in one.opts
        }
        assert {one.flag for one in asked_fields(kind)} <= flags


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_questions_left_blank_make_a_file_with_blanks(site: SiteFolder, kind: Kind) -> None:
    """Whoever answers only what the thing is called has a file, or is asked for what it needs."""
    answers = "".join(
        "2031-Q1\n"
        if one.name == "quarter"
        else "Ours\n"
        if one.name in ("title", "name")
        else "\n"
        for one in asked_fields(kind)
    )
    done = new(site, kind.name.replace(" ", "-"), "--ask", answers=answers)
    if kind.source.endswith(".yml"):
        assert "An entry of a register needs this." in done.output
        assert "ours:" not in (site.root / "content" / kind.source).read_text("utf-8")
    else:
        assert done.exit_code == 0, done.output
        assert "Still to fill in: " in done.output


def test_wrong_answer_is_asked_again_and_the_others_are_kept(site: SiteFolder) -> None:
    """Each answer is looked at as it is given: two wrong ones cost two questions, and no more."""
    answers = "\n".join((*STEWARD, "1 May 2025", "2025-05-01", ""))
    done = new(site, "steward", "--ask", answers=answers)
    assert done.exit_code == 0, done.output
    assert 'Did you mean "minister"?' in done.output
    assert '"helth" is not a mission. Did you mean "health"?' in done.output
    assert "Write 2025-05-01 for 1 May 2025." in done.output
    assert "Still to fill in" not in done.output
    made = yaml.safe_load(
        (site.root / "content/stewards/ada-example.md").read_text().split("---")[1]
    )
    assert [str(made[one]) for one in ("name", "role", "kind", "missions", "from")] == [
        *("Ada Example", "Chair", "minister", "['health']", "2025-05-01"),
    ]


def test_question_offers_what_there_is(site: SiteFolder) -> None:
    """A question about missions has their slugs: of many the first, and all where that is asked."""
    for number in range(20):
        site.write(
            f"content/missions/m{number:02}.md", "---\ntitle: M\nsummary: M.\nstatement: M.\n---\n"
        )
    answers = "A story\nWhat came of it.\n\n?\nm19\nleeds\nleeds-city-council\n"
    answers += "solving-together\nNeed\nChange\n"
    done = new(site, "case-study", "--ask", answers=answers)
    assert done.exit_code == 0, done.output
    assert "(clean-energy, health, m00" in done.output
    assert "and 10 more, ? shows all)" in done.output
    assert "m18, m19" in done.output
    assert "(solving-together)" in done.output
    assert "mission: m19\n" in (site.root / "content/case-studies/a-story.md").read_text("utf-8")


def test_name_that_is_taken_asks_for_another_address(site: SiteFolder) -> None:
    """A page of the same title keeps its file, and the new one gets an address of its own."""
    before = (site.root / "content/pages/about.md").read_bytes()
    done = new(site, "page", "--ask", answers="About\nAbout us\nabout-us\nWho we are.\n")
    assert done.exit_code == 0, done.output
    assert "content/pages/about.md is there already" in done.output
    assert "small letters, numbers and single dashes" in done.output
    assert (site.root / "content/pages/about.md").read_bytes() == before
    assert "title: About\n" in (site.root / "content/pages/about-us.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("title", "slug"),
    [("Tŷ cynnes", "ty-cynnes"), ("Café Łódź", "cafe-lodz"), ("Warm: #5", "warm-5")],
)
def test_title_is_spelt_in_its_address(site: SiteFolder, title: str, slug: str) -> None:
    """The name of the file has plain letters; the title stays as it was typed."""
    assert new(site, "page", "--title", title).exit_code == 0
    text = (site.root / f"content/pages/{slug}.md").read_text("utf-8")
    assert yaml.safe_load(text.split("---")[1])["title"] == title


def test_title_that_can_not_be_spelt_asks_for_its_address(site: SiteFolder) -> None:
    """In a script of another kind nothing is made up: the end of the address is asked for."""
    refused = new(site, "page", "--title", "東京")
    assert refused.exit_code == 2
    assert "Give the end of its address with --slug" in refused.output
    done = new(site, "page", "--ask", answers="東京\ntokyo\nOf Tokyo.\n")
    assert done.exit_code == 0, done.output
    assert "title: 東京\n" in (site.root / "content/pages/tokyo.md").read_text("utf-8")


def test_entry_is_added_at_the_end_of_a_register(site: SiteFolder) -> None:
    """What stands there stays to the byte; the new entry is read, with a number as a number."""
    before = "# Ours.\n" + (site.root / PLACES).read_text("utf-8").rstrip("\n")
    site.write(PLACES, before)
    done = new(site, "place", *YORK, "--lat", "53.96", "--lon", "-1.08", "--tier", "city")
    assert done.exit_code == 0, done.output
    text = (site.root / PLACES).read_text("utf-8")
    assert text.startswith(f"{before}\nyork:\n")
    assert yaml.safe_load(text)["york"]["lat"] == 53.96
    assert not site.problems()
    again = new(site, "place", *YORK)
    assert again.exit_code == 1
    assert "“york” is in" in again.output
    assert (site.root / PLACES).read_text("utf-8") == text


def test_register_is_made_where_there_is_none(site: SiteFolder) -> None:
    """The first partner makes the file, with the line ends that it has on Windows kept after."""
    register = site.root / "content/registers/partners.yml"
    register.write_bytes(register.read_bytes().replace(b"\n", b"\r\n"))
    assert new(site, "partner", "--name", "A: Trust", "--kind", "nhs").exit_code == 0
    data = register.read_bytes()
    assert data.count(b"\n") == data.count(b"\r\n")
    assert yaml.safe_load(data)["a-trust"] == {"name": "A: Trust", "kind": "nhs"}
    register.unlink()
    assert new(site, "partner", "--name", "A: Trust", "--kind", "nhs").exit_code == 0
    assert list(yaml.safe_load(register.read_bytes())) == ["a-trust"]


@pytest.mark.parametrize(
    "register", ["{leeds: {name: Leeds}}\n", "leeds: [\n", "- a\n", "leeds: |\n  a"]
)
def test_register_that_can_not_be_added_to_stays(site: SiteFolder, register: str) -> None:
    """In another shape it is left alone, and the lines are shown to be put in by hand."""
    site.write(PLACES, register)
    done = new(site, "place", *YORK)
    text = (site.root / PLACES).read_text("utf-8")
    assert done.exit_code == 1
    assert text == register
    assert "york:\n  name: York\n" in done.output


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("case-study", "--title", "A", "--mission", "helth"), 'Did you mean "health"?'),
        (("case-study", "--title", "A", "--partner", "nobody"), '"nobody" is not a partner'),
        (("event", "--title", "A", "--held-on", "1 May 2025"), "Write 2025-05-01 for 1 May 2025."),
        (
            ("place", "--name", "A", "--nation", "Englnd", "--region", "B"),
            'Did you mean "England"?',
        ),
        (("place", *YORK, "--lat", "north"), "`lat` is"),
        (("partner", "--name", "A", "--kind", "nhs", "--url", "a.example"), "not a web address"),
        (("place", "--name", "A"), "needs --nation"),
        (("partners",), 'Did you mean "partner"?'),
    ],
)
def test_slip_in_what_is_given_changes_nothing(
    site: SiteFolder, words: tuple[str, ...], told: str
) -> None:
    """Where nobody is asked, what is wrong is told with its remedy before anything is written."""
    before = {path: path.read_bytes() for path in site.root.rglob("*") if path.is_file()}
    done = new(site, *words)
    assert done.exit_code == 2, done.output
    assert told in done.output
    assert {path: path.read_bytes() for path in site.root.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize("kind", sorted(command.commands))
def test_new_in_an_empty_folder_says_how_a_record_begins(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    """Before there are settings, every type leads to `missions init`, and nothing is made."""
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(main, ["new", kind, "--no-ask"])
    assert done.exit_code == 2
    assert "`missions init`" in done.output
    assert not list(tmp_path.iterdir())


def test_new_knows_the_nations_and_kinds_of_the_place(site: SiteFolder) -> None:
    """What a body's settings list is offered and taken, and what others have is refused."""
    site.edit(
        "mkdocs.yml",
        "plugins: [missions]",
        "plugins: [{missions: {place: {country: Canada, nations: [Ontario], "
        "time_zone: America/Toronto}}}]",
    )
    there = ("--name", "York", "--region", "Toronto")
    refused = new(site, "place", *there, "--nation", "England")
    assert refused.exit_code == 2
    assert "Its values are: Canada, Ontario." in refused.output
    answers = "York\nOntari\nOntario\nToronto\n\n\n\n\n"
    done = new(site, "place", "--ask", answers=answers)
    assert done.exit_code == 0, done.output
    assert "(Ontario, Canada)" in done.output
    text = (site.root / PLACES).read_text("utf-8")
    assert yaml.safe_load(text)["york"]["nation"] == "Ontario"


def test_questions_have_the_words_of_the_body(site: SiteFolder) -> None:
    """Who calls a mission a priority is asked for priorities; the name of the field stays."""
    forms = "{one: priority, many: priorities, a: a priority, address: priorities}"
    site.edit(
        "mkdocs.yml", "plugins: [missions]", f"plugins: [missions: {{terms: {{mission: {forms}}}}}]"
    )
    done = new(site, "case-study", "--ask", answers="A title\n" + "\n" * 12)
    questions, _, names = done.output.partition("summary, mission,")
    assert names  # of fields that are still to be filled in
    assert "priorit" in questions
    assert "mission" not in questions


def test_words_that_can_not_be_read_are_told_to_whoever_is_asked(site: SiteFolder) -> None:
    """The file is named with its line, nothing is made; who gives every answer needs no words."""
    site.write("look/words/en.yml", "a: [\n")
    site.edit("mkdocs.yml", "theme: civic", "theme: {name: civic, custom_dir: look}")
    done = new(site, "page", "--ask", answers="Contact\nWho to ask.\n")
    assert "look/words/en.yml:1:" in done.output
    assert "Traceback" not in done.output
    assert not (site.root / "content/pages/contact.md").exists()
    done = new(site, "page", "--no-ask", "--title", "Contact")
    assert done.exit_code == 0
