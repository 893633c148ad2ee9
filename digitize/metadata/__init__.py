"""Who, when and what: the masthead and the folios read into the issue record."""
