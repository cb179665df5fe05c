"""Diagrams as values: curves, bars and graphs, laid out once for screen, page and paper alike."""
