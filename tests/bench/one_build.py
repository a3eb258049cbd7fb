"""Build one site and say how many files were rendered and how many were kept."""

import sys
from pathlib import Path

from site_builder.build import build
from site_builder.settings import read_settings

if __name__ == "__main__":
    published = build(read_settings(Path(sys.argv[1]) / "mkdocs.yml")).published
    sys.stdout.write(f"{len(published.rendered)} {published.kept}\n")
