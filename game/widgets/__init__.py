"""The parts screens are made of: they draw and know no word of the game."""
