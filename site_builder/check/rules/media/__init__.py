"""Rules about tables, films, sound and passages in another language."""
