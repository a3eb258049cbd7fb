"""The council, its promises and their ledger, and quarters."""
