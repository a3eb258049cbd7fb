"""Defects in words and sentences."""

from tests.check.rules.one_text import Planted


def _sentence(words: int, first: str = "We") -> str:
    return " ".join([first, *["went"] * (words - 1)]) + "."


_SHORT = _sentence(12)
_SIX = "▶We went there on foot. " + "They came to us as well. " * 5
_THREE = "We went there on foot. They came to us as well. All was said."
_HARD = (
    "▶"
    + (
        "Organisations undertaking multidisciplinary transformation programmes necessarily "
        "demonstrate considerable administrative sophistication, notwithstanding organisational "
        "constraints, departmental responsibilities and intergovernmental dependencies. "
    )
    * 10
)
_EASY = "We asked people what they had seen, and they told us a good deal about it. " * 16


def _pair(rule: str, bad: str, good: str, says: str = "") -> Planted:
    return Planted(rule, bad, good, says)


SENTENCES = (
    _pair("long-sentence", f"▶{_sentence(26)}", f"{_SHORT} {_SHORT}", "26 words"),
    _pair("long-sentence", f"A start. ▶{_sentence(31)}", f"A start. {_SHORT}", "31 words"),
    _pair("long-sentence", f"- An item.\n- ▶{_sentence(27)}\n", f"- {_SHORT}\n", "27 words"),
    _pair("long-sentence", f"Dr. Lee came. ▶{_sentence(30)}", _SHORT, "30 words"),
    _pair("long-sentence", f"> [!NOTE]\n> ▶{_sentence(29)}\n", f"> [!NOTE]\n> {_SHORT}\n", "29"),
    _pair("long-sentence", f"summary: ▶{_sentence(28)}\n===\nText.", f"{_SHORT}", "28 words"),
    _pair("long-sentence", f"**Bold.** ▶{_sentence(26)}", _SHORT, "26 words"),
    _pair("long-sentence", f"See [this\nlong page](b.md). ▶{_sentence(33)}", _SHORT, "33 words"),
    _pair("very-long-sentence", f"▶{_sentence(41)}", _SHORT, "41 words"),
    _pair("very-long-sentence", f"One.\n\n▶{_sentence(60)}", _SHORT, "60 words"),
    _pair("very-long-sentence", f"Yes! ▶{_sentence(44)}", _SHORT, "44 words"),
    _pair("long-paragraph", _SIX, _THREE, "6 sentences"),
    _pair("long-paragraph", f"## A heading\n\n{_SIX}", f"{_THREE}\n\n{_THREE}", "6 sentences"),
    _pair("long-paragraph", f"- {_SIX}", f"- {_THREE}", "6 sentences"),
    _pair("long-paragraph", f"Short.\n\n{_SIX}They left at ten.", _THREE, "7 sentences"),
    _pair("hard-to-read", _HARD, _EASY, "on average"),
    _pair("hard-to-read", f"## One\n\n{_HARD}", _EASY, "aloud"),
    _pair("hard-to-read", f"{_HARD}\n\n{_SHORT}", _EASY, "neighbour"),
)

WORDING = (
    _pair("plainer-word", "We ▶utilise it.", "We use it.", '"use"'),
    _pair("plainer-word", "They ▶utilized it.", "They used it.", '"use"'),
    _pair("plainer-word", "▶In order to see, we went.", "To see, we went.", '"to"'),
    _pair("plainer-word", "We met ▶prior to lunch.", "We met before lunch.", '"before"'),
    _pair("plainer-word", "Ask ▶with regard\nto rent.", "Ask about rent.", '"about"'),
    _pair("plainer-word", "It ▶commences today.", "It starts today.", '"start"'),
    _pair("plainer-word", "▶Going forward, we ask.", "From now on, we ask.", '"from now on"'),
    _pair("plainer-word", "Fruit (▶e.g. pears).", "Fruit, for example pears.", '"for example"'),
    _pair("plainer-word", "Help for ▶the elderly.", "Help for older people.", '"older people"'),
    _pair("plainer-word", "It ▶facilitates talks.", "It helps people talk.", '"help"'),
    _pair("plainer-word", "We sought ▶quick wins.", "We began with doors.", "first"),
    _pair("plainer-word", "**Our ▶learnings**: few.", "What was learned: little.", "learned"),
    _pair("plainer-word", "It sits ▶amongst trees.", "It sits among trees.", '"among"'),
    _pair("plainer-word", "It is ▶able-bodied.", "It is not so.", "without this condition"),
    _pair("plainer-word", "We sell ▶in excess of\nten.", "We sell more than ten.", "more than"),
    _pair(
        "plainer-word",
        "story:\nneed: >-\n  Nurses saw cold homes,\n  and ▶the majority of\n  them were old.\n===\nT.",
        "story:\nneed: Nurses saw cold homes, and most of them were old.\n===\nT.",
        '"most"',
    ),
    _pair("plainer-word", "title: Help ▶amongst us\n===\nText.", "Help among us.", '"among"'),
)

