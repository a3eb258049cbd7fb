"""Things of the record as any page, list or feed tells of them."""
