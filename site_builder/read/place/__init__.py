"""The place of a site: the facts that a body sets, and outlines for its map."""
