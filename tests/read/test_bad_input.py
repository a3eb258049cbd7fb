"""Whatever lies in the content folder: a clear problem with its path, no traceback, no hang."""

import io
import os
import struct
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Literal
from unicodedata import normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from site_builder.build import ProblemsFound
from site_builder.check.report import report
from site_builder.read.content import read_content
from site_builder.read.front_matter.things import read_item
from site_builder.read.problems import Problem
from site_builder.read.source import Source
from site_builder.read.types import ITEM_KINDS, Item, kind_named
from tests.conftest import SiteFolder

Form = Literal["NFC", "NFD"]
FRONT_MATTER = "---\ntitle: About\nsummary: What this is.\n{}---\nSome words.\n"
PAGE = "content/pages/odd.md"


def only_problem(site: SiteFolder) -> Problem:
    """Return the one problem of a site, after making sure that it publishes nothing."""
    with pytest.raises(ProblemsFound) as stopped:
        site.build()
    assert not (site.root / "site").exists()
    (problem,) = stopped.value.problems
    return problem


def page_problem(site: SiteFolder, text: str | bytes) -> Problem:
    """Return the one problem of a site with one more page."""
    site.write(PAGE, text)
    problem = only_problem(site)
    assert problem.path == PAGE
    return problem


def png(width: int, height: int) -> bytes:
    """Return a PNG that says it is of a size and holds next to nothing."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        )

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0")) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + parts


def whole_image(form: str) -> bytes:
    file = io.BytesIO()
    Image.effect_noise((64, 48), 50).convert("RGB").save(file, form)
    return file.getvalue()


def test_content_folder_empty_says_how_to_begin(empty_site: SiteFolder) -> None:
    """An empty folder is a problem with a first step, not an empty site."""
    problem = only_problem(empty_site)
    assert (problem.path, problem.rule) == ("content", "no-content")
    assert "missions new" in problem.fix


def test_content_folder_absent_says_so(empty_site: SiteFolder) -> None:
    """A folder that is not there is named."""
    (empty_site.root / "content").rmdir()
    assert only_problem(empty_site).what == "There is no such folder."


def test_file_not_utf_8_is_placed_at_its_letter(site: SiteFolder) -> None:
    """The line and the column count letters, not bytes."""
    problem = page_problem(
        site, "---\nsummary: Words.\ntitle: é caf".encode() + b"\xe9\n---\nWords.\n"
    )
    assert (problem.rule, problem.position.line, problem.position.column) == ("not-utf-8", 3, 13)


def test_folder_named_like_a_file_is_refused(site: SiteFolder) -> None:
    """A folder called odd.md is neither read nor walked into."""
    (site.root / PAGE).mkdir()
    (site.root / PAGE / "inner.md").write_text("no front matter")
    problem = only_problem(site)
    assert (problem.path, problem.rule) == (PAGE, "not-a-file")


def test_link_to_nowhere_is_refused(site: SiteFolder) -> None:
    """A link whose file is gone is named."""
    (site.root / PAGE).symlink_to("gone.md")
    assert only_problem(site).rule == "dangling-link"


def test_link_to_itself_is_refused(site: SiteFolder) -> None:
    """A link that goes round in a circle is a link to nowhere."""
    (site.root / PAGE).symlink_to("odd.md")
    assert only_problem(site).rule == "dangling-link"


def test_link_out_of_content_is_refused(site: SiteFolder) -> None:
    """No file outside the folder is ever read."""
    site.write("secret.md", FRONT_MATTER.format(""))
    (site.root / PAGE).symlink_to(site.root / "secret.md")
    assert only_problem(site).rule == "link-out-of-content"


def test_link_to_folder_is_refused(site: SiteFolder) -> None:
    """Links to folders are not followed, so no walk is without an end."""
    (site.root / "content/pages/round").symlink_to(site.root / "content")
    problem = only_problem(site)
    assert problem.what == "This is a link to a folder; only links to files are followed."


def test_link_within_content_is_read(site: SiteFolder) -> None:
    """A link to a file of the same folder is as good as the file."""
    site.write("content/images/one.png", whole_image("PNG"))
    (site.root / "content/images/two.png").symlink_to("one.png")
    assert site.problems() == ()
    assert "content/images/two.png" in site.content().images


@pytest.mark.parametrize("name", ["odd.md", "odd.png"])
def test_file_of_50_megabytes_is_refused_unread(site: SiteFolder, name: str) -> None:
    """A file that is far too large is refused by its size alone."""
    with (site.root / "content/pages" / name).open("wb") as file:
        file.truncate(50 * 1024 * 1024)
    problem = only_problem(site)
    assert (problem.rule, problem.path) == ("too-large", f"content/pages/{name}")
    assert "50.0 MB" in problem.what


def test_pipe_is_refused_unopened(site: SiteFolder) -> None:
    """A named pipe, which would wait for ever, is never opened."""
    os.mkfifo(site.root / PAGE)
    assert only_problem(site).rule == "not-a-file"


def test_name_that_is_no_text_is_refused(site: SiteFolder) -> None:
    """A file name of stray bytes is shown as well as it can be."""
    path = os.fsencode(site.root / "content/pages") + b"/caf\xe9.md"
    Path(os.fsdecode(path)).write_bytes(b"")
    assert only_problem(site).path == "content/pages/caf?.md"


def test_name_with_escape_is_printed_harmless(site: SiteFolder) -> None:
    """A file name can not send commands to the terminal of whoever reads the report."""
    site.write("content/pages/a\x1b[2J\nb.md", FRONT_MATTER.format(""))
    for form in ("text", "github"):
        assert "\x1b" not in report([only_problem(site)], form)


def test_folders_thousands_deep_are_walked(
    site: SiteFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No depth of folders is too deep to walk."""
    monkeypatch.chdir(site.root / "content/pages")
    for _ in range(1200):
        Path("d").mkdir()
        os.chdir("d")
    problems = site.problems()
    for _ in range(1200):  # what tidies up after tests can not go so deep
        os.chdir("..")
        Path("d").rmdir()
    assert problems == ()


