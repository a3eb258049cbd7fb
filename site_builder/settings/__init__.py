"""Every setting of a site, read from `mkdocs.yml` by either door, checked in one place."""

from site_builder.settings.reading import read_settings
from site_builder.settings.settings_error import SettingsError
from site_builder.settings.site_settings import (
    WRITTEN,
    DiskPath,
    FolderPath,
    Licence,
    Settings,
)
from site_builder.settings.theme_folder import theme_folder
from site_builder.settings.theme_of_site import theme_of

__all__ = [
    "WRITTEN",
    "DiskPath",
    "FolderPath",
    "Licence",
    "Settings",
    "SettingsError",
    "read_settings",
    "theme_folder",
    "theme_of",
]
