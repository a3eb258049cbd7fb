"""The settings file is read as MkDocs reads it, and each setting has its place."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils.yaml import yaml_load
from properdocs.config.defaults import ProperDocsConfig

from site_builder.read.settings_file.names import AT_THE_TOP, USED, WITHOUT_EFFECT
from site_builder.read.settings_file.written import SettingsFault, read_written

NAMES = st.sampled_from(["site_name", "theme", "plugins", "extra", "a", "b"])
SCALARS = st.sampled_from([None, True, 3, "word", "", "2024-07-05", "3.5", "no"])
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=3),
    max_leaves=8,
)
FILES = st.lists(st.dictionaries(NAMES, VALUES, max_size=5), min_size=1, max_size=3)


def write_chain(folder: Path, chain: list[dict[str, Any]]) -> Path:
    """Write files of which each inherits from the next, in a folder of its own each."""
    for number, values in enumerate(chain):
        above = {"INHERIT": f"../{number + 1}/mkdocs.yml"} if number + 1 < len(chain) else {}
        file = folder / str(number) / "mkdocs.yml"
        file.parent.mkdir(exist_ok=True)
        file.write_text(yaml.safe_dump({**above, **values} or {"a": 1}), "utf-8")
    return folder / "0" / "mkdocs.yml"


@settings(max_examples=150, deadline=None)
@given(chain=FILES)
def test_any_chain_of_files_says_what_it_says_to_mkdocs(
    tmp_path_factory: pytest.TempPathFactory, chain: list[dict[str, Any]]
) -> None:
    """Whatever stands in files that inherit from one another, both find the same values."""
    folder = tmp_path_factory.getbasetemp() / "chain"
    folder.mkdir(exist_ok=True)
    top = write_chain(folder, chain)
    with top.open("rb") as file:
        theirs = yaml_load(file)
    written = read_written(top)
    assert written.values == theirs
    for name in chain[0]:
        assert written.place((name,)).path == "mkdocs.yml"


@pytest.mark.parametrize("held", [None, "true", "12", "2024-07-05", "a word", "", "[a]", "null"])
@pytest.mark.parametrize(
    "tag", ["A", "[A]", "[A, B, 3]", "[B, A, no]", "[B, {a: [1]}]", "[A, B, ~]", "[B, '07']"]
)
def test_any_variable_is_what_it_is_to_mkdocs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, held: str | None, tag: str
) -> None:
    """What the environment holds is read by one rule, whatever it holds."""
    monkeypatch.delenv("B", raising=False)
    monkeypatch.delenv("A", raising=False)
    if held is not None:
        monkeypatch.setenv("A", held)
    file = tmp_path / "mkdocs.yml"
    file.write_text(f"value: !ENV {tag}\n", "utf-8")
    with file.open("rb") as opened:
        assert read_written(file).values == yaml_load(opened)


@pytest.mark.parametrize("host", [MkDocsConfig, ProperDocsConfig])
def test_every_name_of_a_host_is_decided(host: Any) -> None:
    """Whatever MkDocs or ProperDocs knows is used, or named as without effect."""
    # The path of the file is no setting, though their table has it.
    known = {name for name, _ in host._schema} - {"config_file_path"}
    assert known == (AT_THE_TOP | USED | set(WITHOUT_EFFECT)) - {"INHERIT"}


def test_part_that_holds_itself_has_an_end(tmp_path: Path) -> None:
    """An alias leads back to where its part is written, and no further."""
    file = tmp_path / "mkdocs.yml"
    file.write_text("extra: &a [*a]\nsite_name: &b {c: 1}\ncopyright: *b\n", "utf-8")
    written = read_written(file)
    assert written.place(("copyright",)).position.line == 3
    assert written.repeated == ()


def test_bomb_of_aliases_is_walked_once(tmp_path: Path) -> None:
    """A few lines that stand for a milliard of parts have as many places as they have parts."""
    lines = ["a0: &a0 [x]", *(f"a{n}: &a{n} [{f'*a{n - 1}, ' * 9}x]" for n in range(1, 12))]
    file = tmp_path / "mkdocs.yml"
    file.write_text("\n".join(lines), "utf-8")
    assert len(read_written(file).places) < 200


def test_brackets_without_end_are_named(tmp_path: Path) -> None:
    """What nests too deeply to be read is told, as whatever else can not be read."""
    file = tmp_path / "mkdocs.yml"
    file.write_text(f"a: {'[' * 5000}{']' * 5000}\n", "utf-8")
    with pytest.raises(SettingsFault, match="nest too deeply"):
        read_written(file)


def test_name_that_stands_twice_is_told_once(tmp_path: Path) -> None:
    """What stands under it is there twice too, and goes with it."""
    file = tmp_path / "mkdocs.yml"
    file.write_text("extra: {a: 1}\nextra: {a: 2}\ntheme: {name: a, name: b}\n", "utf-8")
    assert read_written(file).repeated == (("extra",), ("theme", "name"))
