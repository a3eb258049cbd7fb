"""The invariants of the architecture: keep these, and all the rest may change."""

import ast
import os
import random
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime as real_datetime
from pathlib import Path
from typing import Any

import pagefind_bin
import pytest

from site_builder.build import ProblemsFound, Progress, build, manifest_path
from site_builder.publish.keys import digest
from site_builder.settings import theme_folder
from tests import apart
from tests.compose.events import write_event
from tests.compose.stories import story, write_pictured_story, write_stories, write_story
from tests.conftest import SITES, SiteFolder, copy_of
from tests.shown import ShownFolder

PACKAGE = Path(__file__).parent.parent / "site_builder"
NURSES = "content/case-studies/night-nurses.md"
STEMS_OF_NURSES = (
    "", "missions/health/", "principles/solving-together/", "places/leeds/",
    "partners/leeds-city-council/",
)  # fmt: skip
FEEDS_OF_NURSES = {
    f"{stem}feed.{ending}" for stem in STEMS_OF_NURSES for ending in ("xml", "atom", "json")
}


# Invariant 1: incremental equals clean.


def clean_files(site: SiteFolder, scratch: Path) -> Mapping[str, bytes]:
    """Return what a build of the same content and theme gives that has nothing to go on."""
    shutil.rmtree(scratch, ignore_errors=True)
    left_out = shutil.ignore_patterns("site", ".cache")
    shutil.copytree(site.root, scratch, ignore=left_out)
    other = ShownFolder(scratch)
    other.build()
    return dict(other.files())


def own_theme(site: SiteFolder) -> Path:
    """Give a site a copy of the theme, to be changed, and return its folder."""
    shutil.copytree(theme_folder(), site.root / "theme")
    lines = (site.root / "mkdocs.yml").read_text("utf-8").split("\n")
    own = "theme: {name: null, custom_dir: theme}"
    put = [own if line.startswith("theme:") else line for line in lines]
    site.write("mkdocs.yml", "\n".join(put))
    return site.root / "theme"


class Edits:
    """Random edits of a site that leave it without a problem; the same seed gives the same."""

    def __init__(self, site: SiteFolder, seed: int) -> None:
        self.site, self.dice, self.written = site, random.Random(seed), 0
        own_theme(site)
        two = "leeds: {name: Leeds, nation: England, region: West Yorkshire}\n"
        two += "cardiff: {name: Cardiff, nation: Wales, region: South Wales}\n"
        site.write("content/registers/places.yml", two)
        for _ in range(14):
            self.add()

    def one(self) -> str:
        """Make an edit and return its name."""
        kinds = (
            self.add, self.body, self.title, self.date, self.mission, self.place, self.withdraw,
            self.delete, self.rename, self.template, self.words, self.style, self.setting,
        )  # fmt: skip
        edit = self.dice.choice(kinds)
        edit()
        return edit.__name__

    def add(self) -> None:
        self.written += 1
        day = f"2025-{self.dice.randint(1, 12):02}-{self.dice.randint(1, 28):02}"
        mission = self.dice.choice(["health", "clean-energy"])
        write_story(
            self.site, f"added-{self.written}", f"Title {self.written}", date=day, mission=mission
        )

    def body(self) -> None:
        file = self._story()
        file.write_text(file.read_text("utf-8") + f"\nMore {self.dice.random()}.\n", "utf-8")

    def title(self) -> None:
        self._set("title", f"Retitled {self.dice.randint(0, 10**6)}")

    def date(self) -> None:
        self._set("date", f"2024-{self.dice.randint(1, 12):02}-01")

    def mission(self) -> None:
        self._set("mission", self.dice.choice(["health", "clean-energy"]))

    def place(self) -> None:
        self._set("place", self.dice.choice(["leeds", "cardiff"]))

    def withdraw(self) -> None:
        file = self._story()
        reason = "status: withdrawn\nwithdrawn: {on: 2025-12-31, reason: Wrong.}"
        text = file.read_text("utf-8")
        if "withdrawn" not in text:
            file.write_text(text.replace("need:", f"{reason}\nneed:", 1), "utf-8")

    def delete(self) -> None:
        self._story().unlink()

    def rename(self) -> None:
        file, self.written = self._story(), self.written + 1
        text = file.read_text("utf-8")
        if "aliases" not in text:
            renamed = text.replace("need:", f"aliases: [{file.stem}]\nneed:", 1)
            file.with_name(f"added-{self.written}.md").write_text(renamed, "utf-8")
            file.unlink()

    def template(self) -> None:
        self._append("theme/components/card/template.html", "{# " + str(self.dice.random()) + " #}")
        text = f'<footer class="footer" data-n="{self.dice.random()}"'
        self.site.edit("theme/components/footer/template.html", '<footer class="footer"', text)

    def words(self) -> None:
        text = f"No cookies. {self.dice.random()}"
        self.site.edit("theme/words/en.yml", "No cookies.", text)

    def style(self) -> None:
        self._append("theme/ground.css", f"i{{order:{self.dice.randint(0, 99)}}}")

    def setting(self) -> None:
        self.site.edit("mkdocs.yml", "A small", f"A small {self.dice.randint(0, 99)}")

    def _story(self) -> Path:
        stories = (self.site.root / "content/case-studies").glob("added-*.md")
        return self.dice.choice(sorted(stories))

    def _set(self, field: str, value: str) -> None:
        file = self._story()
        lines = file.read_text("utf-8").split("\n")
        put = [f"{field}: {value}" if one.startswith(f"{field}: ") else one for one in lines]
        file.write_text("\n".join(put), "utf-8")

    def _append(self, path: str, text: str) -> None:
        file = self.site.root / path
        file.write_text(f"{file.read_text('utf-8')}{text}\n", "utf-8")


