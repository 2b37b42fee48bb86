"""How a record reads: words for people, made from the records."""
