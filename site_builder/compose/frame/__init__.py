"""What composing any page needs: naming, head, menu, foot, prose, and old addresses."""
