"""The text of an item: Markdown to clean HTML, with its headings, links and images."""
