"""Feeds: which there are, what is in each, and how much."""
