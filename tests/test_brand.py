"""A brand of one's own: on every page, in icons, cards and data; and what can not be one."""

import io
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from PIL import Image

from site_builder.read.theme.colours import (
    contrast,
    dark_twin,
    is_legible,
    is_legible_in_the_dark,
    nearest_legible,
    nearest_legible_in_the_dark,
)
from site_builder.settings import SettingsError
from tests.conftest import SiteFolder

LOGO = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 20">\n'
    b'<metadata>Ada Secret</metadata><path fill="#003366" d="M0 0h60v20H0z"/>\n</svg>'
)
BRAND: dict[str, Any] = {
    "name": "Anytown Council",
    "logo": {"file": "brand/logo.svg", "alt": "Arms of Anytown"},
    "colour": "#00437a",
    "fonts": {"text": {"file": "brand/text.woff2", "licence": "SIL OFL 1.1"}},
    "footer": {
        "text": "Published by Anytown & friends.",
        "logos": [
            {"file": "brand/partner.png", "alt": "A partner", "url": "https://a.example.org/"}
        ],
    },
    "organisation": {"name": "Anytown Borough Council", "url": "https://anytown.example.org/"},
}


def png(width: int, height: int, colour: str = "#aa2200") -> bytes:
    written = io.BytesIO()
    Image.new("RGBA", (width, height), colour).save(written, "PNG")
    return written.getvalue()


def write_brand(site: SiteFolder, brand: dict[str, Any]) -> None:
    site.write("brand/logo.svg", LOGO)
    site.write("brand/partner.png", png(300, 200))
    site.write("brand/text.woff2", b"wOF2" + bytes(100))
    written = yaml.safe_dump({"plugins": [{"missions": {"brand": brand}}]}, sort_keys=False)
    site.edit("mkdocs.yml", "plugins: [missions]", written)


@pytest.fixture(scope="module")
def branded(tmp_path_factory: pytest.TempPathFactory, published: SiteFolder) -> SiteFolder:
    """Return a built site with a brand; nobody may change it."""
    import shutil  # noqa: PLC0415

    root = tmp_path_factory.mktemp("branded") / "small"
    site = SiteFolder(Path(shutil.copytree(published.root, root, ignore=_but_content)))
    write_brand(site, BRAND)
    site.build(strict=False)
    return site


def _but_content(_folder: str, names: list[str]) -> list[str]:
    return [name for name in names if name in ("site", ".cache")]


def asset(site: SiteFolder, pattern: str) -> bytes:
    """Return the one file of the assets with such a name."""
    (found,) = [one for name, one in site.files().items() if re.fullmatch(pattern, name)]
    return found


def test_head_and_foot_say_whose_site_it_is(branded: SiteFolder) -> None:
    page = branded.page("about/index.html")
    head = page.split('class="header-name"')[1].split("</a>")[0]
    assert re.search(r'<img class="logo logo-on-white" src="\.\./assets/logo-\w+\.svg"', head)
    assert 'width="144" height="48" alt="Arms of Anytown"' in head
    assert "Anytown Council" in head
    foot = page.split("<footer")[1]
    assert "<p>Published by Anytown &amp; friends.</p>" in foot
    assert '<a href="https://a.example.org/">' in foot
    assert 'width="72" height="48" alt="A partner"' in foot


def test_logo_is_made_safe_and_pictures_small(branded: SiteFolder) -> None:
    drawing = asset(branded, r"assets/logo-\w+\.svg")
    assert b"<path" in drawing
    assert b"Secret" not in drawing
    with Image.open(io.BytesIO(asset(branded, r"assets/logo-\w+\.png"))) as picture:
        assert picture.size == (144, 96)