@pytest.mark.parametrize(
    ("slug", "rule"),
    [
        ("a" * 200, "bad-name"),
        ("About", "bad-name"),
        ("about us", "bad-name"),
        ("about..me", "bad-name"),
        ("-about", "bad-name"),
        ("über", "bad-name"),
        ("missions", "shared-address"),
    ],
)
def test_file_name_that_is_no_slug_is_refused(site: SiteFolder, slug: str, rule: str) -> None:
    """A file name becomes an address only when every tool and every reader can write it."""
    site.write(f"content/pages/{slug}.md", FRONT_MATTER.format(""))
    assert only_problem(site).rule == rule


@pytest.mark.parametrize("slug", ["../../etc", "a/b", "..", "/", "x" * 300, "About", ""])
@pytest.mark.parametrize(
    "field", ["aliases: ['{}']", "withdrawn: {{on: 2025-01-01, reason: No., replaced_by: '{}'}}"]
)
def test_slug_in_front_matter_never_leaves_its_folder(
    site: SiteFolder, field: str, slug: str
) -> None:
    """A slug with dots, slashes, capitals or 300 characters is refused wherever it is written."""
    state = "status: withdrawn\n" if "withdrawn" in field else ""
    problem = page_problem(site, FRONT_MATTER.format(field.format(slug) + f"\n{state}"))
    assert (problem.rule, problem.position.line) == ("wrong-value", 4)


def test_mission_that_is_a_path_is_refused(site: SiteFolder) -> None:
    """A reference is a slug, never a path."""
    site.edit("content/case-studies/warm-homes.md", "mission: clean", "mission: ../missions/clean")
    assert only_problem(site).what.startswith('`mission` is "../missions/clean-energy", which is')


