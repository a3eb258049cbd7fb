"""Everything that has a day: what happened, what changed, what one can come to."""
