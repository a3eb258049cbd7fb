"""Files of one's own on a whole site: published, linked, described, and never in the way."""

import json
from collections.abc import Mapping
from pathlib import Path

import jsonschema
import pytest

from site_builder.build import ProblemsFound
from site_builder.doors.outcome.build_report import as_json
from site_builder.doors.outcome.in_words import in_words
from site_builder.publish.place import staging
from site_builder.publish.refused import TargetNotOurs
from site_builder.relate.permanence.promised import promised
from tests.conftest import SITES, SiteFolder
from tests.own_files import SAFE_SVG, pdf

PAGE = "content/pages/about.md"
COUNCIL = "content/council/2025-q2.md"
MINUTES, TABLE = pdf(), b"a,b\n1,2\n" * 400
WEBVTT = b"WEBVTT\n\n00:00.000 --> 00:01.000\nWords.\n"
OWN = "https://record.example.org/files/table.csv"


def write_files(site: SiteFolder) -> None:
    site.write("content/files/council/minutes.pdf", MINUTES)
    site.write("content/files/table.csv", TABLE)
    site.write("content/files/captions.vtt", WEBVTT)
    site.write("content/files/drawing.svg", SAFE_SVG)
    site.write("content/root/CNAME", b"record.example.org\n")
    site.write("content/root/.well-known/security.txt", b"Contact: mailto:a@example.org\n")
    site.edit(
        PAGE,
        "See [all",
        f"""
Read [the minutes](../files/council/minutes.pdf#page=2), [the table]({OWN}),
[the drawing (SVG, 9 MB)](../files/drawing.svg) and [the drawing](../files/drawing.svg) (9 kB).
See [all""",
    )
    site.edit(
        COUNCIL,
        "state: draft",
        """state: draft
public:
  recording: https://films.example.org/1
  captions_file: ../files/captions.vtt
  transcript: ../files/council/minutes.pdf""",
    )


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> SiteFolder:
    """Return a built site with files; nobody may change it."""
    site = _copy(tmp_path_factory.mktemp("files"))
    write_files(site)
    site.build(strict=False)
    return site


def _copy(folder: Path) -> SiteFolder:
    import shutil  # noqa: PLC0415

    return SiteFolder(Path(shutil.copytree(SITES / "small", folder / "small")))


def rows(site: SiteFolder) -> list[Mapping[str, object]]:
    found: list[Mapping[str, object]] = json.loads(site.page("data/files.json"))["rows"]
    return found


def test_each_file_is_published_as_it_is(built: SiteFolder) -> None:
    files = built.files()
    assert files["files/council/minutes.pdf"] == MINUTES
    assert files["files/table.csv"] == TABLE
    assert files["CNAME"] == b"record.example.org\n"
    assert files[".well-known/security.txt"].startswith(b"Contact")
    assert "root/CNAME" not in files


def test_a_link_says_what_is_behind_it_and_how_large(built: SiteFolder) -> None:
    """What an author wrote of that by hand is put right, not said twice."""
    page = " ".join(built.page("about/index.html").split())
    assert '<a href="../files/council/minutes.pdf#page=2">the minutes (PDF, 1 kB)</a>,' in page
    assert '<a href="../files/table.csv">the table (CSV, 4 kB)</a>,' in page
    assert page.count('<a href="../files/drawing.svg">the drawing (SVG drawing, 1 kB)</a>') == 2
    assert "9 MB" not in page
    assert "9 kB" not in page


def test_a_meeting_shows_its_transcript_and_captions(built: SiteFolder) -> None:
    page = built.page("council/2025-q2/index.html")
    root = "../../files/"
    assert f'<a href="{root}council/minutes.pdf">Transcript of the meeting (PDF, 1 kB)</a>' in page
    captions = "Captions of the meeting (WebVTT captions, 1 kB)"
    assert f'<a href="{root}captions.vtt">{captions}</a>' in page
    assert '<a href="https://films.example.org/1">Recording of the meeting</a>' in page


def test_feeds_lead_to_files_by_their_whole_address(site: SiteFolder) -> None:
    write_files(site)
    story = "content/case-studies/warm-homes.md"
    with (site.root / story).open("a", encoding="utf-8") as file:
        file.write("\n\nRead [the minutes](../files/council/minutes.pdf).\n")
    site.build()
    whole = "https://record.example.org/files/council/minutes.pdf"
    for ending in ("xml", "atom"):
        feed = site.page(f"feed.{ending}").replace("&gt;", ">").replace("&lt;", "<")
        assert f'{whole}">the minutes (PDF, 1 kB)</a>' in feed.replace("&quot;", '"')
    assert f'<a href=\\"{whole}\\">the minutes (PDF, 1 kB)</a>' in site.page("feed.json")
    (row,) = [one for one in rows(site) if one["name"] == "council/minutes.pdf"]
    assert row["linked_from"] == ["case-study/warm-homes", "council-summary/2025-q2", "page/about"]


