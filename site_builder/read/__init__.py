"""Files to typed items: what people wrote, each part of it checked for its shape."""
