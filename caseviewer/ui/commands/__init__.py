"""What actions do; the only place in the window that opens bundles."""