@pytest.mark.parametrize(
    "fields",
    [
        "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nsummary: *c\n",
        "".join(f"k{n}: &k{n} [{f'*k{n - 1}' if n else 'x'}]\n" for n in range(1000)),
        "summary: !!python/object:os.system x\n",
        "lat: !!binary aGVsbG8=\n",
        "deep: " + "[" * 100_000 + "\n",
        "deep: " + "{a: " * 30_000 + "\n",
        "- " * 100_000 + "\n",
        "? " * 100_000 + "\n",
        "deep:\n" + "".join(" " * n + "a:\n" for n in range(1, 400)),
        "? [a, b]\n: c\n",
        "'" + "x" * 100_000 + "\n",
    ],
)
def test_yaml_made_to_harm_is_refused(site: SiteFolder, fields: str) -> None:
    """Aliases, tags and nesting are refused before anything is built from them."""
    site.write(PAGE, f"---\n{fields}---\nWords.\n")
    told = {one.rule for one in site.problems() if one.path == PAGE}
    assert told - {"missing-field"} == {"broken-yaml"}


@pytest.mark.parametrize("character", ["\x00", "\x08", "\x1b", "\x7f", "\x85", "\u2028", "\ufffe"])
def test_control_character_in_text_is_placed(site: SiteFolder, character: str) -> None:
    """What no reader can see is named by its code, where it stands."""
    problem = page_problem(site, FRONT_MATTER.format("") + f"More{character} words.\n")
    assert (problem.rule, problem.position.line, problem.position.column) == ("unprintable", 6, 5)
    assert f"U+{ord(character):04X}" in problem.what
    assert character not in report([problem])


@pytest.mark.parametrize("escape", [r"\b", r"\0", r"\e", r"\x9f", r"\L", r"\uFFFE", r"\uD800"])
def test_control_character_by_yaml_escape_is_refused(site: SiteFolder, escape: str) -> None:
    """An escape in quotes can not bring in what may not be typed."""
    problem = page_problem(site, FRONT_MATTER.format(f'contact: "a{escape}z"\n'))
    assert problem.position.line == 4
    assert problem.rule in ("wrong-value", "broken-yaml")


def test_key_with_escape_is_printed_harmless(site: SiteFolder) -> None:
    """A field's name can not send commands to a terminal."""
    problem = page_problem(site, FRONT_MATTER.format('"\\e[2J": x\n'))
    assert "\x1b" not in report([problem])


@pytest.mark.parametrize(
    "name", ["int", "float", "slug", "path", "prose", "__class__", "model_config"]
)
def test_key_that_means_something_inside_is_unknown(site: SiteFolder, name: str) -> None:
    """Names that the program uses for itself are no fields."""
    assert page_problem(site, FRONT_MATTER.format(f"{name}: 1\n")).rule == "unknown-field"


@pytest.mark.parametrize(
    ("name", "data", "rule"),
    [
        ("bomb.png", png(60_000, 60_000), "image-too-large"),
        ("large.png", png(8_000, 8_000), "image-too-large"),
        ("hollow.png", png(100, 100), "broken-image"),
        ("short.png", whole_image("PNG")[:-400], "broken-image"),
        ("short.jpg", whole_image("JPEG")[:-400], "broken-image"),
        ("short.webp", whole_image("WEBP")[:-200], "broken-image"),
        ("text.png", b"I am no image.", "not-an-image"),
        ("empty.jpg", b"", "not-an-image"),
        ("page.png", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "not-an-image"),
        ("other.jpg", whole_image("PNG"), "wrong-image-format"),
        ("PHOTO.JPG", whole_image("JPEG"), "bad-name"),
    ],
)
def test_image_that_is_none_is_refused(site: SiteFolder, name: str, data: bytes, rule: str) -> None:
    """A bomb, a part of an image and what is no image are told apart."""
    site.write(f"content/images/{name}", data)
    problem = only_problem(site)
    assert (problem.path, problem.rule) == (f"content/images/{name}", rule)


