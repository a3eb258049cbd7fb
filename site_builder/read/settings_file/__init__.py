"""`mkdocs.yml` as it is written: its values, where each stands, and which names it may use."""