def assert_incremental_is_clean(site: SiteFolder, scratch: Path, *, seed: int, edits: int) -> None:
    random_edits = Edits(site, seed)
    site.build()
    done = []
    for _ in range(edits):
        done.append(random_edits.one())
        site.build()
        assert site.files() == clean_files(site, scratch), f"seed {seed}, after {done}"


def test_incremental_after_random_edits_equals_clean(site: SiteFolder, tmp_path: Path) -> None:
    """A build after edits gives what a build from nothing gives, byte for byte."""
    assert_incremental_is_clean(site, tmp_path / "clean", seed=1, edits=4)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(2, 5))
def test_incremental_after_many_random_edits_equals_clean(
    site: SiteFolder, tmp_path: Path, seed: int
) -> None:
    """So does a long row of them, whatever their order."""
    assert_incremental_is_clean(site, tmp_path / "clean", seed=seed, edits=20)


# Invariant 2: cold, warm, another day, machine and time zone are one.


def built_elsewhere(site: SiteFolder, folder: Path, **variables: str) -> Mapping[str, bytes]:
    """Return the files of a copy of the site, built by a process of its own."""
    shutil.copytree(site.root, folder, ignore=shutil.ignore_patterns("site", ".cache", ".git"))
    done = apart.run(folder, "missions", "build", **variables)
    assert done.returncode == 0, done.said
    return SiteFolder(folder).files()


def test_build_cold_equals_warm(site: SiteFolder) -> None:
    """Neither a full nor an empty cache is seen in the bytes."""
    write_pictured_story(site)
    site.build()
    cold = site.files()
    text = (site.root / NURSES).read_text("utf-8")
    site.write(NURSES, text.replace("A quiet", "A loud"))
    site.build()
    assert site.files() != cold
    site.write(NURSES, text)
    site.build()
    assert site.files() == cold
    shutil.rmtree(site.root / ".cache")
    site.build()
    assert site.files() == cold


EVENING = 'starts: "18:00"\nends: "20:00"\nmission: health'
EAST = {"TZ": "Pacific/Auckland", "LC_ALL": "C", "PYTHONHASHSEED": "1"}
WEST = {"TZ": "America/Los_Angeles", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "2"}


