"""What the game does without a window, one module a command."""
