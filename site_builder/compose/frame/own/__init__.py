"""What is a site's own on every page: its files and its brand."""
