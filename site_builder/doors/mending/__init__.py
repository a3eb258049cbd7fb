"""Fixes for files of `content/`: proposed, shown as a difference, and only then written."""
