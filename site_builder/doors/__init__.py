"""The ways in: the command line, MkDocs, the preview, and what writes files for people."""
