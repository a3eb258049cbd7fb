"""Other ways to follow: the pages to subscribe from, calendars, and letters."""
