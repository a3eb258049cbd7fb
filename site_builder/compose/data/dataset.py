"""What the page of the data tells machines: a data set, its licence and its files."""

from site_builder.compose.data.files import DataFiles, File
from site_builder.compose.frame.frame import Frame
from site_builder.compose.frame.structured_data import Node, publisher_node
from site_builder.relate.menus import DATA

_FORMATS = {"json": "application/json", "csv": "text/csv"}


def dataset(frame: Frame, files: DataFiles) -> Node | None:
    """Return the data set in the words of schema.org; a site without an address offers none."""
    settings, root = frame.settings, frame.settings.site_root
    if not root:
        return None
    publisher = publisher_node(settings)
    licence = {"license": settings.licence.url} if settings.licence else {}
    return {
        "@type": "Dataset",
        "name": frame.say("data.dataset", site=settings.site_name),
        "description": frame.say("data.description"),
        "url": f"{root}{DATA}",
        **licence,
        "isAccessibleForFree": True,
        "creator": publisher,
        "publisher": publisher,
        "distribution": [_download(root, file) for file in _offered(files)],
    }


def _offered(files: DataFiles) -> tuple[File, ...]:
    """Return the files that the page names."""
    tables = (file for one in files.tables for file in (one.json, one.csv))
    return (files.graph.json, files.graph.csv, *tables)


def _download(root: str, file: File) -> Node:
    ending = file.address.rpartition(".")[2]
    return {
        "@type": "DataDownload",
        "contentUrl": f"{root}{file.address}",
        "encodingFormat": _FORMATS[ending],
    }