def test_data_list_each_file_by_the_schema(built: SiteFolder) -> None:
    whole = json.loads(built.page("data/files.json"))
    jsonschema.validate(whole, json.loads(built.page("data/schemas/files.json")))
    listed = [(one["name"], one["bytes"], one["media_type"]) for one in whole["rows"]]
    assert listed == [
        ("captions.vtt", len(WEBVTT), "text/vtt"),
        ("council/minutes.pdf", len(MINUTES), "application/pdf"),
        ("drawing.svg", len(SAFE_SVG), "image/svg+xml"),
        ("table.csv", len(TABLE), "text/csv"),
    ]
    (council,) = [
        one for one in json.loads(built.page("data/council-summaries.json"))["rows"]
        if one["quarter"] == "2025-Q2"
    ]  # fmt: skip
    assert council["public"]["transcript"] == f"{OWN.rsplit('/', 1)[0]}/council/minutes.pdf"
    assert "How many bytes it has." in built.page("data/files/index.html")


def test_report_counts_them(site: SiteFolder) -> None:
    write_files(site)
    done = site.build()
    size = sum(map(len, (MINUTES, TABLE, WEBVTT, SAFE_SVG, b"record.example.org\n"))) + 30
    assert "6 files of your own, 4 kB in all." in list(in_words(done))
    told = json.loads(as_json(0, (), done))["site"]
    assert (told["own_files"], told["own_bytes"]) == (6, size)


