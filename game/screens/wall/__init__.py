"""The wall: what the projector shows a class, and what only a class has."""
