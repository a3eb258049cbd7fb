"""The data: what the pages show, as files for researchers, with a page on each table."""
