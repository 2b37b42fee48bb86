"""How it is handed over: chronologies for other programs."""
