"""The tabs and what holds them, one a file."""
