"""What real Chromium makes of the published site."""
