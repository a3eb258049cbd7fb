"""The record as a graph and as rows."""
