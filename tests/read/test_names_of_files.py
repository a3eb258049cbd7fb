"""What stands in the way of a file: the right cause, and a remedy that a person can follow."""

import io

import pytest
from PIL import Image, PngImagePlugin

from site_builder.publish.pictures.images import unpacked
from site_builder.read.litter import copied_from, is_litter
from site_builder.read.pictures.png_notes import without_notes
from site_builder.read.problems import Problem
from tests.conftest import SiteFolder
from tests.pictures import renditions

PAGE = "---\ntitle: A page\nsummary: Words.\n---\nWords.\n"
COMPOSED, DECOMPOSED = "caf\u00e9", "cafe\u0301"


def told(site: SiteFolder, path: str) -> Problem:
    """Return the one error of a file, which must be the only file with one."""
    errors = [one for one in site.problems() if one.level == "error"]
    assert {one.path for one in errors} == {path}
    (error,) = errors
    return error


@pytest.mark.parametrize(
    ("path", "said", "fix"),
    [
        ("pages/notes.markdown", "ends in .markdown", "Rename it notes.md"),
        ("pages/notes.MD", "ends in .MD, in capitals", "Rename it notes.md"),
        ("images/IMG_1.JPG", "ends in .JPG, in capitals", "Rename it IMG_1.jpg"),
        ("pages/index.md", "makes the page of this folder itself", "name of its own"),
        ("pages/team/index.md", "every index.md would have the same", "Move it to pages/team.md"),
        ("pages/about (1).md", "is a copy of about.md", "into about.md and delete it"),
        ("pages/about copy 2.md", "is a copy of about.md", "into about.md and delete it"),
        ("pages/Copy of about.md", "is a copy of about.md", "into about.md and delete it"),
        ("pages/about - Copy.md", "is a copy of about.md", "into about.md and delete it"),
        ("pages/About us.md", "can not be the end of an address", "Rename it about-us.md"),
        ("pages/Tŷ cynnes.md", "can not be the end of an address", "Rename it ty-cynnes.md"),
        ("images/phone.HEIC", "phone's own format (HEIC)", "Save it as JPEG"),
        ("images/scan.tiff", "browsers can not show", "Save it as JPEG"),
    ],
)
def test_file_that_can_not_be_used_says_why(
    site: SiteFolder, path: str, said: str, fix: str
) -> None:
    """Each says the cause and the name to give, and nothing else is blamed."""
    site.write(f"content/{path}", PAGE)
    problem = told(site, f"content/{path}")
    assert said in problem.what
    assert fix in problem.fix


def test_names_of_copies_are_none_that_authors_write() -> None:
    """No name of a file that is read, and none that is passed over, is taken for a copy."""
    for name in ("copy", "copy-editing", "a-copy", "about-1", "hard-copy-of-a-letter", "copyright"):
        assert copied_from(name) is None, name
    assert not is_litter("about (1).md")


@pytest.mark.parametrize(("stored", "written"), [(COMPOSED, DECOMPOSED), (DECOMPOSED, COMPOSED)])
def test_name_is_found_whichever_way_its_accents_are_kept(
    site: SiteFolder, stored: str, written: str
) -> None:
    """A picture at the head and one in the text are found in either form, and linked alike."""
    picture = io.BytesIO()
    Image.new("RGB", (1600, 1000), "#004f86").save(picture, "PNG")
    site.write(f"content/images/{stored}.png", picture.getvalue())
    text = PAGE.replace(
        "---\nW", f"image: {{file: ../images/{written}.png, decorative: true}}\n---\nW"
    )
    site.write("content/pages/fair.md", f"{text}\n![A fair](../images/{written}.png)\n")
    assert [one for one in site.problems() if one.level == "error"] == []


def test_two_names_that_differ_in_accents_alone_are_named(site: SiteFolder) -> None:
    """One address can not be of two files, and which of them is meant nobody knows."""
    site.write(f"content/images/{COMPOSED}.png", b"x")
    site.write(f"content/images/{DECOMPOSED}.png", b"x")
    rules = {one.rule for one in site.problems()}
    assert "one-name-twice" in rules


def noted(length: int) -> bytes:
    """Return a PNG with a note of so many letters, packed as programs do."""
    notes, made = PngImagePlugin.PngInfo(), io.BytesIO()
    notes.add_text("project", "x" * length, zip=True)
    Image.new("RGB", (40, 30), "#123456").save(made, "PNG", pnginfo=notes)
    return made.getvalue()


def test_png_with_long_notes_is_a_picture_like_any_other(site: SiteFolder) -> None:
    """Its notes are not read, so their length is no fault of the picture; a cut one still is."""
    data = noted(3_000_000)
    site.write("content/images/drawn.png", data)
    assert site.problems() == ()
    drawn = site.content().images["content/images/drawn.png"]
    picture, _ = unpacked(next(iter(renditions(drawn).values())))
    assert picture.getpixel((1, 1)) == (0x12, 0x34, 0x56)
    assert len(without_notes(data)) < 200
    site.write("content/images/drawn.png", data[: data.index(b"IDAT") + 10])
    assert told(site, "content/images/drawn.png").rule == "broken-image"


def test_picture_left_in_lfs_says_what_to_run(site: SiteFolder) -> None:
    """A pointer is no broken picture: it was not fetched."""
    pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 12\n"
    site.write("content/images/far.png", pointer)
    problem = told(site, "content/images/far.png")
    assert "not fetched from Git LFS" in problem.what
    assert "`git lfs pull`" in problem.fix
