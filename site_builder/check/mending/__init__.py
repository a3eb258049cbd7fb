"""Mending: what has one right answer is put right, and nothing else in a file is touched."""