@pytest.mark.parametrize("elsewhere", [EAST, pytest.param(WEST, marks=pytest.mark.slow)])
def test_build_in_other_zones_locales_and_processes_is_equal(
    site: SiteFolder, tmp_path: Path, elsewhere: Mapping[str, str]
) -> None:
    """Time zone, locale, hash seed, folder and process leave no trace."""
    write_pictured_story(site)
    write_stories(site, 20)
    write_event(site, "evening", EVENING)
    changed = "changes: [{date: 2025-08-01, note: The figure was 41., kind: correction}]"
    write_story(site, "put-right", "Put right", extra=changed)
    gone = "status: withdrawn\nwithdrawn: {on: 2025-05-01, reason: It was wrong.}"
    write_story(site, "gone", "Gone", extra=gone)
    for slug in ("one", "two", "three", "four"):
        text = f"---\ntitle: Page {slug}\nsummary: A page.\n---\nText.\n"
        site.write(f"content/pages/{slug}.md", text)
        site.write(f"content/principles/{slug}.md", text)
    there = built_elsewhere(site, tmp_path / "elsewhere", **elsewhere)
    assert {f"feed-1.{ending}" for ending in ("xml", "atom", "json")} <= there.keys()
    assert b"BEGIN:VEVENT" in there["events/evening/event.ics"]
    here = ShownFolder(site.root)
    here.build()
    assert dict(here.files()) == there


def test_build_of_copy_without_history_is_equal(site: SiteFolder, tmp_path: Path) -> None:
    """A shallow copy, unpacked on another day in another order, gives the same bytes."""
    site.write(".git/HEAD", "ref: refs/heads/main\n")
    site.build()
    for path in sorted((site.root / "content").rglob("*.md"), reverse=True):
        copy = tmp_path / "copy" / path.relative_to(site.root)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, copy)
        os.utime(copy, (1_000_000_000, 1_000_000_000))
    shutil.copytree(site.root / "content/registers", tmp_path / "copy/content/registers")
    shutil.copy(site.root / "mkdocs.yml", tmp_path / "copy")
    copied = SiteFolder(tmp_path / "copy")
    copied.build()
    assert copied.files() == site.files()


# Invariant 3: a failure leaves the old site, and the next build is right.


def break_content(site: SiteFolder) -> None:
    site.edit(NURSES, "mission: health", "mission: healht")
    site.build()


def break_template(site: SiteFolder) -> None:
    site.edit("theme/layouts/case-study.html", "story.title", "story.titel")
    site.build()


def break_template_syntax(site: SiteFolder) -> None:
    site.edit("theme/layouts/404.html", "{% block main %}", "{% block main")
    site.build()


def break_under_strict(site: SiteFolder) -> None:
    site.edit(NURSES, "date:", "review_by: 2025-01-01\ndate:")
    site.build(strict=True, now="2025-06-01T09:00Z")


class Stop(Exception):
    """Raised by a test in the middle of a build."""


def break_while_publishing(site: SiteFolder) -> None:
    def stop(done: int, total: int) -> None:
        if done == total - 3:
            raise Stop

    site.edit(NURSES, "A quiet", "A loud")
    build(site.settings(), progress=Progress(on_file=stop))


FAILURES = (
    (break_content, ProblemsFound),
    (break_under_strict, ProblemsFound),
    (break_template, ProblemsFound),
    (break_template_syntax, ProblemsFound),
    (break_while_publishing, Stop),
)


@pytest.fixture(scope="module")
def themed(tmp_path_factory: pytest.TempPathFactory) -> SiteFolder:
    """Return a built site with a theme of its own, which is only copied."""
    site = SiteFolder(shutil.copytree(SITES / "small", tmp_path_factory.mktemp("t") / "small"))
    own_theme(site)
    site.build()
    return site


@pytest.mark.parametrize(("break_it", "failure"), FAILURES)
def test_build_that_fails_leaves_old_site_and_next_is_right(
    themed: SiteFolder,
    tmp_path: Path,
    break_it: Callable[[SiteFolder], None],
    failure: type[Exception],
) -> None:
    """Whatever fails, the site stays as it was, nothing is left about, the next build is right."""
    site = copy_of(themed, tmp_path / "small")
    before, originals = site.files(), (site.files("content"), site.files("theme"))
    with pytest.raises(failure):
        break_it(site)
    assert site.files() == before
    assert {path.name for path in site.root.iterdir()} == {
        "content", "mkdocs.yml", "site", "theme", ".cache",
    }  # fmt: skip
    for folder, files in zip(("content", "theme"), originals, strict=True):
        for path, data in files.items():
            site.write(f"{folder}/{path}", data)
    site.edit(NURSES, "A quiet", "A mended")
    site.build()
    assert site.files() == clean_files(site, tmp_path / "clean")


