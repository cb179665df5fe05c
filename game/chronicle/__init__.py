"""The chronicle of a playthrough as a value, and its renderings: page, paper, tables."""
