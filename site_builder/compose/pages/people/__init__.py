"""Stewards, mandate letters, deliberations, events, and taking part."""