KILLED = """
import os, signal, sys
from pathlib import Path
from site_builder.build import Progress, build
from site_builder.settings import read_settings
def kill(done, total):
    if done == total // 2:
        os.kill(os.getpid(), signal.SIGKILL)
build(read_settings(Path("mkdocs.yml")), progress=Progress(on_file=kill))
"""

FULL_DISK = """
import resource, sys
from site_builder.doors.cli import main
resource.setrlimit(resource.RLIMIT_FSIZE, (2500, 2500))
main(["build"])
"""


@pytest.mark.usefixtures("built")
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has neither signals nor limits")
@pytest.mark.parametrize(("script", "status"), [(KILLED, -9), (FULL_DISK, 3)])
def test_build_that_is_killed_or_finds_the_disk_full_leaves_old_site(
    site: SiteFolder, tmp_path: Path, script: str, status: int
) -> None:
    """A process that dies, or can not write, has not touched the site."""
    before = site.files()
    site.edit("mkdocs.yml", "Small record", "Changed record")
    done = apart.run(site.root, script)
    assert done.returncode == status
    assert "Traceback" not in done.said
    assert site.files() == before
    site.build()
    assert site.files() == clean_files(site, tmp_path / "clean")
    assert not (site.root / ".site.next").exists()


# Invariant 4 is in publish/test_keys.py and publish/test_renderer.py.
# Invariant 5 is a contract of import-linter, in pyproject.toml.


# Invariant 6: no manifest can change the output, and no tampering lasts.


def stamped(body: str) -> str:
    return f"{digest(body.encode())}\n{body}"


MANIFESTS = {
    "empty": "",
    "noise": "\x00\x01 no manifest",
    "unstamped": '{"index.html": ["a", "b"]}',
    "number": stamped("7"),
    "list": stamped('["index.html"]'),
    "short": stamped('{"index.html": ["a"]}'),
    "nothing": stamped('{"index.html": null}'),
    "other": stamped('{"index.html": ["a", "b"], "../../content": ["a", "b"]}'),
}


@pytest.mark.usefixtures("built")
@pytest.mark.parametrize("text", MANIFESTS.values(), ids=MANIFESTS)
def test_manifest_that_is_broken_changes_nothing(site: SiteFolder, text: str) -> None:
    """A manifest that is cut, forged or of another shape is taken for none."""
    before = site.files()
    manifest_path(site.settings()).write_text(text, "utf-8")
    site.build()
    assert site.files() == before


@pytest.mark.usefixtures("built")
def test_manifest_that_is_missing_or_a_folder_changes_nothing(site: SiteFolder) -> None:
    """Deleting the cache is safe, and so is a cache that can not be written."""
    before = site.files()
    shutil.rmtree(site.root / ".cache")
    site.write(".cache", "a file where the folder should be")
    assert site.build().published.kept == 0
    assert site.files() == before


@pytest.mark.usefixtures("built")
def test_manifest_of_another_site_changes_nothing(site: SiteFolder, tmp_path: Path) -> None:
    """A manifest that speaks of the same files with other keys is of no use, and does no harm."""
    shutil.copytree(site.root, tmp_path / "other")
    other = SiteFolder(tmp_path / "other")
    other.edit("mkdocs.yml", "Small record", "Other record")
    other.build()
    expected = other.files()
    shutil.copy(manifest_path(site.settings()), manifest_path(other.settings()))
    other.build()
    assert other.files() == expected


@pytest.mark.usefixtures("built")
def test_manifest_that_was_altered_with_the_site_is_not_believed(site: SiteFolder) -> None:
    """Who changes a page and its digest has still to answer to the digest of the manifest."""
    before, page = site.files(), site.root / "site/missions/index.html"
    manifest = manifest_path(site.settings())
    text = manifest.read_text("utf-8")
    page.write_text("<p>hello", "utf-8")
    true, false = digest(before["missions/index.html"]), digest(b"<p>hello")
    assert true in text
    manifest.write_text(text.replace(true, false), "utf-8")
    site.build()
    assert site.files() == before