@pytest.mark.parametrize(
    "make",
    [
        lambda count: ">" * count + " x",
        lambda count: "\n".join("    " * depth + "- x" for depth in range(count // 200)),
        lambda count: "[" * count,
        lambda count: "<b>" * count,
        lambda count: "*a **b " * count,
    ],
)
def test_markdown_made_to_harm_ends(site: SiteFolder, make: Callable[[int], str]) -> None:
    """Markdown nested or run together beyond reason is refused, and quickly."""
    assert page_problem(site, FRONT_MATTER.format("") + make(20_000)).rule == "tangled-text"


def test_register_of_thousands_of_slips_ends(site: SiteFolder) -> None:
    """The time to name problems grows with their number, not with its square."""
    entries = "".join(f"place-{number}: {{name: X}}\n" for number in range(5_000))
    site.write("content/registers/places.yml", entries)
    assert sum(problem.rule == "missing-field" for problem in site.problems()) == 10_000


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Leeds: {name: L, nation: Wales, region: R}\n",
            'The name "Leeds" can not be the end of an address.',
        ),
        ("leeds:\n", "`leeds` has no fields."),
        ("leeds: {slug: x, name: L, nation: Wales, region: R}\n", "`slug` is not written by hand."),
        ("- leeds\n", "The register is not a set of slugs with their fields."),
    ],
)
def test_register_of_another_shape_is_explained(site: SiteFolder, text: str, said: str) -> None:
    """A register is a mapping of slugs to fields and says so."""
    site.write("content/registers/places.yml", text)
    problem = only_problem(site)
    assert (problem.what, problem.position.line) == (said, 1)


FRAGMENTS = st.sampled_from(
    [
        "---\n", "---", "...\n", "\n", "\n\n", "title: ", "summary: x\n", "date: 2024-02-30\n",
        "int: 1\n", "image: {file: x, alt: 1}\n", "aliases: [", "]", "{", "}", "- ", "  ", "\t",
        ": ", "&a ", "*a", "!!str ", "? ", "| ", "> ", "'", '"', "\\", "%", "@", "null", "1e999",
        "# ", "## x {#_y}\n", "[a](b.md#c)", "![](x.png)", "[r]: x\n", "*[A]: b\n", "<b onclick=x>",
        "<![CDATA[", "<![", "<h1>", "<div>",
        "<!--", "-->", "<?", "<!x", "</", "&#0;", "&#xD800;", "```", "~~~", "`",
        "|a|b|\n|-|-|\n", "{: .x }", "**", "_", "\u2028", "\ufeff", "\x00", "é", "😀", "\r",
    ]
)  # fmt: skip
JUNK = st.lists(FRAGMENTS | st.text(max_size=5), max_size=30).map("".join)
FIELDS = JUNK | st.just("title: About\nsummary: What this is.")
FENCED = st.tuples(FIELDS, JUNK).map(lambda parts: f"---\n{parts[0]}\n---\n{parts[1]}")


@settings(max_examples=300, deadline=None, derandomize=True, database=None)
@given(text=JUNK | FENCED, kind=st.sampled_from(ITEM_KINDS))
def test_any_text_becomes_an_item_or_problems(text: str, kind: object) -> None:
    """Reading never raises: what is not an item is a problem with a place in the file."""
    found = list(read_item("content/pages/junk.md", text, kind))  # type: ignore[arg-type]
    assert isinstance(found[0], Source)
    assert any(isinstance(one, Item | Problem) for one in found[1:])
    lines = text.count("\n") + 1
    assert all(1 <= one.position.line <= lines for one in found if isinstance(one, Problem))


@settings(max_examples=200, deadline=None, derandomize=True, database=None)
@given(
    page=st.binary(max_size=200) | FENCED.map(str.encode),
    register=st.binary(max_size=100) | JUNK.map(str.encode),
    image=st.binary(max_size=100),
)
def test_any_bytes_become_content(
    tmp_path_factory: pytest.TempPathFactory, page: bytes, register: bytes, image: bytes
) -> None:
    """Reading a folder never raises, whatever bytes are in it."""
    root = tmp_path_factory.mktemp("any")
    site = SiteFolder(root)
    site.write("content/pages/page.md", page)
    site.write("content/registers/places.yml", register)
    site.write("content/images/image.png", b"\x89PNG\r\n\x1a\n" + image)
    content = read_content(root, "content")
    assert "content/images/image.png" in {problem.path for problem in content.problems}
    assert content.items or content.problems


