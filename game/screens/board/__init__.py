"""The board: every line of a campaign at once, and what one may wish to see of it."""