def tamper_by_text(path: Path) -> None:
    path.write_text("<p>hello", "utf-8")


def tamper_by_deletion(path: Path) -> None:
    path.unlink()


def tamper_by_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def tamper_by_link(path: Path) -> None:
    elsewhere = path.parents[3] / "elsewhere.html"
    path.rename(elsewhere)
    path.symlink_to(elsewhere)


TAMPERINGS = (tamper_by_text, tamper_by_deletion, tamper_by_folder, tamper_by_link)


@pytest.mark.usefixtures("built")
@pytest.mark.parametrize("tamper", TAMPERINGS)
def test_site_that_was_tampered_with_is_made_whole(
    site: SiteFolder, tamper: Callable[[Path], None]
) -> None:
    """A file that is not as it was written is written again; one that is strange is kept."""
    before, page = site.files(), site.root / "site/missions/index.html"
    tamper(page)
    site.write("site/missions/strange.html", "<p>Not of this site.")
    done = site.build().published
    assert site.files() == {**before, "missions/strange.html": b"<p>Not of this site."}
    assert done.kept_foreign == ("missions/strange.html",)
    assert done.rendered == ("missions/index.html",)
    assert page.is_file()
    assert not page.is_symlink()


# Invariant 7: an edit costs what it changes, counted.


def test_build_without_change_renders_nothing(site: SiteFolder) -> None:
    """What did not change is left alone."""
    first = site.build().published
    again = site.build().published
    assert again.rendered == ()
    assert again.kept == len(first.rendered)


def pages_among(files: Iterable[str]) -> set[str]:
    """Return files without those of the index, which is made anew with any word that it has."""
    return {name for name in files if not name.startswith("pagefind/")}


@pytest.mark.usefixtures("built")
def test_body_edit_renders_its_page_and_its_feeds(site: SiteFolder) -> None:
    """A new sentence in a story is one page, and the feeds and the data that tell it in full."""
    site.edit(NURSES, "A quiet", "A loud")
    rendered = site.build().published.rendered
    told_in_full = {"case-studies/night-nurses/index.html", "data/case-studies.json"}
    assert pages_among(rendered) == told_in_full | FEEDS_OF_NURSES


@pytest.mark.usefixtures("built")
@pytest.mark.parametrize(
    ("path", "title"),
    [(NURSES, "Night nurses answer the phone"), ("content/pages/about.md", "About this site")],
)
def test_title_edit_renders_only_what_shows_the_title(
    site: SiteFolder, path: str, title: str
) -> None:
    """A new title is on every page that was rendered, and on no page that was kept."""
    # The letter stays, for with it the A to Z would change where the title is not shown.
    site.edit(path, title, f"{title[0]} Zebras")
    rendered = pages_among(site.build().published.rendered)
    pages = {name for name in rendered if not name.startswith("social/")}
    assert pages == {name for name, data in site.files().items() if b"Zebras" in data}
    assert len(rendered) - len(pages) == (path == NURSES)  # its card, which has it in pixels


def test_place_edit_leaves_other_places_alone(site: SiteFolder) -> None:
    """A story that moves changes the lists that it leaves and that it joins, and no other."""
    more = "bath: {name: Bath, nation: England, region: Avon}\n"
    more += "ely: {name: Ely, nation: England, region: Cambridgeshire}\n"
    places = (site.root / "content/registers/places.yml").read_text("utf-8")
    site.write("content/registers/places.yml", f"{places}{more}")
    site.write("content/case-studies/a.md", story("A bath").replace("leeds\n", "bath\n"))
    site.write("content/case-studies/b.md", story("A cathedral").replace("leeds\n", "ely\n"))
    site.build()
    site.edit("content/case-studies/a.md", "place: bath", "place: leeds")
    done = site.build().published
    assert "places/leeds/index.html" in done.rendered
    assert "places/ely/index.html" not in done.rendered
    removed = {name for name in pages_among(done.removed) if not name.startswith("social/a-")}
    assert {name for name in removed if "/feed." not in name} == {
        "places/bath/index.html",
        "places/bath/subscribe/index.html",
        "a-z/b/index.html",
    }


