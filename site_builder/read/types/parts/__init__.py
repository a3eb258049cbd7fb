"""Parts that several content types share."""
