"""Files of one's own as they are read: each is one to publish, or a problem with a remedy."""

import os
from hashlib import blake2b
from pathlib import Path

import pytest

from site_builder.read.files.folder import read_files
from site_builder.read.files.limits import FileLimits
from site_builder.read.files.own_file import PART, OwnFile
from site_builder.read.kept.known_files import Known, name_of, read_known_files, write_known_files
from site_builder.read.pictures.images import ChangedWhileBuilding
from site_builder.read.problems import Problem
from tests.own_files import SAFE_SVG, document, packed, pdf, picture

LIMITS = FileLimits(largest_megabytes=1)
UNSAFE = b'<svg xmlns="http://www.w3.org/2000/svg">\n<script/>\n<path onclick="x"/>\n</svg>'
VTT = b"WEBVTT\n\n00:00.000 --> 00:01.000\nWords.\n"


def read(
    root: Path, files: dict[str, bytes], known: Known | None = None
) -> list[OwnFile | Problem]:
    for name, data in files.items():
        file = root / "content" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    return list(read_files(root, "content", LIMITS, known or {}))


def problem(root: Path, name: str, data: bytes) -> Problem:
    (found,) = read(root, {name: data})
    assert isinstance(found, Problem)
    assert found.path == f"content/{name}"
    return found


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("files/minutes.pdf", pdf()),
        ("files/2025/Q1_minutes-v1.2.pdf", pdf()),
        ("files/table.csv", b"a,b\n1,2\n"),
        ("files/captions.vtt", VTT),
        ("files/captions-with-mark.vtt", b"\xef\xbb\xbf" + VTT),
        ("files/talk.mp3", b"ID3" + bytes(20)),
        ("files/film.mp4", b"\0\0\0\x18ftypisom" + bytes(20)),
        ("files/letter.docx", packed(**{"word/document__xml": "<x/>"})),
        ("files/data.zip", packed(data__csv="a", clean__py="print()")),
        ("files/empty.txt", b""),
        ("root/CNAME", b"missions.example.org\n"),
        ("root/.well-known/security.txt", b"Contact: mailto:a@example.org\n"),
        ("root/google1234.html", b"google-site-verification: google1234.html"),
        ("root/keys/key.asc", b"-----BEGIN"),
    ],
)
def test_what_may_be_published_is_read(tmp_path: Path, name: str, data: bytes) -> None:
    (file,) = read(tmp_path, {name: data})
    assert isinstance(file, OwnFile)
    assert file.address == name.removeprefix("root/")
    assert (file.size, b"".join(file.parts())) == (len(data), data)
    assert file.digest == blake2b(data, digest_size=16).hexdigest()
    assert file.is_linked == name.startswith("files/")


@pytest.mark.parametrize(
    ("name", "data", "rule", "said", "fix"),
    [
        ("files/set-up.exe", b"MZ", "program", "ends in .exe can run", "link to where its makers"),
        ("files/page.html", b"<p>", "program", "ends in .html can run", "Take it out"),
        ("files/notes.PDF.js", b"x", "program", "ends in .js can run", "Take it out"),
        ("files/run.pdf", b"#!/bin/sh\n", "program", "This is a script", "Take it out"),
        ("files/run.csv", b"\x7fELF", "program", "a program for Linux", "Take it out"),
        ("root/run", b"MZ\x90", "program", "a program for Windows", "Take it out"),
        ("root/tool.exe", b"x", "program", "ends in .exe can run", "Take it out"),
        ("files/plan.dwg", b"AC10", "file-type", "end in .dwg are not published", "`types`"),
        ("files/plan", b"words", "file-type", "has no ending", "such as .pdf"),
        ("files/a page.md", b"#", "bad-name", "can not be a part of an address", "a-page.md"),
        ("files/Ffeil ŵyl.pdf", b"%PDF-", "bad-name", "can not be a part", "Ffeil-yl.pdf"),
        ("files/a.pdf", b"words", "wrong-file-format", "ends in .pdf and is something", "Rename"),
        ("files/a.csv", b"a\0b", "wrong-file-format", "ends in .csv and is something", "Rename"),
        ("files/a.docx", b"{\\rtf1", "wrong-file-format", "ends in .docx", "right format"),
        ("files/a.vtt", b"1\n00:00", "wrong-file-format", "ends in .vtt", "right format"),
        ("files/a.zip", b"PK\x03\x04cut", "file-broken", "can not be opened", "fetch it again"),
        ("files/a.zip", packed(tool__exe="x"), "file-program", "a program in it, tool.exe", "out"),
        (
            "files/a.xlsx",
            packed(**{"xl/vbaProject__bin": "x"}),
            "file-program",
            "xl/vbaProject.bin",
            "out of it",
        ),
        ("files/a.pdf", pdf(password="x"), "file-locked", "needs a password", "without"),
        ("files/a.jpg", b"\xff\xd8\xffcut", "broken-image", "broken or cut short", "Save it"),
        ("files/large.csv", b"1" * 1_000_001, "too-large", "1.0 MB; the most is 1 MB", "largest_"),
        ("root/large.txt", b"1" * 1_000_001, "too-large", "the most is 1 MB", "`files`"),
        ("files/a.pdf", b"version https://git-lfs.github.com/spec/v1\n", "not-fetched", "", "pull"),
    ],
)
def test_what_may_not_be_published_is_a_problem(  # noqa: PLR0917 - a row of the table
    tmp_path: Path, name: str, data: bytes, rule: str, said: str, fix: str
) -> None:
    found = problem(tmp_path, name, data)
    assert (found.rule, found.level) == (rule, "error")
    assert said in found.what
    assert fix in found.fix


