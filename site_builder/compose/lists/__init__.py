"""Lists of things: cards, filters, timelines, letters, and the parts they are cut into."""
