"""Case studies, what was learned in them, and the barriers they ran into."""
