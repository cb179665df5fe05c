"""Six Telegrams: an interactive decision simulation; what it is about stands in `scenarios/`."""
