"""What was computed, in words: for every front end."""