def test_story_that_is_deleted_leaves_no_file(site: SiteFolder) -> None:
    """What the content no longer has is removed, its empty folder with it."""
    path = write_story(site, "short-lived", "A mayfly")
    site.build()
    (site.root / path).unlink()
    page, card = sorted(pages_among(site.build().published.removed))
    assert page == "case-studies/short-lived/index.html"
    assert card.startswith("social/short-lived-")
    assert not (site.root / "site/case-studies/short-lived").exists()
    assert not any(b"mayfly" in data for data in site.files().values())


# Invariant 8: no clock, no locale, no git, no network.


class Never(Exception):
    """Raised when a build asks for what it may not have."""


def refuse(*_: object, **__: object) -> Any:
    raise Never


class _AnyDatetime(type):
    def __instancecheck__(cls, instance: object) -> bool:
        return isinstance(instance, real_datetime)


class OtherDay(real_datetime, metaclass=_AnyDatetime):
    """A clock that is always wrong; feedgen reads one, although it is given every date."""

    @classmethod
    def now(cls, tz: Any = None) -> "OtherDay":
        return cls(1999, 12, 31, 23, 59, tzinfo=tz)


class OnlyTheIndexer(subprocess.Popen[bytes]):
    """Starts the program that comes with Pagefind's package, and no other."""

    def __init__(self, command: list[Path | str], **options: Any) -> None:
        if command != [pagefind_bin.get_executable(), "--service"]:
            raise Never
        super().__init__(command, **options)


@contextmanager
def without_the_world() -> Iterator[None]:
    """Take the network, the machine's programs and the true clock away."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket, "socket", refuse)
        patch.setattr(subprocess, "Popen", OnlyTheIndexer)
        patch.setattr(os, "system", refuse)
        patch.setattr(time, "time", refuse)
        patch.setattr("feedgen.feed.datetime", OtherDay)
        patch.setattr("feedgen.entry.datetime", OtherDay)
        yield


def test_build_without_clock_network_or_programs_is_equal(site: SiteFolder, tmp_path: Path) -> None:
    """A build asks the world for nothing, and an empty feed has no date of its own."""
    site.write("content/missions/new.md", "---\ntitle: New\nsummary: New.\nstatement: New.\n---\n")
    with without_the_world():
        site.build()
    assert site.files() == clean_files(site, tmp_path / "clean")


FORBIDDEN_MODULES = {
    "asyncio", "getpass", "http", "locale", "platform", "random", "secrets", "shlex", "socket",
    "ssl", "subprocess", "tempfile", "urllib.request", "uuid",
}  # fmt: skip
FORBIDDEN_CALLS = {
    "ctime", "fromtimestamp", "gmtime", "localtime", "now", "strftime", "time", "today", "utcnow",
}  # fmt: skip


def imports_of(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def clock_calls_of(tree: ast.AST) -> Iterator[str]:
    """Yield calls of datetime.now and the like; `dt.time(9)` makes a time and asks no clock."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            call = ast.unparse(node.func)
            if node.func.attr in FORBIDDEN_CALLS and call != "dt.time":
                yield call


STEPS = sorted(path for path in PACKAGE.rglob("*.py") if PACKAGE / "doors" not in path.parents)


@pytest.mark.parametrize("path", STEPS, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_module_of_a_step_asks_no_clock_locale_git_or_network(path: Path) -> None:
    """Nothing between the doors imports or calls what could differ from machine to machine."""
    tree = ast.parse(path.read_text("utf-8"))
    # The indexer is a program, pinned like a library; see OnlyTheIndexer.
    may = {"subprocess"} if path == PACKAGE / "publish/search/pagefind.py" else set()
    assert not FORBIDDEN_MODULES & set(imports_of(tree)) - may
    # Who waits for another build is told since when it runs: that is in no file.
    lock = PACKAGE / "publish/place/lock.py"
    assert list(clock_calls_of(tree)) == (["dt.datetime.fromtimestamp"] if path == lock else [])
    assert ("time" in imports_of(tree)) == (path in (PACKAGE / "build.py", lock))
