"""How a bundle gets in: container, reader, positions of errors, checks."""