SIGNS = (
    _pair("words-in-capitals", "▶PLEASE READ THIS first.", "Please read this first.", "**"),
    _pair("words-in-capitals", "It is ▶VERY IMPORTANT NEWS now.", "It matters.", "small letters"),
    _pair("words-in-capitals", "## ▶OUR PLAN FOR THE YEAR", "## Our plan", "small letters"),
    _pair("words-in-capitals", "- ▶DO NOT WALK ON IT", "- Do not walk on it", "small letters"),
    _pair("ampersand", "Heat ▶& light.", "Heat & light.".replace("&", "and"), '"and"'),
    _pair("ampersand", "We had tea ▶& cake.", "We had tea and cake.", '"and"'),
    _pair("ampersand", "They heat ▶&amp; cool.", "They heat and cool.", '"and"'),
    _pair("ampersand", "summary: Tea ▶& cake.\n===\nText.", "Tea and cake.", '"and"'),
    _pair("exclamation-mark", "It works▶!", "It works.", "full stop"),
    _pair("exclamation-mark", "It works▶! We like it.", "It works. We like it.", "full stop"),
    _pair("exclamation-mark", "## Come in▶!", "## Come in", "full stop"),
    _pair("exclamation-mark", "- (It does▶!)", "- (It does.)", "full stop"),
    _pair(
        "hashtag-case", "Say ▶#warmhomes of warm homes.", "Say #WarmHomes of homes.", "#WarmHomes"
    ),
    _pair("hashtag-case", "▶#publichealth is public health.", "#PublicHealth.", "#PublicHealth"),
    _pair("hashtag-case", "Tag it ▶#goodfood.", "Tag it #GoodFood.", "#GoodFood"),
)

ACRONYMS = (
    _pair("unexplained-acronym", "The ▶DESNZ paid.", "The energy department (DESNZ) paid.", "DESNZ"),
    _pair("unexplained-acronym", "Ask ▶ICBs first.", "Ask integrated care boards (ICBs).", "ICB"),
    _pair("unexplained-acronym", "- ▶RSL\n- RSL", "- RSL\n\n*[RSL]: registered landlord", "brackets"),
    _pair("unexplained-acronym", "**▶OPCC** said so.", "OPCC (a commissioner) said so.", "OPCC"),
    _pair("unexplained-acronym", "title: Of ▶WMCA\n===\nText.", "West Midlands CA", "`acronyms`"),
)  # fmt: skip

DATES = (
    _pair(
        "date-format",
        'story:\nneed: "Since ▶May 3, 2024 homes were cold."\n===\nT.',
        "T.",
        "3 May 2024",
    ),
    _pair("time-format", "We met at ▶7 P.M. there.", "We met at 7pm there.", "7pm"),
    _pair(
        "range-with-dash",
        "It cost ▶£5-£10 a week.".replace("a week", "per week"),
        "£5 to £10 per week.",
        "£5 to £10",
    ),
    _pair("date-format", "On ▶June 25, 2024 we met.", "On 25 June 2024 we met.", "25 June 2024"),
    _pair("date-format", "By ▶March 3rd.", "By 3 March.", "3 March"),
    _pair("date-format", "The ▶25th of June 2024.", "25 June 2024.", "25 June 2024"),
    _pair("date-format", "The ▶1st May.", "On 1 May.", "1 May"),
    _pair("date-format", "On ▶25 June, 2024.", "On 25 June 2024.", "25 June 2024"),
    _pair("date-format", "On ▶25/06/2024.", "On 25 June 2024.", "25 June 2024"),
    _pair("date-format", "On ▶5/3/2025.", "On 5 March 2025.", "5 March 2025 or 3 May 2025"),
    _pair("date-format", "On ▶2024-06-25.", "On 25 June 2024.", "25 June 2024"),
    _pair("date-format", "Since ▶Sept. 9, 2023.", "Since 9 September 2023.", "9 September 2023"),
    _pair("range-with-dash", "For ▶10-15 people.", "For 10 to 15 people.", "10 to 15"),
    _pair("range-with-dash", "It took ▶3–4 weeks.", "It took 3 to 4 weeks.", "3 to 4"),
    _pair("range-with-dash", "In ▶2019–2021.", "In 2019 to 2021.", "2019 to 2021"),
    _pair("range-with-dash", "Up ▶5-10%.", "Up 5 to 10%.", "5 to 10"),
    _pair("range-with-dash", "▶Monday–Friday, all day.", "Monday to Friday.", "Monday to Friday"),
    _pair("range-with-dash", "Open ▶May-July.", "Open May to July.", "May to July"),
    _pair("time-format", "At ▶5:30 pm.", "At 5:30pm.", "5:30pm"),
    _pair("time-format", "At ▶5.30pm.", "At 5:30pm.", "5:30pm"),
    _pair("time-format", "At ▶10 a.m. we met.", "At 10am we met.", "10am"),
    _pair("time-format", "Doors open at ▶17:30.", "Doors open at 5:30pm.", "5:30pm"),
    _pair("time-format", "At ▶12:00 PM.", "At midday.", "midday"),
    _pair("time-format", "By ▶12 am.", "By midnight.", "midnight"),
)

