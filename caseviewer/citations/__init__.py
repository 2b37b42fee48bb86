"""How a source is cited: styles, the engine, pinpoints, the source's own string, defects."""
