"""The house is as its plan says: rooms small enough to see whole, and tests in the same rooms."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE, TESTS = ROOT / "site_builder", ROOT / "tests"
MIRRORED = ("check", "compose", "doors", "publish", "read", "relate")
MOST_MODULES, MOST_LINES, USUAL_LENGTH = 13, 350, 25


def modules(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*.py")) if path.name != "__init__.py")


def crowded(package: Path) -> dict[str, int]:
    """Return the folders with more modules than can be seen at once, and how many each has."""
    rooms = {path.parent for path in modules(package)}
    counts = {room.relative_to(package).as_posix(): len([*room.glob("[!_]*.py")]) for room in rooms}
    return {room: count for room, count in counts.items() if count > MOST_MODULES}


def long_modules(package: Path) -> dict[str, int]:
    """Return the modules that are too long to read at one sitting, and their lines."""
    lengths = {
        path.relative_to(package).as_posix(): len(path.read_text("utf-8").splitlines())
        for path in package.rglob("*.py")
    }
    return {path: length for path, length in lengths.items() if length > MOST_LINES}


def lengths_of_functions(package: Path) -> list[int]:
    """Return how many lines each function has, its docstring with it, the shortest first."""
    return sorted(
        (node.end_lineno or 0) - node.lineno + 1
        for path in package.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    )


def strays(tests: Path, package: Path) -> list[str]:
    """Return the tests that stand in a folder of which the package has none."""
    return [
        path.relative_to(tests).as_posix()
        for room in MIRRORED
        for path in modules(tests / room)
        if not [*(package / path.relative_to(tests)).parent.glob("*.py")]
    ]


def test_no_room_has_more_modules_than_can_be_seen_at_once() -> None:
    assert crowded(PACKAGE) == {}


def test_no_module_is_longer_than_can_be_read_at_a_sitting() -> None:
    assert long_modules(PACKAGE) == {}


def test_nearly_every_function_fits_on_a_screen() -> None:
    lengths = lengths_of_functions(PACKAGE)
    assert lengths[len(lengths) * 95 // 100] <= USUAL_LENGTH


def test_every_test_stands_in_a_room_of_the_house() -> None:
    """Whoever changes a room finds its tests under the same name."""
    assert strays(TESTS, PACKAGE) == []


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """Return a folder with a package and tests in which each of the faults is."""
    package, tests = tmp_path / "package", tmp_path / "tests"
    for folder in (package / "check", *(tests / room for room in MIRRORED), tests / "check/lost"):
        folder.mkdir(parents=True)
    for number in range(MOST_MODULES + 1):
        (package / "check" / f"rule_{number}.py").write_text("x = 1\n", "utf-8")
    (package / "long.py").write_text("x = 1\n" * (MOST_LINES + 1), "utf-8")
    (package / "deep.py").write_text("def f():\n" + "    x = 1\n" * 40, "utf-8")
    (tests / "check/test_rule_1.py").write_text("", "utf-8")
    (tests / "check/lost/test_rule_2.py").write_text("", "utf-8")
    return tmp_path


def test_what_is_out_of_order_is_found(house: Path) -> None:
    """A house that is crowded, long-winded and has lost a room is none of ours."""
    assert crowded(house / "package") == {"check": MOST_MODULES + 1}
    assert long_modules(house / "package") == {"long.py": MOST_LINES + 1}
    assert lengths_of_functions(house / "package") == [41]
    assert strays(house / "tests", house / "package") == ["check/lost/test_rule_2.py"]
