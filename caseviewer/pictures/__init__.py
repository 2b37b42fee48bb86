"""How it is drawn: the timeline and the diagram of parties as plain geometry."""
