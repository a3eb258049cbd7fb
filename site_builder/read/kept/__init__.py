"""What earlier builds found out, so that this one need not: it may be deleted at any time."""
