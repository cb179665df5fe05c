"""A woodcut map of plain shapes in degrees; it knows no word of the game."""
