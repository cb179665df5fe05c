"""The game read out: what is said is computed from the sheet, the voice is found at run time."""
