"""Search: its page, and what it can find."""
