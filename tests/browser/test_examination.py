"""The examination opens every page at every width, and says where it found what."""

from pathlib import Path

import pytest

from tests.browser.examination import Examiner, Look, Seen, report
from tests.browser.finding import Finding
from tests.browser.host import served
from tests.browser.pages import pages_of
from tests.browser.reading import READINGS
from tests.browser.window import Window

FAULT = Finding("main > p", "is wrong")


def test_report_names_a_finding_once_and_a_few_of_its_places() -> None:
    """One cause makes one line, whatever the number of pages that show it."""
    other = Seen("loss", "/a/ at 320 px, light", Finding("main > h1", "is long"))
    found = [other, *(Seen("loss", f"/{number}/ at 320 px, light", FAULT) for number in range(5))]
    assert report(found).splitlines() == [
        "loss: main > p: is wrong",
        "    /0/ at 320 px, light; /1/ at 320 px, light; /2/ at 320 px, light; and 2 more",
        "loss: main > h1: is long",
        "    /a/ at 320 px, light",
    ]


@pytest.mark.browser
def test_examination_looks_at_each_page_at_each_width_in_each_scheme(
    window: Window, without_script: Window, tmp_path: Path
) -> None:
    """The place of a finding says page, width and scheme, and each is really set."""
    for name in ("index.html", "a/index.html"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("<!doctype html><title>A page</title><p>Words</p>")
    scheme = "matchMedia('(prefers-color-scheme: dark)').matches"
    looks = {
        "both": Look(lambda page: [Finding(*page.evaluate(f"[String({scheme}), '']"))],
                     ("light", "dark")),
        "wide": Look(lambda page: [Finding(*page.evaluate("[String(innerWidth), '']"))],
                     widths=(1280,)),
        "none": Look(lambda page: []),
    }  # fmt: skip
    with served(tmp_path) as site:
        examined = Examiner(window, without_script, looks, {}).examine(pages_of(site))
    found = {name: [seen for seen in examined.seen if seen.look == name] for name in looks}
    assert [(seen.where, seen.finding.element) for seen in found["both"]] == [
        (f"{page} at {width} px, {name}", str(name == "dark").lower())
        for page in ("/a/", "/")
        for width in (1280, 320)
        for name in ("dark", "light")
    ]
    assert [seen.finding.element for seen in found["wide"]] == ["1280", "1280"]
    assert found["none"] == []
    both, wide, none, without_script_ = 8, 2, 4, 2
    assert examined.looks == both + wide + none + without_script_


@pytest.mark.browser
def test_examination_reads_each_page_once_and_asks_every_question(
    window: Window, without_script: Window, tmp_path: Path
) -> None:
    """A page that spies, is too heavy and leads nowhere is found out by its one visit."""
    (tmp_path / "index.html").write_text(
        '<!doctype html><title>A page</title><a href=nowhere/>Words</a><p id="here">Words</p>'
        "<a href=#there>Words</a><a href='#here'>Words</a>"
        "<script src=a.js></script><img src='https://example.org/dot.gif' alt=''>"
    )
    (tmp_path / "a.js").write_text("localStorage.a = '" + "x" * 9999 + "'")
    with served(tmp_path, {"index.html": "home.html"}) as site:
        seen = Examiner(window, without_script, looks={}).examine(pages_of(site)).seen
    assert {one.look for one in seen} == {*READINGS}
    dead = {one.finding.fault for one in seen if one.look == "links"}
    assert dead == {f"leads nowhere with {site.root}{end}" for end in ("nowhere/", "#there")}
