"""Windows that open on top for a moment."""
