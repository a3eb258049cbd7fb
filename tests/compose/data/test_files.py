"""The files of the data: true to their schemas, to the record, and to what the public may see."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from site_builder.read.addresses import Addresses
from site_builder.relate.menus import lists
from site_builder.relate.permanence.identity import id_of
from tests.compose.data.taking import Files, cells, document, json_files, rows, sheet
from tests.compose.pages.test_every_page import REASON, ROOT, fill
from tests.compose.stories import write_story
from tests.conftest import SiteFolder

DEMONSTRATION = "https://missions.example.org/"
TABLES = {
    "barriers", "case-studies", "changes", "commitments", "council-summaries", "deliberations",
    "events", "files", "mandate-letters", "missions", "pages", "partners", "places", "principles",
    "stewards", "withdrawn",
}  # fmt: skip


def faults(files: Files) -> Iterator[str]:
    """Yield each place in a JSON file that its schema refuses."""
    for name in json_files(files):
        schema = document(files, f"schemas/{name}")
        Draft202012Validator.check_schema(schema)
        validator = Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)
        for error in validator.iter_errors(document(files, name)):
            yield f"{name}: {error.json_path}: {error.message}"


def test_every_file_of_demonstration_is_true_to_its_schema(demonstration: Files) -> None:
    """The graph and each table have a schema, and hold what it says."""
    assert set(json_files(demonstration)) == TABLES | {"record"}
    assert list(faults(demonstration)) == []


def test_every_file_of_a_site_of_one_of_everything_is_true_to_its_schema(site: SiteFolder) -> None:
    """So do those of a site with a withdrawal, an alias, a change and another language."""
    fill(site)
    site.build()
    assert list(faults(site.files())) == []


def test_every_file_of_a_list_that_was_published_stays_and_is_true_to_its_schema(
    empty_site: SiteFolder, demonstration: Files
) -> None:
    """A list that has nothing in it any more has its file all the same, so that addresses last."""
    empty_site.write("content/pages/about.md", "---\ntitle: About\nsummary: About.\n---\nText.\n")
    addresses = (*lists(Addresses()), *(f"data/{name}/" for name in TABLES))
    published = "".join(f"/{address}\tpage\n" for address in addresses)
    empty_site.write("content/permanent.tsv", f"# What was published.\n{published}")
    empty_site.build()
    empty = {name for name in empty_site.files() if name.startswith("data/")}
    assert list(faults(empty_site.files())) == []
    assert empty == {name for name in demonstration if name.startswith("data/")}


@pytest.mark.parametrize(
    ("name", "spoil"),
    [
        ("case-studies", lambda file: file["rows"][0].update(strange=1)),
        ("case-studies", lambda file: file["rows"][0].pop("title")),
        ("case-studies", lambda file: file["rows"][0].update(date="3 May")),
        ("case-studies", lambda file: file["rows"][0].update(mission="place/leeds")),
        ("commitments", lambda file: file["rows"][0].update(state="70 %")),
        ("places", lambda file: file["rows"][0].update(lat="north")),
        ("record", lambda file: file["edges"][0].update(relation="likes")),
        ("record", lambda file: file.pop("licence")),
    ],
)
def test_schema_refuses_what_the_file_does_not_promise(
    demonstration: Files, name: str, spoil: Any
) -> None:
    """A schema that lets everything pass would tell a researcher nothing."""
    file = document(demonstration, name)
    validator = Draft202012Validator(
        document(demonstration, f"schemas/{name}"),
        format_checker=Draft202012Validator.FORMAT_CHECKER,
    )
    assert list(validator.iter_errors(file)) == []
    spoil(file)
    assert list(validator.iter_errors(file)) != []


def test_table_has_a_row_for_each_thing_of_the_record(site: SiteFolder) -> None:
    """Nothing that is public is missing, and ids are those of the record."""
    fill(site)
    site.build()
    record, files = site.record(), site.files()
    assert rows(files, "case-studies").keys() == set(map(id_of, record.case_studies.values()))
    for name, things in (("places", record.places), ("partners", record.partners)):
        assert rows(files, name).keys() == {f"{name[:-1]}/{slug}" for slug in things}
    assert {one["address"] for one in rows(files, "council-summaries").values()} == {
        ROOT + Addresses().of(one) for one in record.councils.values()
    }


def test_every_address_of_demonstration_answers(demonstration: Files) -> None:
    """Whoever follows an address of the data finds the page of the thing."""
    given = [node["address"] for node in document(demonstration, "record")["nodes"]]
    given += [row["address"] for name in TABLES for row in document(demonstration, name)["rows"]]
    pages = {
        name.removesuffix("index.html"): demonstration[name]
        for name in demonstration
        if not name.startswith(("images/", "social/", "pagefind/"))
    }
    split = {tuple(one.removeprefix(DEMONSTRATION).split("#")) for one in given}
    missing = {
        (address, *ids)
        for address, *ids in split
        if address not in pages or not all(f' id="{one}"'.encode() in pages[address] for one in ids)
    }
    assert missing == set()
    assert len(given) > 300


def test_address_is_relative_to_the_file_where_a_site_does_not_know_its_own(
    site: SiteFolder,
) -> None:
    """The data can be read from a disk, and lead to the pages beside them."""
    site.edit("mkdocs.yml", f"site_url: {ROOT}\n", "")
    site.build()
    story = rows(site.files(), "case-studies")["case-study/warm-homes"]
    assert story["address"] == "../case-studies/warm-homes/"
    assert document(site.files(), "case-studies")["schema"] == "../data/schemas/case-studies.json"
    assert list(faults(site.files())) == []


def test_id_stays_when_a_file_is_renamed_with_its_alias(site: SiteFolder) -> None:
    """A join that a researcher made last year still holds."""
    write_story(site, "warmer", "Warmer", extra="aliases: [warm, was-warm]")
    site.build()
    story = rows(site.files(), "case-studies")["case-study/warm"]
    assert story["address"] == f"{ROOT}case-studies/warmer/"


def test_reference_is_the_id_of_a_row_of_the_table_that_it_leads_to(demonstration: Files) -> None:
    """Tables can be joined by ids alone: each id that a row holds is one of another row."""
    known = {node["id"] for node in document(demonstration, "record")["nodes"]}
    for name in TABLES:
        known |= {row["id"] for row in document(demonstration, name)["rows"] if "id" in row}
    unknown = {
        (name, text)
        for name in TABLES
        for row in document(demonstration, name)["rows"]
        for text in ids_in(row)
        if text not in known
    }
    assert unknown == set()


def ids_in(value: Any) -> Iterator[str]:
    """Yield each text in a value that is an id of the data: a type, a slash and a name."""
    types = (
        "barrier/", "case-study/", "commitment/", "council-summary/", "deliberation/",
        "mandate-letter/", "mission/", "partner/", "place/", "principle/", "recommendation/",
        "steward/",
    )  # fmt: skip
    if isinstance(value, str) and value.startswith(types) and " " not in value:
        yield value
    inner = value.values() if isinstance(value, Mapping) else value
    if isinstance(inner, list) or isinstance(value, Mapping):
        for one in inner:
            yield from ids_in(one)


def test_commitment_has_its_council_its_words_and_the_story_that_shows_it(
    site: SiteFolder,
) -> None:
    """One row follows a promise from the council that made it to the story that shows it."""
    site.build()
    (promise,) = document(site.files(), "commitments")["rows"]
    assert promise == {
        "id": "commitment/second-street",
        "address": f"{ROOT}commitments/second-street/",
        "text": "Warm a second street.",
        "owner": "The mission's lead official",
        "mission": "mission/clean-energy",
        "due": "2025-06",
        "barrier": None,
        "council": "council-summary/2025-q1",
        "made_on": "2025-03-27",
        "recommendations": [],
        "state": "kept",
        "is_silent": False,
        "illustrative": True,
        "case_studies": [],
        "updates": [
            {
                "council": "council-summary/2025-q2",
                "held_on": "2025-06-26",
                "state": "kept",
                "note": "The street is warm.",
                "case_study": "case-study/warm-homes",
            }
        ],
    }


def test_commitment_of_demonstration_names_the_recommendation_it_came_from(
    demonstration: Files,
) -> None:
    """The chain of the demonstration can be followed in the data too."""
    promise = rows(demonstration, "commitments")["commitment/2025-q1-tenants-story"]
    assert promise["recommendations"] == ["recommendation/warmer-homes-panel/tenants-first"]
    panel = rows(demonstration, "deliberations")["deliberation/warmer-homes-panel"]
    asked = {one["id"]: one["commitment"] for one in panel["recommendations"]}
    assert asked["recommendation/warmer-homes-panel/tenants-first"] == promise["id"]


def test_withdrawn_item_leaves_its_reason_and_nothing_else(site: SiteFolder) -> None:
    """Nothing disappears silently, and nothing that was withdrawn is given away."""
    write_story(site, "gone", "Gone away", extra=f"aliases: [before]\n{REASON}")
    site.build()
    files = site.files()
    assert document(files, "withdrawn")["rows"] == [
        {
            "id": "case-study/before",
            "address": f"{ROOT}case-studies/gone/",
            "type": "case-study",
            "withdrawn_on": "2025-05-01",
            "reason": "Wrong.",
            "replaced_by": "case-study/warm-homes",
        }
    ]
    assert "case-study/before" not in rows(files, "case-studies")
    assert not any(b"Gone away" in files[name] for name in files if "data/" in name)


def test_promise_of_a_withdrawn_council_is_withdrawn_with_it(site: SiteFolder) -> None:
    """A promise does not disappear silently either."""
    withdrawn = "status: withdrawn\nwithdrawn: {on: 2025-05-01, reason: Never met.}"
    site.edit("content/council/2025-q1.md", "illustrative: true", withdrawn)
    site.build()
    found = rows(site.files(), "withdrawn")
    assert found["commitment/second-street"] == {
        "id": "commitment/second-street",
        "address": f"{ROOT}commitments/second-street/",
        "type": "commitment",
        "withdrawn_on": "2025-05-01",
        "reason": "Never met.",
        "replaced_by": None,
    }
    assert found.keys() == {"commitment/second-street", "council-summary/2025-q1"}
    assert document(site.files(), "commitments")["rows"] == []


def test_changes_of_all_items_are_one_table_with_the_newest_first(site: SiteFolder) -> None:
    """What changed since last quarter is one look at one file."""
    extra = "changes: [{date: 2025-05-01, note: Put right., kind: correction}]"
    write_story(site, "a", "A", extra=extra)
    write_story(site, "b", "B", extra=extra.replace("2025-05", "2025-06"))
    site.build()
    found = [(line["item"], line["date"], line["kind"]) for line in sheet(site.files(), "changes")]
    assert found == [
        ("case-study/b", "2025-06-01", "correction"),
        ("case-study/a", "2025-05-01", "correction"),
    ]


def test_reference_to_what_is_hidden_is_left_out_with_what_is_said_of_it(
    site: SiteFolder,
) -> None:
    """As on the pages: a way of working that nobody may see takes what is said of it along."""
    site.write(
        "content/principles/canary.md",
        "---\ntitle: Canary\nsummary: A canary.\nstatus: draft\n---\nSung.\n",
    )
    write_story(site, "hidden", "Hidden", extra="status: draft")
    site.edit(
        "content/case-studies/warm-homes.md",
        "principles:\n",
        "principles:\n  - {principle: canary, how: By a canary.}\n",
    )
    site.edit("content/council/2025-q2.md", "case_study: warm-homes", "case_study: hidden")
    site.edit("content/council/2025-q2.md", "[night-nurses]", "[night-nurses, hidden]")
    site.build()
    files = site.files()
    story = rows(files, "case-studies")["case-study/warm-homes"]
    assert [one["principle"] for one in story["principles"]] == ["principle/solving-together"]
    council = rows(files, "council-summaries")["council-summary/2025-q2"]
    assert council["case_studies"] == ["case-study/night-nurses"]
    assert council["commitment_updates"][0]["case_study"] is None
    assert not any(b"canary" in data.lower() for name, data in files.items() if "data/" in name)
    assert list(faults(files)) == []


def test_file_says_who_publishes_it_and_under_which_licence(site: SiteFolder) -> None:
    """A file that was passed on by itself still says where it came from."""
    site.build()
    assert document(site.files(), "record")["licence"] is None
    assert document(site.files(), "record")["publisher"] == "Small record"
    licence = "licence: {name: A licence, url: https://example.org/licence}"
    site.edit("mkdocs.yml", "plugins: [missions]", f"plugins:\n  - missions:\n      {licence}")
    site.build()
    stated = {"name": "A licence", "url": "https://example.org/licence"}
    assert document(site.files(), "places")["licence"] == stated
    page = site.page("data/index.html")
    assert '<a href="https://example.org/licence">A licence</a>' in page
    assert '"license":"https://example.org/licence"' in page


def test_json_has_one_row_on_each_line(demonstration: Files) -> None:
    """Two versions of a file can be compared line by line, and show which rows differ."""
    text = demonstration["data/places.json"].decode()
    lines = [line.rstrip(",") for line in text.splitlines() if line.startswith('{"id"')]
    assert list(map(json.loads, lines)) == document(demonstration, "places")["rows"]


def test_text_of_a_page_is_in_json_as_html_and_as_plain_text(site: SiteFolder) -> None:
    """The text can be counted and searched without HTML, and its links lead out of the file."""
    body = "## One & all\n\nA *word* on [warm homes](warm-homes.md)."
    write_story(site, "told", "Told", body=body)
    site.build()
    story = rows(site.files(), "case-studies")["case-study/told"]
    assert story["body_text"] == "One & all\n\nA word on warm homes."
    assert f'<a href="{ROOT}case-studies/warm-homes/">' in story["body_html"]
    assert "body_text" not in cells(site.files()["data/case-studies.csv"])[0]
