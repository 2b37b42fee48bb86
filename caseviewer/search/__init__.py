"""How it is found: folding, matching."""
