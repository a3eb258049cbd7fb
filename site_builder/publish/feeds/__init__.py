"""Feeds and calendars as files, in each format."""
