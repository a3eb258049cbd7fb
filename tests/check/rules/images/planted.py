"""Defects in what stands beside pictures."""

from tests.check.rules.one_text import Planted

P = Planted


def _head(more: str, mark: str = "▶") -> str:
    return f"image:\n  file: {mark}../images/a.jpg\n  {more}\n===\nText."


PLANTED = (
    P("picture-without-its-data", "![Bar chart of calls by month](▶a.png)", "![Bar chart of calls](a.png)\n\nThe data are in [a table](b.md).", "table"),
    P("picture-without-its-data", "![A graph showing rents](▶a.png)", "![A graph](a.png)\n\n[Download the figures](b.csv)", "figures"),
    P("picture-without-its-data", "![Infographic on heat](▶a.png)", "![Infographic](a.png)\n\nFull text: heat.", "text"),
    P("picture-without-its-data", "![Poster for the open day](▶a.png)", "![Poster](a.png)\n\nText version below.", "text"),
    P("picture-without-its-data", "![Screenshot of a letter](▶a.png)", "![Screenshot of a letter](a.png)\n\nTranscript: Dear all.", "text"),
    P("image-without-credit", _head("alt: A door"), _head("alt: A door\n  credit: Leeds, CC BY 4.0"), "`credit:`"),
    P("image-without-credit", _head("decorative: true"), _head("decorative: true\n  credit: Leeds"), "`credit:`"),
    P("image-without-credit", _head("caption: At night.\n  alt: A door"), _head("alt: A\n  credit: L"), "CC BY"),
    P("caption-repeats-alt", '![A blue door](▶a.jpg "A blue door")', '![A blue door](a.jpg "After the work")', "caption"),
    P("caption-repeats-alt", "![A blue door.](▶a.jpg)\n*A blue door*", "![A blue door.](a.jpg)\n*The end*", "caption"),
    P("caption-repeats-alt", "Text.\n\n![A desk](▶a.jpg)\n*a desk.*", "![A desk](a.jpg)\n*At night*", "caption"),
    P("person-perhaps-shown", "![Two nurses at a desk](▶a.jpg)", "![Two nurses at a desk](a.jpg){people=none}", "people=none"),
    P("person-perhaps-shown", "![A tenant in her kitchen](▶a.jpg)", "![A kitchen](a.jpg)", "did they agree"),
    P("person-perhaps-shown", "![Children playing on grass](▶a.jpg)", "![Grass](a.jpg)", "people="),
    P("person-perhaps-shown", _head("alt: A woman holding a key\n  credit: L"), _head("alt: A woman holding a key\n  credit: L\n  people: []"), "`people: []`"),
    P("person-perhaps-shown", "![Portrait of the mayor](▶a.jpg)", "![The town hall](a.jpg)", "portrait"),
)  # fmt: skip

FINE = {
    "picture-without-its-data": (
        "![A flip chart on a wall](a.png)",
        "![The old town on a map](a.png)",
        "Calls:\n\n| A | B |\n|---|---|\n| 1 | 2 |\n\n![Bar chart of calls](a.png)",
        "![A desk](a.png)\n\nThe chart is elsewhere.",
    ),
    "image-without-credit": (_head("alt: A door\n  credit: Leeds, CC BY 4.0"), "![A door](a.jpg)"),
    "caption-repeats-alt": (
        '![A blue door](a.jpg "After")',
        "![A blue door](a.jpg)\n\nA blue door.",
    ),
    "person-perhaps-shown": (
        "![Two nurses at a desk](a.jpg){people=none}",
        "![A chart of patients by month](a.png)",
        "![Children’s building blocks](a.jpg)",
        "![A drawing of two people talking](a.png)",
        "![People’s Palace, from the park](a.jpg)",
        "lang: fr\n===\n![Un tenant de la liste](a.jpg)",
        "lang: fr\n===\n![Deux personnes, staff at work](a.jpg)",
        "![Empty seats for volunteers](a.jpg)",
    ),
}
