"""Files of one's own: what stands in `content/files/` and `content/root/`, and may be published."""
