"""Defects in links."""

from tests.check.rules.one_text import Planted

P = Planted

_A = "https://example.org/a"
_B = "https://example.org/b"
_LONG = "https://example.org/a/long/address"

PLANTED = (
    *(
        P("vague-link", f"See [{words}](▶{_A}).", f"See [the report]({_A}).", "title of the page")
        for words in (
            *("click here", "here", "Read more", "more", "link", "Download", "this page"),
            *("find out more…", "Website", "**here**", "cliciwch yma"),
        )
    ),
    P("bare-address", f"See ▶{_LONG} now.", f"See [the report]({_LONG}) now.", "words"),
    P("bare-address", f"See <▶{_LONG}>.", f"See [the report]({_LONG}).", "words"),
    P("bare-address", f"- [{_LONG}](▶{_LONG})", f"- [The report]({_LONG})", "words"),
    P("bare-address", f"> ▶{_LONG}", f"> [The report]({_LONG})", "letter by letter"),
    P("same-words-other-address", f"[Plan]({_A}), [plan](▶{_B})", f"[Plan A]({_A}), [plan]({_B})", _A),
    P("same-words-other-address", f"[Plan]({_A})\n\n- [Plan](▶{_B})", f"[Plan]({_A}) [Plan]({_A})", _A),
    P("same-words-other-address", f"[The plan]({_A}) [the plan.](▶{_B})", f"[Old]({_A}) [new]({_B})", "two"),
    P("same-words-other-address", "[Leeds](#one) [Leeds](▶#two)\n\n## One\n\n## Two", "[One](#one)", "#one"),
    *(
        P("file-without-format", f"[The plan](▶{_A}.{end})", f"[The plan ({said}, 2 MB)]({_A}.{end})", said)
        for end, said in (("pdf", "PDF"), ("csv", "CSV"), ("docx", "DOCX"), ("xlsx", "XLSX"), ("zip", "ZIP"))
    ),
    P("file-without-format", f"[Plan](▶{_A}.pdf#page=2) here", f"[Plan]({_A}.pdf#page=2) (PDF)", "PDF"),
    P("new-tab", f"[The plan (opens in a new tab)](▶{_A})", f"[The plan]({_A})", "Take it out"),
    P("new-tab", f"[The plan](▶{_A}) (opens in new window)", f"[The plan]({_A})", "Take it out"),
    P("new-tab", f"[Cynllun (agor mewn tab newydd)](▶{_A})", f"[Cynllun]({_A})", "Take it out"),
    P("new-tab", f"- [Plan, external link](▶{_A})", f"- [Plan]({_A})", "Take it out"),
    P("address-in-title", f"title: ▶See {_A}\n===\nText.", "title: See the plan\n===\nText.", "`title`"),
    P("address-in-title", f"summary: ▶See {_A}.\n===\nText.", "summary: See it.\n===\nText.", "`summary`"),
    P("address-in-title", "summary: ▶At www.leeds.gov.uk now.\n===\nT.", "T.", "www.leeds.gov.uk"),
    P("address-in-title", "title: ▶Find it on nhs.co.uk\n===\nT.", "T.", "`title`"),
    *(
        P("insecure-address", f"[It](▶http://{host}/a)", f"[It](https://{host}/a)", f"https://{host}/a")
        for host in ("www.gov.uk", "en.wikipedia.org", "www.youtube.com", "www.bbc.co.uk", "github.com")
    ),
)  # fmt: skip

FINE = {
    "vague-link": (
        f"[The report]({_A})",
        f"[Read more about rents]({_A})",
        f"[Download the plan (PDF, 2 MB)]({_A}.pdf)",
        f"[Here and there, a film]({_A})",
        "`[here](b.md)`",
        f"lang: fr\n===\n[more]({_A})",
    ),
    "bare-address": (
        f"[The report]({_LONG})",
        "[gov.uk](https://www.gov.uk/)",
        f"`{_LONG}`",
        "https://e.org",
    ),
    "same-words-other-address": (
        f"[Plan]({_A}) and [plan]({_A}/).",
        f"[Plan]({_A}) and [the plan of 2024]({_B}).",
        "[Plan](http://example.org/a) [Plan](https://www.example.org/a)",
    ),
    "file-without-format": (
        f"[The plan (PDF, 2 MB)]({_A}.pdf)",
        f"[The plan]({_A}.pdf) (_PDF_, 2 MB)",
        f"[The plan]({_A}.pdf) [PDF]",
        f"[A spreadsheet of rents]({_A}.xlsx)",
        f"[The plan]({_A}.pdf.html)",
    ),
    "new-tab": (f"[The plan]({_A})", "A new window was put in.", "`opens in a new tab`"),
    "address-in-title": ("title: The gov.uk team\n===\nText.", "summary: Mr. Lee met us.\n===\nT."),
    "insecure-address": (
        "[It](https://www.gov.uk/a)",
        "[It](http://a-small-village.example/)",
        "[It](http://leeds.gov.uk/)",
        "`http://www.gov.uk/`",
    ),
}
