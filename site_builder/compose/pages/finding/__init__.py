"""Home, plain pages, the A to Z, changes, and the first hundred days."""
