"""Rules about titles, summaries and headings."""
