"""What is wrong with the folders and files that settings name."""

from collections.abc import Iterator

from site_builder.read.front_matter.faults import quoted
from site_builder.read.place.facts import DEFAULT
from site_builder.read.problems import Problem
from site_builder.read.theme.words import languages, words_file
from site_builder.settings.found import Found
from site_builder.settings.site_settings import Settings


def overlaps(settings: Settings, found: Found) -> Iterator[Problem]:
    """Yield a problem when the site and what people write would stand in one another."""
    content, target = settings.content.resolve(), settings.target.resolve()
    if not content.is_relative_to(settings.root) or content == settings.root:
        what = (
            f"`docs_dir` is {quoted(settings.docs_dir)}, which is not a folder beside the settings."
        )
        yield found.place("docs_dir").problem(what, "Name a folder in the folder of the settings.")
    elif target.is_relative_to(content) or content.is_relative_to(target):
        what = f"`site_dir` is {quoted(settings.site_dir)}, which overlaps with `docs_dir`."
        yield found.place("site_dir").problem(what, "Choose another folder for the site.")


def no_theme(settings: Settings, found: Found) -> Iterator[Problem]:
    """Yield a problem for a folder or a file of the site's own that is not there, or no use."""
    place, folder = found.place("theme_dir"), settings.theme
    what = f"`custom_dir` is {quoted(settings.theme_dir)}, "
    if settings.theme_on_top and not settings.theme_on_top.is_dir():
        fix = "Make the folder; it holds only the files that differ from the theme `civic`."
        yield place.problem(f"{what}and there is no such folder.", fix)
    elif not (folder / "layouts").is_dir():
        why = "which holds no theme" if folder.is_dir() else "and there is no such folder"
        fix = "Name a folder with a copy of the theme `civic`; it has a folder `layouts`."
        yield place.problem(f"{what}{why}.", fix)
    else:
        yield from _no_words(settings, found)


def no_clocks(settings: Settings, found: Found) -> Iterator[Problem]:
    """Yield a problem for a place elsewhere of which nothing says what its clocks show."""
    place = settings.place
    if place.country != DEFAULT.country and not place.time_zone:
        what = f"`place.country` is {quoted(place.country)}, and nothing says what its clocks show."
        fix = "Add `time_zone` under `place`, for example: America/Toronto"
        yield found.place("place", "country").problem(what, fix)


def _no_words(settings: Settings, found: Found) -> Iterator[Problem]:
    """Yield a problem when the theme has no words in the site's language, or a file is missing."""
    folders = [folder / "words" for folder in settings.theme_folders]
    known, language = languages(folders), settings.language
    if known and not words_file(folders, language):
        what = f"`language` is {quoted(language)}, and the theme has no words in it."
        name = f"words/{language.partition('-')[0]}.yml"
        fix = f"It has {', '.join(known)}; to add one, put a whole {name} into your `custom_dir`."
        yield found.place("language").problem(what, fix)
    if settings.words_file and not settings.words_file.is_file():
        what = f"`words` is {quoted(settings.words)}, and there is no such file."
        yield found.place("words").problem(what, "Name a file, seen from the settings.")
