"""The pages of the site, in rooms by subject."""