def test_nothing_is_copied_twice(site: SiteFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that did not change is not even opened to be copied; one that did is."""
    write_files(site)
    site.build()
    assert site.build().published.rendered == ()
    inode = (site.root / "site/files/table.csv").stat().st_ino
    copied: list[str] = []
    write = staging.Staging._write

    def counted(self: staging.Staging, path: str, data: object) -> None:
        copied.append(path)
        write(self, path, data)  # type: ignore[arg-type]

    monkeypatch.setattr(staging.Staging, "_write", counted)
    site.write("content/files/council/minutes.pdf", MINUTES + b"\n%")
    site.build()
    assert (site.root / "site/files/table.csv").stat().st_ino == inode
    assert [one for one in copied if one.startswith("files/")] == ["files/council/minutes.pdf"]
    (site.root / "site/files/table.csv").write_bytes(b"altered")
    site.build()
    assert site.files()["files/table.csv"] == TABLE


def errors(site: SiteFolder) -> dict[str, tuple[str, str]]:
    with pytest.raises(ProblemsFound) as found:
        site.build()
    assert not (site.root / "site").exists()
    return {
        one.path: (one.rule, f"{one.what} {one.fix}")
        for one in found.value.problems
        if one.level == "error"
    }


def test_links_to_files_that_are_not_there_are_dead(site: SiteFolder) -> None:
    write_files(site)
    site.edit(PAGE, "minutes.pdf", "minute.pdf")
    site.edit(COUNCIL, "captions.vtt", "caption.vtt")
    found = errors(site)
    assert found[PAGE][0] == "dead-link"
    assert 'Did you mean "../files/council/minutes.pdf"?' in found[PAGE][1]
    assert found[COUNCIL][0] == "dead-link"
    assert 'Did you mean "captions.vtt"?' in found[COUNCIL][1]


def test_nobody_links_to_what_stands_at_the_root(site: SiteFolder) -> None:
    site.write("content/root/ads.txt", b"x")
    site.edit(PAGE, "See [all", "[Ads](../root/ads.txt) [all")
    assert errors(site)[PAGE][0] == "dead-link"


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("root/robots.txt", "/robots.txt of its own"),
        ("root/ROBOTS.TXT", "/robots.txt of its own"),
        ("root/missions", "/missions/ of its own"),
        ("root/robots.txt.d", ""),
        ("root/robots.txt/more.txt", "/robots.txt of its own"),
        ("root/data/missions.json", "/data/missions.json of its own"),
        ("root/_headers", "/_headers of its own"),
        ("root/.missions", "a build needs for itself"),
        ("root/.missions.lock", "a build needs for itself"),
    ],
)
def test_what_would_stand_in_the_way_of_the_site_is_named(
    site: SiteFolder, path: str, said: str
) -> None:
    site.write(f"content/{path}", b"x")
    if said:
        rule, told = errors(site)[f"content/{path}"]
        assert rule == "file-clash"
        assert said in told
        assert [one.path for one in site.problems()] == [f"content/{path}"]
    else:
        assert site.problems() == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("files/Minutes.txt", "files/minutes.txt"),
        ("files/A/one.txt", "files/a/two.txt"),
        ("files/one.txt", "root/files/one.txt"),
        ("root/cname", "root/CNAME"),
    ],
)
def test_two_files_that_differ_only_in_case_are_named(
    site: SiteFolder, one: str, other: str
) -> None:
    site.write(f"content/{one}", b"x")
    site.write(f"content/{other}", b"y")
    ((path, (rule, told)),) = errors(site).items()
    assert rule == "files-alike"
    assert {path, told.split(" that of ")[1].split(",")[0]} == {
        f"content/{one}",
        f"content/{other}",
    }


DRAFT = "---\ntitle: A draft\nsummary: Words.\nstatus: {}\n{}---\n[It](../files/secret.pdf)\n"


@pytest.mark.parametrize(
    ("status", "more", "is_public"),
    [
        ("draft", "", False),
        ("published", "publish_at: 2025-12-01T09:00Z\n", False),
        ("published", "", True),
    ],
)
def test_a_file_waits_for_what_alone_leads_to_it(
    site: SiteFolder, status: str, more: str, *, is_public: bool
) -> None:
    """As an image does; a link from anything public, or a line of the ledger, lets it out."""
    site.write("content/files/secret.pdf", pdf())
    site.write("content/files/nobody-links-here.pdf", pdf())
    site.write("content/pages/new.md", DRAFT.format(status, more))
    site.build()
    assert ("files/secret.pdf" in site.files()) == is_public
    assert ("secret.pdf" in site.page("data/files.json")) == is_public
    assert "files/nobody-links-here.pdf" in site.files()


@pytest.mark.parametrize(
    "mention",
    [
        "[it](../files/secret.pdf)",
        "[it](https://record.example.org/files/secret.pdf)",
        "It is at record.example.org/files/secret.pdf.",
    ],
)
def test_whatever_public_speaks_of_a_file_lets_it_out(site: SiteFolder, mention: str) -> None:
    site.write("content/files/secret.pdf", pdf())
    site.write("content/pages/new.md", DRAFT.format("draft", ""))
    site.edit(PAGE, "See [all", f"{mention} [all")
    assert "content/files/secret.pdf" in site.record().files


def test_draft_speaks_of_a_file_in_a_field_too(site: SiteFolder) -> None:
    site.write("content/files/secret.pdf", pdf())
    site.edit(
        COUNCIL,
        "state: draft",
        "status: draft\nstate: draft\npublic:\n  transcript: ../files/secret.pdf",
    )
    assert site.record().files == {}


def test_what_was_recorded_is_never_taken_back_in_silence(site: SiteFolder) -> None:
    write_files(site)
    line = "/files/table.csv\tfile\n"
    site.write("content/permanent.tsv", f"# The ledger.\n{line}")
    site.edit(PAGE, "title: About", "status: draft\ntitle: About")
    assert "content/files/table.csv" in site.record().files
    (site.root / "content/files/table.csv").unlink()
    lost = [one.what for one in site.problems() if one.rule == "address-lost"]
    assert lost == ["/files/table.csv was published, and would be gone."]


def test_file_named_like_a_feed_is_none(site: SiteFolder) -> None:
    site.write("content/files/feed.json", b"{}")
    site.write("content/permanent.tsv", "# The ledger.\n/files/feed.json\tfile\n")
    site.build()
    assert promised(site.files())["files/feed.json"] == "file"
    assert [one for one in site.problems() if one.rule == "address-lost"] == []


def test_domain_that_a_deploy_left_gives_way_to_that_of_the_site(site: SiteFolder) -> None:
    site.build()
    site.write("site/CNAME", b"old.example.org\n")
    site.write("site/foreign.txt", b"kept")
    site.write("content/root/CNAME", b"new.example.org\n")
    site.build()
    assert site.files()["CNAME"] == b"new.example.org\n"
    assert site.files()["foreign.txt"] == b"kept"
    site.write("content/root/foreign.txt", b"other")
    with pytest.raises(TargetNotOurs):
        site.build()


def test_settings_let_other_kinds_in(site: SiteFolder) -> None:
    site.write("content/files/plan.dwg", b"AC10")
    settings = "plugins: [{missions: {files: {types: [dwg], largest_megabytes: 2}}}]"
    site.edit("mkdocs.yml", "plugins: [missions]", settings)
    site.edit(PAGE, "See [all", "[Plan](../files/plan.dwg) [all")
    site.build()
    assert "Plan (DWG, 1 kB)" in site.page("about/index.html")
    site.write("content/files/minutes.pdf", pdf())
    assert [one.rule for one in site.problems()] == ["file-type"]


def test_name_of_an_author_is_a_warning_that_a_site_may_weigh(site: SiteFolder) -> None:
    site.write("content/files/minutes.pdf", pdf("Ada Secret"))
    (found,) = site.problems()
    assert (found.rule, found.level) == ("file-names-people", "warning")
    assert 'names "Ada Secret" as its author' in found.what
    settings = "plugins: [{missions: {check: {rules: {file-names-people: off}}}}]"
    site.edit("mkdocs.yml", "plugins: [missions]", settings)
    assert site.problems() == ()
