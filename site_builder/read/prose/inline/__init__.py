"""What stands within a line: emphasis, addresses, and the parser made quick about both."""
