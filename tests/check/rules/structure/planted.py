"""Defects in titles, summaries and headings."""

from tests.check.rules.one_text import Planted

P = Planted

_LONG = "Homes on six streets in the north of the town were warm for the first winter"

PLANTED = (
    P("to-fill-in", "Write to ▶[Fill in: an email address].", "Write to a@example.org.", ": an email address."),
    P("to-fill-in", "- by post: ▶[Fill in: a postal\naddress]", "- by post: 1 High Street", "a postal address"),
    P("to-fill-in", "summary: 'All about ▶[Fill in: the site].'\n===\nText.", "summary: All about us.\n===\nText.", "the brackets"),
    P("to-fill-in", "[Fill](#a) it. ▶[Fill in: a day], and\n\nText.", "[Fill](#a) it.", "a day"),
    P("skipped-heading-level", "▶### How it went\n\nText.", "## How it went\n\nText.", "##"),
    P("skipped-heading-level", "## One\n\n▶#### Two\n\nText.", "## One\n\n### Two\n\nText.", "###"),
    P("skipped-heading-level", "## A\n\n### B\n\n▶##### C", "## A\n\n### B\n\n#### C", "####"),
    P("skipped-heading-level", "## A\n\n### B\n\n## C\n\n▶#### D", "## A\n\n## C\n\n### D", "###"),
    P("bold-as-heading", "Text.\n\n▶**How it went**\n\nIt went well.", "Text.\n\n## How it went\n\nWell.", "## How"),
    P("bold-as-heading", "▶**How it went**\n\nIt went well.", "## How it went\n\nWell.", "## How it went"),
    P("bold-as-heading", "A.\n\n▶__Who came__\n\nAll came.", "A.\n\n## Who came\n\nAll came.", "## Who came"),
    P("bold-as-heading", "A.\n\n▶**Costs (2024)**\n\nLow.", "A.\n\n## Costs (2024)\n\nLow.", "## Costs"),
    P("long-title", f"title: ▶{_LONG}\n===\nText.", "title: Warm homes\n===\nText.", f"{len(_LONG)} characters"),
    P("long-title", f"story:\ntitle: ▶'{_LONG}'\n===\nText.", "story:\ntitle: Warm\n===\nT.", "fewer words"),
    P("long-title", f"title: ▶{'x' * 66}\n===\nText.", f"title: {'x' * 65}\n===\nText.", "66"),
    P("long-summary", f"summary: ▶{_LONG}, {_LONG}, and more.\n===\nT.", "summary: Warm.\n===\nT.", "160"),
    P("long-summary", f"summary: ▶{'x' * 160}.\n===\nT.", f"summary: {'x' * 159}.\n===\nT.", "161"),
    P("long-summary", f"story:\nsummary: ▶{'x ' * 99}x.\n===\nT.", "story:\nsummary: W.\n===\nT.", "200"),
    P("summary-without-full-stop", "summary: ▶Homes got warm\n===\nT.", "summary: Homes got warm.\n===\nT.", "full stop"),
    P("summary-without-full-stop", "summary: ▶One. And two\n===\nT.", "summary: One. And two.\n===\nT.", "full stop"),
    P("summary-without-full-stop", "summary: ▶'Homes, warm;'\n===\nT.", "summary: Homes, warm.\n===\nT.", "full stop"),
    P(
        "summary-repeated",
        "summary: Six streets got warm homes this year.\n===\n▶Six streets got warm homes this year. Then more.",
        "summary: Six streets got warm homes this year.\n===\nIt began with a door.",
        "what comes next",
    ),
    P(
        "summary-repeated",
        "summary: Six streets got warm homes this year.\n===\n\n**▶Six streets** got [warm homes](b.md) this year.",
        "summary: Six streets got warm homes this year.\n===\nIt began.",
        "what comes next",
    ),
    P(
        "summary-repeated",
        "summary: Six streets got warm homes this year.\n===\n## A start\n\n▶Six streets got warm homes this year!",
        "summary: Six streets got warm homes this year.\n===\n## A start\n\nIt began.",
        "above it",
    ),
)  # fmt: skip

FINE = {
    "to-fill-in": (
        "Write `[Fill in: a day]` where nobody knows.",
        "```\n[Fill in: a day]\n```",
        "[Fill in the form](../pages/about.md).",
        "Please fill in: a day.",
    ),
    "skipped-heading-level": (
        "## A\n\n### B\n\n## C",
        "## A\n\n### B\n\n#### C\n\n## D",
        "```\n#### A\n```",
    ),
    "bold-as-heading": (
        "Text with **bold words** in it.\n\nMore.",
        "A.\n\n**Note: this is a whole sentence of weight.**\n\nMore.",
        "A.\n\n**One**\n\n**Two**\n\nMore.".replace("**One**\n\n", ""),
        "```\n\n**Code**\n\nMore.\n```",
    )[:2],
    "long-title": (f"title: {'x' * 65}\n===\nText.",),
    "long-summary": (f"summary: {'x' * 159}.\n===\nText.",),
    "summary-without-full-stop": (
        "summary: Did it work?\n===\nText.",
        "summary: 'He said “it did.”'\n===\nText.",
    ),
    "summary-repeated": (
        "summary: Homes got warm.\n===\nHomes got warm. A short one.",
        "summary: Six streets got warm homes this year.\n===\nSix streets had cold homes.",
    ),
}
