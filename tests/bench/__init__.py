"""How much work a whole build is, on real and on made-up sites of any size."""
