"""Every setting of a site, read from `mkdocs.yml` by either door, checked in one place."""

from site_builder.settings.brand import Brand
from site_builder.settings.brand_slips import brand_files
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

__all__ = [
    "WRITTEN",
    "Brand",
    "DiskPath",
    "FolderPath",
    "Licence",
    "Settings",
    "SettingsError",
    "brand_files",
    "read_settings",
    "theme_folder",
]