def test_icons_are_made_from_the_logo(branded: SiteFolder) -> None:
    page = branded.page("about/index.html")
    assert re.search(
        r'<link rel="icon" type="image/png" href="\.\./assets/favicon-\w+\.png">', page
    )
    assert re.search(r'<link rel="apple-touch-icon" href="\.\./assets/touch-\w+\.png">', page)
    for name, size, corner in (("favicon", 96, 0), ("touch", 180, 255)):
        with Image.open(io.BytesIO(asset(branded, rf"assets/{name}-\w+\.png"))) as icon:
            assert icon.size == (size, size)
            assert icon.getpixel((size // 2, size // 2)) == (0, 0x33, 0x66, 255)
            shade = icon.getpixel((0, 0))
            assert isinstance(shade, tuple)
            assert shade[3] == corner


def test_styles_have_the_colours_of_both_schemes_and_the_font(branded: SiteFolder) -> None:
    style = asset(branded, r"assets/civic-\w+\.css").decode()
    assert ":root{--tone:#00437a}" in style
    dark = dark_twin("#00437a")
    assert f"@media (prefers-color-scheme:dark){{:root{{--tone:{dark}}}}}" in style
    assert is_legible_in_the_dark(dark)
    assert '/*! SIL OFL 1.1 */@font-face{font-family:"own-text";src:url(font-' in style
    assert asset(branded, r"assets/font-\w+\.woff2").startswith(b"wOF2")


def test_policy_lets_fonts_in_only_where_there_are_some(
    branded: SiteFolder, published: SiteFolder
) -> None:
    for page in ("index.html", "search/index.html", "404.html"):
        assert "font-src &#39;self&#39;" in branded.page(page) or "font-src 'self'" in branded.page(
            page
        )
        assert "font-src" not in published.page(page)


def test_machines_are_told_the_body_and_its_logo(branded: SiteFolder) -> None:
    page = branded.page("index.html")
    assert '"@type":"GovernmentOrganization","name":"Anytown Borough Council"' in page
    assert re.search(r'"logo":"https://record\.example\.org/assets/logo-\w+\.svg"', page)


def test_cards_carry_name_logo_and_colour(branded: SiteFolder, published: SiteFolder) -> None:
    alt = re.search(r'og:image:alt" content="([^"]*)"', branded.page("about/index.html"))
    assert alt
    assert alt[1].endswith("Anytown Council")
    ours, plain = (asset(one, r"social/site-\w+\.png") for one in (branded, published))
    with Image.open(io.BytesIO(ours)) as card, Image.open(io.BytesIO(plain)) as before:
        inks = [min(c for _, c in one.convert("RGB").getcolors(64) or ()) for one in (card, before)]
        assert inks == [(0, 0x43, 0x7A), (0x1A, 0x1A, 0x1D)]
        stamped = card.convert("RGB").getpixel((64 + 20, 630 - 56 - 20))
        assert stamped != before.convert("RGB").getpixel((64 + 20, 630 - 56 - 20))


def test_first_view_stays_within_its_weight(branded: SiteFolder) -> None:
    """The page, its styles and its logo fit into ten packets, as those of any site."""
    import gzip  # noqa: PLC0415

    for address in ("index.html", "about/index.html"):
        page = branded.page(address).encode()
        parts = [page, *(branded.files()[name] for name in _fetched(page.decode()))]
        assert sum(len(gzip.compress(one)) + 300 for one in parts) < 14_600
        assert len(parts) <= 4


def _fetched(page: str) -> list[str]:
    head = page.split("<main", maxsplit=1)[0]
    return re.findall(
        r'(?:stylesheet" href|<img class="logo[^"]*" src)="[./]*(assets/[^"]+)"', head
    )


@pytest.mark.parametrize(
    ("brand", "has_logo", "name"),
    [
        ({"logo": {"file": "brand/logo.svg", "alt": "Arms"}}, True, ""),
        ({"name": "Anytown"}, False, "Anytown"),
        ({"colour": "#00437a"}, False, "Small record"),
    ],
)
def test_each_part_stands_alone(
    site: SiteFolder, brand: dict[str, Any], *, has_logo: bool, name: str
) -> None:
    write_brand(site, brand)
    site.build()
    head = site.page("about/index.html").split('class="header-name"')[1].split("</a>")[0]
    assert ("<img" in head) == has_logo
    assert head.rpartition(">")[2].strip() == name
    icons = [one for one in site.files() if re.match("assets/(?:touch|favicon)-", one)]
    assert len(icons) == (1 if name == "Anytown" else 2)


def test_logo_may_be_another_in_the_dark(site: SiteFolder) -> None:
    site.write("brand/dark.svg", LOGO.replace(b"#003366", b"#ffffff"))
    logo = {"file": "brand/logo.svg", "alt": "Arms", "dark": "brand/dark.svg"}
    write_brand(site, {"logo": logo})
    site.build()
    page = site.page("about/index.html")
    assert '<source media="(prefers-color-scheme: dark)" srcset="../assets/logo-' in page
    assert "logo-on-white" not in page


PNG = {"logo": {"file": "brand/logo.png", "alt": "Arms"}}
TTF = {"fonts": {"text": {"file": "brand/text.ttf", "licence": "A licence"}}}
WORDS = LOGO.replace(b"<path", b"<text>A</text><path")
SCRIPT = LOGO.replace(b"<path", b"<script>x</script>\n<path onload='x'")


@pytest.mark.parametrize(
    ("files", "brand", "where", "said", "fix"),
    [
        ({"logo.svg": SCRIPT}, {}, "<script>", "`<script>` may not", "save the drawing"),
        ({"logo.svg": SCRIPT}, {}, "<path", "`onload` on `<path>`", "save the drawing"),
        ({"logo.png": b"x" * 50_000_000}, PNG, "logo.png", "has 50.0 MB; the most is 2", "smaller"),
        ({"logo.svg": b" " * 50_000}, {}, "logo.svg", "has 50 kB; the most is 30 kB", "smaller"),
        ({"logo.svg": LOGO.replace(b"viewBox", b"x")}, {}, "logo.svg", "how wide", "viewBox"),
        ({"logo.svg": WORDS}, {}, "logo.svg", "words set in a font", "Turn the words into paths"),
        ({"logo.png": b"no"}, PNG, "logo.png", "is not a PNG", "Save it again as PNG"),
        ({}, PNG, "logo.png", "no such file", "Put it there"),
        ({"logo.gif": b"GIF"}, {"icon": "brand/logo.gif"}, "icon:", "SVG or PNG", "as SVG"),
        ({}, {"icon": "../logo.svg"}, "icon:", "outside of the folder", "Copy the file"),
        ({}, {"logo": {"file": "brand/logo.svg"}}, "logo", "`brand.logo.alt` is missing", "Add it"),
        ({}, {"colour": "teal"}, "colour: teal", '"teal", which is not a colour', "'#004f86'"),
        (
            {},
            {"colour": "#00a0e0"},
            "colour:",
            "in the light scheme: its contrast is 2.8",
            "#005b80",
        ),
        ({}, {"colour_dark": "#003366"}, "colour_dark", "in the dark scheme", "would do is '#"),
        ({"text.woff2": b"\0\1\0\0"}, {}, "text.woff2", "not a font in WOFF2", "Save the font"),
        ({"text.ttf": b"wOF2"}, TTF, "text.ttf", "not a font in WOFF2", "Save the font as WOFF2"),
        ({"text.woff2": b"wOF2" * 20_000}, {}, "text.woff2", "has 80 kB; the most is", "subset"),
        ({}, {"fonts": {"text": {"file": "a.woff2"}}}, "", "`brand.fonts.text.licence`", "Add it"),
        ({}, {"colours": "#00437a"}, "colours", "`brand.colours` is not a setting", "Take it out"),
    ],
)
def test_what_can_not_be_a_brand_is_a_problem_and_nothing_is_published(  # noqa: PLR0917
    site: SiteFolder,
    files: dict[str, bytes],
    brand: dict[str, Any],
    where: str,
    said: str,
    fix: str,
) -> None:
    """Each is told with the line of the settings, or of the drawing, and with a remedy."""
    write_brand(site, BRAND | brand)
    for name, data in files.items():
        site.write(f"brand/{name}", data)
    with pytest.raises(SettingsError) as found:
        site.build()
    told = {one.what: one for one in found.value.problems if said in one.what}
    (problem,) = told.values()
    assert fix in problem.fix
    line = (site.root / problem.path).read_text("utf-8").split("\n")[problem.position.line - 1]
    assert where in line
    assert not (site.root / "site").exists()


@pytest.mark.parametrize(
    "colour", ["#00a0e0", "#ffff00", "#ffffff", "#e60000", "#7f7f7f", "#005eb8"]
)
def test_nearest_colour_would_do_and_none_nearer_would(colour: str) -> None:
    near = nearest_legible(colour)
    assert is_legible(near)
    assert near == colour or contrast(near, "#ffffff") < 8.2
    assert nearest_legible(near) == near


@pytest.mark.parametrize("colour", ["#003366", "#000000", "#7f0000", "#404040"])
def test_nearest_colour_in_the_dark_would_do(colour: str) -> None:
    near = nearest_legible_in_the_dark(colour)
    assert is_legible_in_the_dark(near)
    assert contrast(near, "#131316") < 9
