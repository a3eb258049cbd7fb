"""Outlines of countries and of their first divisions, of which the map of a site draws one."""
