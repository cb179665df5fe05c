"""Arguing with the model: a number, a reason, a source, and what comes of it."""
