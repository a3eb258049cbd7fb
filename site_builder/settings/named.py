"""What the settings name, read from the disk: what people wrote, and the theme with its words."""

from dataclasses import replace

from site_builder.read.content import Content, read_content
from site_builder.read.kept.before import Before
from site_builder.read.problems import Problem
from site_builder.read.theme.site_theme import read_site_theme
from site_builder.read.theme.theme import Theme
from site_builder.settings.brand_slips import brand_files
from site_builder.settings.site_settings import Settings


def content_of(settings: Settings, before: Before | None = None) -> Content:
    """Return what people wrote; `before` is what needs no second look."""
    return read_content(
        settings.root,
        settings.docs_dir,
        before,
        settings.site_root,
        settings.files,
        addresses=settings.addresses,
        facts=settings.facts,
    )


def theme_of(settings: Settings) -> tuple[Theme, tuple[Problem, ...]]:
    """Return the theme with what the site puts over it, and what is wrong in that.

    Raises what `read_theme` raises.
    """
    theme, slips = read_site_theme(
        settings.theme,
        settings.root,
        settings.language,
        on_top=settings.theme_on_top,
        words=settings.words_file,
        terms=settings.own_terms,
    )
    said = theme.words.with_own(settings.own_words, settings.default_words)
    return replace(theme, brand=brand_files(settings), words=said), slips