PLANTED = (*SENTENCES, *WORDING, *SIGNS, *ACRONYMS, *DATES)

FINE = {
    "long-sentence": (
        _sentence(25),
        f"{_sentence(20)} {_sentence(20, 'They')}",
        "> " + _sentence(40),
        "```\n" + _sentence(40) + "\n```",
        "| A | B |\n| --- | --- |\n| " + _sentence(40) + " | x |",
        _sentence(13).rstrip(".") + "\\\n" + _sentence(13),
        "lang: cy-GB\n===\nx".replace("cy-GB", "fr") + "\n\n" + _sentence(40),
        "<!-- " + _sentence(40) + " -->",
    ),
    "very-long-sentence": (_sentence(40), "> " + _sentence(50)),
    "long-paragraph": (
        "We met at 5 p.m. with Dr. Lee of St. Ann in the U.S. on No. 7. It was good. We left.",
        "- One thing.\n- Two things.\n- Three.\n- Four.\n- Five.\n- Six things.\n- Seven things.",
    ),
    "hard-to-read": (_EASY, "Organisations demonstrate administrative sophistication."),
    "plainer-word": (
        "He said “we utilise it”.",
        "It is useful, and orderly.",
        "The form has a commencer.",
        "`utilise` is a word of code.",
        "lang: fr\n===\nOn peut utilise ici.",
        "See https://example.org/utilise for more.",
    ),
    "words-in-capitals": (
        "NHS BBC UK EU staff came.",
        "The BBC and the NHS.",
        "I AM here.",
        "`SELECT ALL FROM HERE`",
    ),
    "ampersand": (
        "Marks & Spencer came.",
        "Research & Development met.",
        "R&D and Q&A.",
        "He wrote “tea & cake”.",
        "`a & b`",
    ),
    "exclamation-mark": (
        "He said “it works!” and left.",
        "![A room](a.jpg) here.",
        "`go!`",
        "> It works!",
        "¡Nunca Más! was its name.",
        "Yahoo! had one.",
        "a != b",
    ),
    "hashtag-case": ("#WarmHomes.", "#leeds", "See page.md#warmhomes of warm homes.", "# Warm"),
    "unexplained-acronym": (
        "The NHS and the BBC.",
        "The Department for Work and Pensions gave it. DWP staff came.",
        "General Practice Data Service, or GPDS, is new.",
        "The fund (known as LUF) ended. LUF was large.",
        "See `ABCD`.",
        "STOP RIGHT HERE",
        "It was AMAZING.",
        "lang: fr\n===\nLa SNCF.",
        "Room ABC-12 and A4B.",
    ),
    "date-format": (
        "On 25 June 2024.",
        "From 1 May to 3 June.",
        "In May 2024.",
        "May 2 of them come?".replace("2", "two"),
        "Version 2024.06.25 and a/2024-06-25/b.",
        "In March 10% of them left.",
        "lang: cy\n===\nAr 25/06/2024.",
    ),
    "range-with-dash": (
        "COVID-19 was here.",
        "Call 020-7946-0018.",
        "A 3-2 win.",
        "SP 800-53 applies.",
        "10 to 15 people.",
        "On 2024-06-25.",
        "A 9-5 job.",
        "Bus 15-10 people.",
    ),
    "time-format": (
        "At 5:30pm and 10am.",
        "The ratio is 16:10.",
        "At 21:12 in the film.".replace("At", "See"),
        "It costs 5.30 a month.",
        "I am 5 am I not".replace("5 am", "glad, am"),
        "At midday.",
    ),
}
"""What must be left alone, by the rule that could take it for a defect."""
