"""The marks of other tools that people paste, and what each is in Markdown.

A new mark is a new entry here, with an example that fires and one that does not in
tests/check/writing/test_leftovers.py.
"""

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Mark:
    """A mark of another tool."""

    rule: str
    hint: str
    """A text that stands in every such mark, so that most files need no closer look."""
    pattern: re.Pattern[str]
    what: str
    """Ends the sentence that begins with the mark."""
    fix: str
    """How to put it right, where its name says no more."""

    def fix_of(self, written: str) -> str:
        """Return how to put one mark right, by the name that it has."""
        name = written.lstrip("{<% ").lower() if self.rule == "shortcode" else ""
        fixes = (fix for pattern, fix in _BY_NAME if name and re.match(pattern, name))
        return next(fixes, self.fix)


_NOTE = "Write > [!NOTE] on a line of its own, and start each line of the note with > too."
_IN_MARKDOWN = "Take it out, or write in Markdown what it stands for."
_BY_NAME = (
    (r"youtube|vimeo|video", "Write a link on a line of its own: [Title of the video](https://…)"),
    (r"[\w-]*img\b|img-|figure|image", "Write ![What it shows](../images/name.jpg)"),
    (r"ref\b|relref\b|link\b", "Write the path of the file, for example: ../case-studies/name.md"),
    (r"/?(?:note|alert|box|card|tip|warning)", _NOTE),
    (r"/?(?:accordion|details)", "Write <details> and <summary>; Markdown may stand inside."),
    (r"/?(?:quote|blockquote)", "Start each line of the quotation with > and a space."),
    (r"/?highlight", "Put the code between two lines of three backticks: ```"),
)
"""What to write for a command of Hugo, by the beginning of its name."""


def _mark(rule: str, hint: str, pattern: str, what: str, fix: str = _IN_MARKDOWN) -> Mark:
    return Mark(rule, hint, re.compile(pattern, re.M), what, fix)


_SHOWN = "would be shown as it stands"
_COMMAND = f"is a command of another tool, and {_SHOWN}"
_GOVSPEAK = f"is Govspeak, the Markdown of GOV.UK, and {_SHOWN}"

MARKS = (
    _mark("shortcode", "{{", r"\{\{[<%][^\n]*?[%>]\}\}", _COMMAND),
    _mark("template-mark", "{{", r"\{\{(?![<%])[^{}\n]+\}\}", _COMMAND),
    _mark("template-mark", "{%", r"(?<!\{)\{%[^\n]*?%\}", _COMMAND),
    _mark(
        "wiki-link",
        "[[",
        r"(?<![!\[\]\\])\[\[(?!_?(?:TOC|toc)_?\])[^\[\]\n]+\]\](?![(\[])",
        f"is a link of a wiki, and {_SHOWN}",
        "Write [words](path-of-the-file.md)",
    ),
    _mark(
        "colon-fence",
        ":::",
        r"^ {0,3}:{3,}.*$",
        f"begins or ends a box of another tool, and {_SHOWN}",
        _NOTE,
    ),
    _mark(
        "table-of-contents",
        "",
        r"^ {0,3}(?:\[\[?_?(?:TOC|toc)_?\]?\]|\{:toc\}) *$",
        f"asks for a list of headings, and {_SHOWN}",
        "Take it out.",
    ),
    _mark("govspeak", "$", r"^ {0,3}\$[A-Z]{1,3} *$", _GOVSPEAK, _NOTE),
    _mark("govspeak", "{:", r"\{::[^}\n]*\}|\{:/[^}\n]*\}", _GOVSPEAK),
    _mark("govspeak", "^", r"^ {0,3}\^[^\^\n]+\^ *$", _GOVSPEAK, _NOTE),
    _mark("govspeak", "%", r"^ {0,3}%[^%\n]+% *$", _GOVSPEAK, _NOTE.replace("NOTE", "WARNING")),
    _mark(
        "govspeak",
        "{",
        r"\{/?(?:button|barchart|stepwise|stat-headline)\b[^}\n]*\}",
        _GOVSPEAK,
    ),
    _mark(
        "govspeak",
        ":",
        r"\[(?:embed|Image|InlineAttachment|Attachment|AttachmentLink|Contact|Document)"
        r":[^\]\n]+\](?!\()",
        _GOVSPEAK,
        "Write ![What it shows](../images/name.jpg) for an image, [words](path) for a link.",
    ),
    _mark(
        "typed-bullet",
        "",
        r"^[ \t]*[•●▪◦‣]\s+(?=\S)",
        "begins no list: the lines would run together",
        "Start each line of the list with - and a space.",
    ),
)
