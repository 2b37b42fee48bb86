"""What a case is: records, dates and the links between them."""
