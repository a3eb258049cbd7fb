"""Rules about fields that every type may have."""
