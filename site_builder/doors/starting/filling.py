"""Fill in the blanks of a profile's files: `[[name]]` stands for the answer of that name.

Where a line of YAML is a name and a value, what was filled in is put in quotes if YAML needs it;
in Markdown, signs that would be marks of Markdown are kept as signs. A line of YAML whose blank
has no answer becomes a comment.
"""

import json
import re
from collections.abc import Callable, Collection, Iterator, Mapping
from functools import partial
from pathlib import PurePosixPath

import yaml

from site_builder.read.front_matter import plain_yaml
from site_builder.read.front_matter.front_matter import split
from site_builder.read.problems import Problem, did_you_mean
from site_builder.read.source import Source

BLANK = re.compile(r"\[\[([a-z][a-z0-9_-]*)\]\]")
SETTINGS_LINES = "settings"
"""The blank that stands for the lines of the profile's settings."""
OF_EVERY_RECORD = frozenset(
    {
        *(
            "name",
            "address",
            "language",
            "region",
            "region-slug",
            "time-zone",
            "site-name",
            "site-description",
        ),
        *("install", "today", SETTINGS_LINES),
    }
)
"""The blanks that any file may have, whatever the profile."""

_AS_THEY_ARE = frozenset({"address", "install", SETTINGS_LINES})
_YAML = frozenset({".yml", ".yaml"})
_TEXTS = frozenset({".md", ".txt", ".json", ".toml", ".csv", ".css", ".html", "", *_YAML})
"""The endings of files that are filled in; others are taken as they are."""
_VALUE = re.compile(r"^(?P<lead>\s*(?:- )?(?:[\w.\"'-]+:(?: |$)|- ))(?P<value>.*\S)?\s*$")
_MARKS = re.compile(r"[\\`*_{}\[\]<>]|^[-+#]|(?<=^\d)[.)]|(?<=^\d\d)[.)]")
"""What could be a mark of Markdown in an answer, or where one begins a line."""

Answers = Mapping[str, str]


def filled(path: str, data: bytes, answers: Answers) -> bytes:
    """Return a file with its blanks filled in, as a file of its kind needs it."""
    if not is_text(path):
        return data
    text, ending = _text(data), PurePosixPath(path).suffix
    if ending in _YAML:
        made = in_yaml(text, answers)
    elif ending == ".md":
        made = _in_markdown(path, text, answers)
    elif ending == ".json":
        made = _plainly(text, {name: json.dumps(one)[1:-1] for name, one in answers.items()})
    else:
        made = _plainly(text, answers)
    return made.encode()


def is_text(path: str) -> bool:
    """Tell whether a file has blanks to fill in."""
    return PurePosixPath(path).suffix in _TEXTS


def unknown_blanks(files: Mapping[str, bytes], known: Collection[str]) -> Iterator[Problem]:
    """Yield each blank that no answer has the name of."""
    for path, data in files.items():
        if not is_text(path):
            continue
        text = _text(data)
        source = Source(path, text, 0, len(text), 0)
        for found in BLANK.finditer(text):
            if found[1] not in known:
                fix = did_you_mean(found[1], known, "The blanks are")
                what = f"`{found[0]}` stands for nothing."
                yield source.problem(source.position(found.start()), "profile", what, fix)


def in_yaml(text: str, answers: Answers, *, is_front_matter: bool = False) -> str:
    """Return YAML with its blanks filled in, each value so that YAML reads it as it is."""
    lines = text.splitlines(keepends=True)
    value = partial(as_value, is_front_matter=is_front_matter)
    return "".join(_yaml_line(line, answers, value) for line in lines)


def as_value(text: str, *, is_front_matter: bool = True) -> str:
    """Return text so that YAML reads it back as it is.

    Settings are read with YAML's own ideas as well, to which `NO` is no word.
    """
    try:
        line = f"a: {text}"
        is_plain = plain_yaml.load(line) == {"a": text}
        is_plain = is_plain and (is_front_matter or yaml.safe_load(line) == {"a": text})
    except (plain_yaml.YamlFault, yaml.YAMLError):
        is_plain = False
    return text if is_plain or not text else json.dumps(text, ensure_ascii=False)


def _yaml_line(line: str, answers: Answers, as_written: Callable[[str], str]) -> str:
    names = BLANK.findall(line)
    if names == [SETTINGS_LINES]:
        return _indented(answers[SETTINGS_LINES], line[: line.index("[")])
    if not names or line.lstrip().startswith("#"):
        return _plainly(line, answers)
    if any(not answers[name] for name in names):
        indent = line[: len(line) - len(line.lstrip())]
        return f"{indent}# {_plainly(line, answers).strip()}\n"
    if (found := _VALUE.match(line)) and found["value"]:
        return (
            f"{_plainly(found['lead'], answers)}{as_written(_plainly(found['value'], answers))}\n"
        )
    return _plainly(line, answers)


def _indented(text: str, indent: str) -> str:
    return "".join(f"{indent}{line}\n" if line else "\n" for line in text.splitlines())


def _in_markdown(path: str, text: str, answers: Answers) -> str:
    source, _ = split(path, text)
    body = text[source.body_start :]
    escaped = {
        name: value if name in _AS_THEY_ARE else _MARKS.sub(r"\\\g<0>", value)
        for name, value in answers.items()
    }
    front = in_yaml(text[: source.body_start], answers, is_front_matter=True)
    return front + _plainly(body, escaped)


def _plainly(text: str, answers: Answers) -> str:
    return BLANK.sub(lambda found: answers[found[1]], text)


def _text(data: bytes) -> str:
    return data.decode("utf-8-sig", "replace").replace("\r\n", "\n")
