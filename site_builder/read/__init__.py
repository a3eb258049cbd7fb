"""Files to typed items; the only stage that reads what authors write."""
