"""The files of a site's brand: its logo and its fonts."""
