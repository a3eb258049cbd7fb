"""Defects in tables, films, sound and passages in another language."""

from tests.check.rules.one_text import Planted

P = Planted

_FILM = "https://www.youtube.com/watch?v=abcdef"
_TABLE = "Calls by month:\n\n| Month | Calls |\n| --- | --- |\n| May | 3 |\n"
_WIDE = (
    "Calls:\n\n▶| A | B | C | D | E | F |\n|---|---|---|---|---|---|\n| 1 | 2 | 3 | 4 | 5 | 6 |\n"
)
_WELSH = "Mae’r tîm wedi bod yn gweithio gyda phobl yr ardal ers tro, ac mae hyn yn bwysig."
_FRENCH = "Nous avons travaillé avec les gens du quartier pour que cette rue soit plus sûre, et ils sont contents."
_GERMAN = "Wir haben mit den Leuten der Straße gesprochen, und das ist nicht ein Ende, sondern auch ein Anfang."
_HTML = "<table><tr><td>May</td><td>3</td></tr><tr><td>June</td><td>4</td></tr></table>"
_GOOD_HTML = (
    "Calls:\n\n<table><caption>Calls</caption><tr><th>Month</th><th>Calls</th></tr>"
    "<tr><td>May</td><td>3</td></tr></table>"
)

PLANTED = (
    P("table-without-header", f"Calls:\n\n▶{_HTML}", _GOOD_HTML, "first row"),
    P("table-without-header", "Calls:\n\n▶| | |\n| --- | --- |\n| May | 3 |\n", _TABLE, "first row"),
    P("table-without-header", f"One.\n\n{_TABLE}\nTwo:\n\n▶{_HTML}", _TABLE, "first row"),
    P("empty-table-header", "Calls:\n\n▶| Month | |\n| --- | --- |\n| May | 3 |\n", _TABLE, "Column 2"),
    P("empty-table-header", "C:\n\n▶| A | | C |\n|---|---|---|\n| 1 | 2 | 3 |\n", _TABLE, "Column 2"),
    P("empty-table-header", "C:\n\n▶| | B | |\n|---|---|---|\n| 1 | 2 | 3 |\n", _TABLE, "Column 3"),
    P("table-without-caption", "▶| A | B |\n| --- | --- |\n| 1 | 2 |\n", _TABLE, "sentence"),
    P("table-without-caption", f"{_TABLE}\n▶| A | B |\n| --- | --- |\n| 1 | 2 |\n", _TABLE, "sentence"),
    P("table-without-caption", f"> Said.\n\n▶{_HTML.replace('td>', 'th>')}", _GOOD_HTML, "<caption>"),
    P("wide-table", _WIDE, _TABLE, "6 columns"),
    P("wide-table", _WIDE.replace("F |", "F | G |").replace("---|\n", "---|---|\n"), _TABLE, "7 columns"),
    P("wide-table", f"Calls:\n\n▶<table><tr>{'<th>A</th>' * 8}</tr></table>", _GOOD_HTML, "8 columns"),
    P("html-for-markdown", f"Calls:\n\n▶{_HTML}", _TABLE, "| --- |"),
    P("html-for-markdown", 'A ▶<img src="a.jpg" alt="A room"> here.', "![A room](a.jpg)", "![What"),
    P("html-for-markdown", '▶<IMG alt="A room" src="a.jpg">', "![A room](a.jpg)", "![What"),
    P("style-in-text", '▶<p style="color: red">Text.</p>', "Text.", "Take it out"),
    P("style-in-text", 'A ▶<span style="font-weight: 400">word</span>.', "A word.", "theme"),
    P("style-in-text", "▶<center>Text.</center>", "Text.", "theme"),
    P("style-in-text", 'A ▶<font color="red">word</font>.', "A word.", "theme"),
    P("video-without-transcript", f"[The night desk](▶{_FILM})", f"[The desk]({_FILM}){{transcript=b.md}}", "transcript="),
    P("video-without-transcript", f"See [a film](▶{_FILM}).", f"See [a film]({_FILM}) with captions.", "captions"),
    P("video-without-transcript", "[Film](▶https://e.org/a.mp4)", "[Film](https://e.org/a.mp4), subtitled.", "transcript"),
    P("video-without-transcript", "- [Talk](▶https://vimeo.com/123)", "- [Talk](https://vimeo.com/123) (captioned)", "Vimeo"),
    P("sound-without-transcript", "[Talk](▶https://e.org/a.mp3)", "[Talk](https://e.org/a.mp3) ([transcript](b.md))", "[Transcript]"),
    P("sound-without-transcript", "- [Talk](▶a.ogg)", "- [Talk](a.ogg), [transcript](b.md)", "[Transcript]"),
    P("sound-without-transcript", "[Talk](▶https://e.org/a.m4a?x=1)", "A talk.", "[Transcript]"),
    P("passage-in-another-language", f"In short.\n\n▶{_WELSH}", f"In short.\n\n{_WELSH}\n{{: lang=cy}}", "lang=cy"),
    P("passage-in-another-language", f"> ▶{_FRENCH}", f"> {_FRENCH}\n> {{: lang=fr}}", "lang=fr"),
    P("passage-in-another-language", f"- ▶{_GERMAN}", f'- <span lang="de">{_GERMAN}</span>', "German"),
    P(
        "passage-in-another-language",
        "lang: cy\n===\n▶The team has been here for years, and this is what they have seen of it.",
        "lang: cy\n===\n" + _WELSH,
        "English",
    ),
)  # fmt: skip

FINE = {
    "table-without-header": (_TABLE, _GOOD_HTML, "`<table>`"),
    "empty-table-header": (_TABLE, "Calls:\n\n| | Calls |\n| --- | --- |\n| May | 3 |\n"),
    "table-without-caption": (
        _TABLE,
        "## Calls\n\n| A | B |\n|---|---|\n| 1 | 2 |\n",
        _GOOD_HTML,
    ),
    "wide-table": (_TABLE, "Five:\n\n| A | B | C | D | E |\n|-|-|-|-|-|\n| 1 | 2 | 3 | 4 | 5 |\n"),
    "html-for-markdown": (
        _TABLE,
        "`<table>` and `<img>`",
        '<table><tr><th colspan="2">A</th></tr></table>',
    ),
    "style-in-text": ("A style of its own.", '`<p style="x">`', "<p>Text.</p>"),
    "video-without-transcript": (
        f"[The night desk]({_FILM}){{transcript=b.md}}",
        f"[The talk, with captions]({_FILM})",
        "[All our films](https://www.youtube.com/)",
    ),
    "sound-without-transcript": ("[Talk](a.mp3) ([transcript](b.md))", "An mp3 was made."),
    "passage-in-another-language": (
        f"{_WELSH}\n{{: lang=cy}}",
        f'<p lang="cy">{_WELSH}</p>',
        "The café on the Rue de la Paix in Paris was the one that they all went to.",
        "Eisteddfod yr Urdd was held in the town for the first time in that year.",
        f"lang: cy\n===\n{_WELSH}",
        "A short “je ne sais quoi”.",
        "De la Mare and Los Angeles are names that are in the text.",
    ),
}
