"""A site's brand: whose it is, what that looks like, and what is said of it to machines."""

import posixpath
from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from site_builder.read.types.fields.text import Colour, Text
from site_builder.read.types.fields.web import WebAddress


def _path(written: str) -> str:
    return posixpath.normpath(written)


FilePath = Annotated[Text, AfterValidator(_path)]
"""A file, seen from the folder of the settings, with forward slashes."""


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Logo(_Part):
    """A logo, as SVG or PNG."""

    file: FilePath = Field(description="The file, SVG or PNG, seen from the settings.")
    alt: Text = Field(description="What it says, for people who do not see it: mostly the name.")
    dark: FilePath | None = Field(
        None,
        description="The same for the dark scheme; without it, the logo stands on white there.",
    )


class FooterLogo(_Part):
    """A logo at the foot of each page."""

    file: FilePath = Field(description="The file, SVG or PNG, seen from the settings.")
    alt: Text = Field(description="What it says, for people who do not see it.")
    url: WebAddress | None = Field(None, description="Where it leads.")


class Font(_Part):
    """A font of your own."""

    file: FilePath = Field(description="The file, WOFF2, seen from the settings.")
    licence: Text = Field(
        description="What allows you to publish it, such as `SIL Open Font License 1.1`; it stands "
        "in the styles, beside the font."
    )


class Fonts(_Part):
    """Fonts of your own, in the place of those that readers have."""

    text: Font | None = Field(None, description="The font of texts.")
    headings: Font | None = Field(None, description="The font of headings.")


class Footer(_Part):
    """What stands at the foot of each page after the links."""

    text: Text | None = Field(None, description="A sentence or two.")
    logos: tuple[FooterLogo, ...] = Field((), description="Logos, such as those of partners.")


class Organisation(_Part):
    """The body that publishes the site, for machines."""

    name: Text = Field(description="Its whole name.")
    url: WebAddress | None = Field(None, description="Its own site.")
    kind: Literal["government", "charity", "other"] = Field(
        "government", description="government, charity or other."
    )


class Brand(_Part):
    """Whose site it is, and what that looks like."""

    name: Text | None = Field(
        None,
        description="The name at the head of each page, in the place of the site's; leave it out "
        "where the logo says it.",
    )
    logo: Logo | None = Field(None, description="The logo at the head of each page.")
    icon: FilePath | None = Field(
        None,
        description="A square SVG or PNG for tabs and home screens; without it, the logo is used.",
    )
    colour: Colour | None = Field(
        None, description="The colour of links and lines where no mission has its own."
    )
    colour_dark: Colour | None = Field(
        None, description="The same for the dark scheme; without it, `colour` is lightened."
    )
    fonts: Fonts = Field(Fonts(), description="Fonts of your own.")
    footer: Footer = Field(Footer(), description="What stands at the foot of each page.")
    organisation: Organisation | None = Field(
        None, description="The body that publishes the site, for machines."
    )

    @property
    def emblems(self) -> Iterator[tuple[tuple[str | int, ...], str]]:
        """Each logo: the way to where it is written, and its path."""
        if self.logo:
            yield ("logo", "file"), self.logo.file
        if self.logo and self.logo.dark:
            yield ("logo", "dark"), self.logo.dark
        if self.icon:
            yield ("icon",), self.icon
        for number, one in enumerate(self.footer.logos):
            yield ("footer", "logos", number, "file"), one.file

    @property
    def letters(self) -> Iterator[tuple[tuple[str | int, ...], str]]:
        """Each font: the way to where it is written, and its path."""
        for name in ("text", "headings"):
            if font := getattr(self.fonts, name):
                yield ("fonts", name, "file"), font.file
