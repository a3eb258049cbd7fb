"""Turn Markdown case studies and council summaries into a public record of missions.

The folders, in this order, are the sentence: read, relate, check, compose, publish.
`build.py` runs them.
"""