def test_all_that_is_wrong_with_a_drawing_is_told_with_its_lines(tmp_path: Path) -> None:
    found = read(tmp_path, {"files/a.svg": UNSAFE})
    told = [(one.position.line, one.excerpt) for one in found if isinstance(one, Problem)]
    assert told == [(2, "<script/>"), (3, '<path onclick="x"/>')]


@pytest.mark.parametrize("ending", ["jpg", "png", "webp", "svg"])
def test_pictures_are_published_without_notes(tmp_path: Path, ending: str) -> None:
    forms = {"jpg": "JPEG", "png": "PNG", "webp": "WEBP"}
    noted = SAFE_SVG.replace(b"<path", b"<metadata>Ada Secret</metadata><path")
    data = noted if ending == "svg" else picture(forms[ending])
    (file,) = read(tmp_path, {f"files/a.{ending}": data})
    assert isinstance(file, OwnFile)
    published = b"".join(file.parts())
    assert b"Ada Secret" in data
    assert b"Ada Secret" not in published
    assert (len(published), file.is_cleaned) == (file.size, True)


@pytest.mark.parametrize(
    ("name", "data", "note"),
    [
        ("files/a.pdf", pdf("Ada Secret"), ("people", 'names "Ada Secret" as its author')),
        ("files/a.docx", document("Ada Secret"), ("people", 'names "Ada Secret" as its author')),
        (
            "files/a.mp4",
            b"\0\0\0\x18ftypisom" + bytes(PART - 20) + b"\xa9xyz\0\x12\x15\xc7+51.5-0.1/",
            ("place", "says where it was recorded"),
        ),
        ("files/a.avif", picture("AVIF"), ("place", "says where it was made")),
    ],
)
def test_what_stays_in_a_file_is_noted(
    tmp_path: Path, name: str, data: bytes, note: tuple[str, str]
) -> None:
    """In a film also where the place falls between two parts that are read."""
    (file,) = read(tmp_path, {name: data})
    assert isinstance(file, OwnFile)
    assert file.notes == (note,)


@pytest.mark.parametrize(
    ("name", "is_read"),
    [
        ("files/.DS_Store", False),
        ("files/.hidden.pdf", False),
        ("files/~$minutes.docx", False),
        ("files/README.md", False),
        ("files/_old/minutes.pdf", False),
        ("root/.DS_Store", False),
        ("root/.gitkeep", False),
        ("root/.well-known/.DS_Store", False),
        ("root/.nojekyll", True),
        ("root/_note.txt", True),
    ],
)
def test_litter_and_what_is_set_aside_is_passed_over(
    tmp_path: Path, name: str, *, is_read: bool
) -> None:
    assert bool(read(tmp_path, {name: b"x"})) == is_read


def test_nothing_outside_the_folder_is_opened(tmp_path: Path) -> None:
    (tmp_path / "secret.pdf").write_bytes(pdf())
    (tmp_path / "box").mkdir()
    read(tmp_path, {"files/a.pdf": pdf()})
    (tmp_path / "content/files/out.pdf").symlink_to(tmp_path / "secret.pdf")
    (tmp_path / "content/files/box").symlink_to(tmp_path / "box")
    (tmp_path / "content/files/gone.pdf").symlink_to(tmp_path / "gone.pdf")
    (tmp_path / "content/files/same.pdf").symlink_to("a.pdf")
    os.mkfifo(tmp_path / "content/files/pipe.pdf")
    found = read(tmp_path, {})
    rules = {one.path.rsplit("/", 1)[1]: one.rule for one in found if isinstance(one, Problem)}
    assert rules == {
        "out.pdf": "link-out-of-content",
        "box": "link-out-of-content",
        "gone.pdf": "dangling-link",
        "pipe.pdf": "not-a-file",
    }


def test_a_file_that_changes_while_it_is_copied_is_told(tmp_path: Path) -> None:
    (file,) = read(tmp_path, {"files/a.csv": b"1"})
    assert isinstance(file, OwnFile)
    file.file.write_bytes(b"2")
    with pytest.raises(ChangedWhileBuilding):
        list(file.parts())


def test_what_is_known_of_a_file_is_not_looked_for_again(tmp_path: Path) -> None:
    (file,) = read(tmp_path, {"files/a.pdf": pdf("Ada")})
    assert isinstance(file, OwnFile)
    kept = tmp_path / ".cache/files.json"
    write_known_files(kept, [file])
    known = read_known_files(kept)
    assert known == {name_of(file.digest, "pdf"): file.notes}
    kept.write_text(kept.read_text("utf-8").replace("Ada", "Eve"), "utf-8")
    assert read_known_files(kept) == {}
    (again,) = read(tmp_path, {}, {name_of(file.digest, "pdf"): (("place", "is known"),)})
    assert isinstance(again, OwnFile)
    assert again.notes == (("place", "is known"),)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ({"types": ["exe"]}, "is the ending of a program"),
        ({"types": ["a b"]}, "is not the ending of a file"),
        ({"largest_megabytes": 0}, "lets no file in"),
    ],
)
def test_limits_that_make_no_sense_are_refused(written: dict[str, object], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        FileLimits.model_validate(written)


def test_endings_may_have_a_dot_and_capitals() -> None:
    assert FileLimits.model_validate({"types": [".PDF", "dwg"]}).types == ("pdf", "dwg")
