"""The kinds of value that a field of front matter can hold."""
