"""A site's brand on every page: name, logo, icons, the foot, and the files that these are in."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from site_builder.compose.frame.own.brand_style import FontFile, brand_style
from site_builder.compose.output import Output, blob
from site_builder.compose.pictures.emblems import EmblemFile, icon_file, logo_file
from site_builder.compose.pictures.favicon import FAVICON_ADDRESS, favicon, favicon_address
from site_builder.compose.views.page import BrandView, FooterLogoView, Icons, LogoView
from site_builder.read.brand.emblems import Emblem
from site_builder.read.theme.colours import DARK_INK, INK, PAPER, dark_twin
from site_builder.read.theme.theme import Theme
from site_builder.settings import Settings
from site_builder.settings.brand import Brand

_TOUCH, _TAB = 180, 96
"""The pixels of the icons for home screens and for tabs."""


@dataclass(frozen=True)
class Branded:
    """The brand of a site with the files that it needs."""

    settings: Settings
    theme: Theme

    @property
    def brand(self) -> Brand:
        return self.settings.brand

    @property
    def colours(self) -> tuple[str, str] | None:
        """The colour in the light and in the dark scheme, or nothing."""
        brand = self.brand
        if brand.colour:
            return brand.colour, brand.colour_dark or dark_twin(brand.colour)
        return (INK, brand.colour_dark) if brand.colour_dark else None

    @property
    def style(self) -> str:
        """The styles of the brand; nothing where it has none."""
        return brand_style(self.colours, self._fonts, self.brand)

    @cached_property
    def view(self) -> BrandView:
        """What templates see of the brand."""
        brand = self.brand
        logos = tuple(self._footer_logo(number) for number in range(len(brand.footer.logos)))
        return BrandView(brand.name or "", self._logo, brand.footer.text or "", logos)

    @cached_property
    def icons(self) -> Icons:
        """The icons for tabs and home screens."""
        tab, touch = self._icon_files
        if isinstance(tab, Output):
            return Icons(tab.path, "image/svg+xml", touch.address if touch else "")
        return Icons(tab.address, "image/png", touch.address if touch else "")

    def outputs(self) -> Iterator[Output]:
        """Yield every file of the brand, and the site's mark where it has no icon of its own."""
        tab, touch = self._icon_files
        found = [tab if isinstance(tab, Output) else tab.output]
        found += [touch.output] if touch else []
        found += [one.output for one in self._logo_files.values()]
        found += [blob(font.address, font.data) for font in self._fonts.values()]
        yield from {one.path: one for one in found}.values()

    @cached_property
    def mark(self) -> Emblem | None:
        """The logo that stands on cards and in icons."""
        brand, emblems = self.brand, self.theme.brand.emblems
        path = brand.icon or (brand.logo.file if brand.logo else None)
        return emblems[path] if path else None

    @cached_property
    def _icon_files(self) -> tuple[Output | EmblemFile, EmblemFile | None]:
        if mark := self.mark:
            return icon_file(mark, "favicon", _TAB), icon_file(mark, "touch", _TOUCH, PAPER)
        colours = self.colours
        data = favicon(*(colours or (INK, DARK_INK)))
        touch = Emblem("svg", data, 32, 32)
        icon = icon_file(touch, "touch", _TOUCH, PAPER) if colours else None
        return blob(favicon_address(data) if colours else FAVICON_ADDRESS, data), icon

    @cached_property
    def _logo_files(self) -> dict[str, EmblemFile]:
        """The file of each logo that pages show, by its path in the settings."""
        brand, emblems = self.brand, self.theme.brand.emblems
        paths = [one.file for one in brand.footer.logos]
        paths += filter(None, [brand.logo.file, brand.logo.dark]) if brand.logo else []
        return {path: logo_file(emblems[path]) for path in dict.fromkeys(paths)}

    @property
    def _logo(self) -> LogoView | None:
        logo = self.brand.logo
        if not logo:
            return None
        file = self._logo_files[logo.file]
        dark = self._logo_files[logo.dark].address if logo.dark else ""
        return LogoView(file.address, file.width, file.height, logo.alt, dark)

    def _footer_logo(self, number: int) -> FooterLogoView:
        logo = self.brand.footer.logos[number]
        file = self._logo_files[logo.file]
        view = LogoView(file.address, file.width, file.height, logo.alt, "")
        return FooterLogoView(view, logo.url or "")

    @cached_property
    def _fonts(self) -> dict[str, FontFile]:
        fonts = self.brand.fonts
        given = {"text": fonts.text, "headings": fonts.headings}
        return {
            name: FontFile(font.licence, self.theme.brand.fonts[font.file])
            for name, font in given.items()
            if font
        }
