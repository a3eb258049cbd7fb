"""The theme as a site has it: with its own files over it, and its words for what its place has."""

from dataclasses import replace

from site_builder.read.problems import Problem
from site_builder.read.theme.site_theme import read_site_theme
from site_builder.read.theme.theme import Theme
from site_builder.settings.site_settings import Settings


def theme_of(settings: Settings) -> tuple[Theme, tuple[Problem, ...]]:
    """Return the theme with what the site puts over it, and what is wrong in that."""
    on_top, words = settings.theme_on_top, settings.words_file
    theme, slips = read_site_theme(settings.theme, settings.root, settings.language, on_top, words)
    said = theme.words.with_own(settings.own_words, settings.default_words)
    return replace(theme, words=said), slips