def test_bytes_spoilt_one_by_one_never_raise(site: SiteFolder) -> None:
    """A whole image with any byte changed opens or is named; it never raises."""
    whole = whole_image("WEBP")
    kinds = set()
    for at in range(0, len(whole), 23):
        site.write("content/images/x.webp", whole[:at] + b"\xff\x00" + whole[at + 2 :])
        kinds |= {problem.rule for problem in site.content().problems}
    assert kinds <= {"broken-image", "not-an-image", "image-too-large", "wrong-image-format"}
    assert kinds


def test_kind_of_every_folder_is_read(site: SiteFolder) -> None:
    """A file without front matter is named the same in every folder."""
    for kind in ITEM_KINDS:
        site.write(f"content/{kind.source}/odd.md", "Only words.\n")
    found = {problem.path: problem.rule for problem in site.problems()}
    assert set(found.values()) == {"no-front-matter"}
    assert len(found) == len(ITEM_KINDS)
    assert kind_named("page").one == "a page"


@pytest.mark.parametrize("reference", ["&#1;", "&#xFFFE;", "&#55296;"])
def test_reference_to_an_unprintable_character_is_named(site: SiteFolder, reference: str) -> None:
    """A character that no feed can carry is refused also when it is written as a number."""
    site.edit("content/pages/about.md", "See [all", f"Odd {reference} See [all")
    assert [(one.rule, str(one.position.line)) for one in site.problems()] == [("unprintable", "6")]


def test_reference_in_code_is_only_text(site: SiteFolder) -> None:
    """In code, a reference is shown as it is written."""
    site.edit("content/pages/about.md", "See [all", "`&#1;` See [all")
    assert site.problems() == ()


@pytest.mark.parametrize(
    ("data", "command"),
    [
        (
            b"version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 84977953\n",
            "git lfs pull",
        ),
        (b"/annex/objects/SHA256E-s84--4d7a.jpg\n", "git annex get"),
    ],
)
@pytest.mark.parametrize("name", ["images/lamp.jpg", "images/lamp.png", "pages/odd.md"])
def test_file_that_was_not_fetched_says_what_to_run(
    site: SiteFolder, name: str, data: bytes, command: str
) -> None:
    """An author who saved it anew would overwrite a good file; nothing else is said of it."""
    site.write(f"content/{name}", data)
    (problem,) = site.problems()
    assert (problem.path, problem.rule) == (f"content/{name}", "not-fetched")
    assert command in problem.fix
    assert "Save it" not in problem.fix


@pytest.mark.parametrize("name", ["lamp.heic", "IMG_1.HEIC", "lamp.heif", "lamp.jpg"])
def test_picture_in_the_format_of_a_phone_says_save_as_jpeg(site: SiteFolder, name: str) -> None:
    """Whatever the file is called, its author learns what it is, and is told what to do."""
    site.write(f"content/images/{name}", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(64))
    (problem,) = site.problems()
    assert problem.rule == "picture-not-for-browsers"
    assert "phone's own format (HEIC)" in problem.what
    assert "Save it as JPEG" in problem.fix


@pytest.mark.parametrize("stored", ["NFC", "NFD"])
@pytest.mark.parametrize("written", ["NFC", "NFD"])
def test_picture_is_found_in_either_spelling_of_its_name(
    site: SiteFolder, stored: Form, written: Form
) -> None:
    """é may be one character or two, on the disk and in the text; the site is the same."""
    name = "café/crème.png"
    site.write(f"content/images/{normalize(stored, name)}", whole_image("PNG"))
    text = FRONT_MATTER.format("").replace("Some words.", f"![A lamp.](../images/{name})")
    site.write(PAGE, normalize(written, text))
    assert site.problems() == ()
    (image,) = site.content().images.values()
    assert image.path == f"content/images/{name}"


def test_two_files_of_one_name_are_told_apart_from_one(site: SiteFolder) -> None:
    """Where a disk keeps both spellings, which of them is meant can not be known."""
    for name in (normalize("NFC", "café.png"), normalize("NFD", "café.png")):
        site.write(f"content/images/{name}", whole_image("PNG"))
    (problem,) = site.problems()
    assert (problem.path, problem.rule) == ("content/images/café.png", "one-name-twice")
