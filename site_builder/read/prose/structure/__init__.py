"""Which lines of a text are a list, a quotation, a table, code or HTML."""
