"""The styles of a brand: what a site's settings add to those of the theme, and nothing else."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import blake2b

from site_builder.settings.brand import Brand

_STANDS_FOR = {"text": "--sans", "headings": "--serif"}
_INSTEAD = {
    "text": 'system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif',
    "headings": "ui-serif,Palatino,Georgia,serif",
}
_LOGO = (
    ".header:has(.logo){align-items:center;row-gap:.4rem}"
    ".header-name .logo{display:block;block-size:auto;max-inline-size:100%}"
    ".header-name:has(.logo){display:flex;flex-wrap:wrap;gap:0 .8rem;align-items:center}"
)
_ON_WHITE = (
    "@media (prefers-color-scheme:dark){.logo-on-white{background:#fff;box-shadow:0 0 0 5px #fff}}"
)
_FOOTER = (
    ".footer .logos li{align-self:center}.footer .logos img{display:block;max-inline-size:100%}"
)


@dataclass(frozen=True)
class FontFile:
    """A font, and what allows to publish it."""

    licence: str
    data: bytes

    @property
    def address(self) -> str:
        """Where it answers; a digest of its bytes is in the name."""
        return f"assets/font-{blake2b(self.data, digest_size=6).hexdigest()}.woff2"


def brand_style(
    colours: tuple[str, str] | None, fonts: Mapping[str, FontFile], brand: Brand
) -> str:
    """Return the rules of a brand; nothing where it asks for none."""
    return "".join(_rules(colours, fonts, brand))


def _rules(
    colours: tuple[str, str] | None, fonts: Mapping[str, FontFile], brand: Brand
) -> Iterator[str]:
    for name, font in fonts.items():
        licence = font.licence.replace("*/", "* /").replace("\n", " ")
        file = font.address.rpartition("/")[2]
        yield f"/*! {licence} */"
        yield f'@font-face{{font-family:"own-{name}";src:url({file}) format("woff2");'
        yield "font-weight:100 900;font-display:swap}"
        yield f':root{{{_STANDS_FOR[name]}:"own-{name}",{_INSTEAD[name]}}}'
    if colours:
        yield f":root{{--tone:{colours[0]}}}"
        yield f"@media (prefers-color-scheme:dark){{:root{{--tone:{colours[1]}}}}}"
        yield ".header{border-block-end:3px solid var(--tone)}"
    if brand.logo:
        yield _LOGO
    if brand.footer.logos or (brand.logo and not brand.logo.dark):
        yield _ON_WHITE
    if brand.footer.logos:
        yield _FOOTER
