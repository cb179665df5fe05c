"""From the text an author wrote to a checked campaign, or to a list of every mistake in it."""
