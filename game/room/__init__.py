"""A class session as a value: events are folded into a room, requests answered with events."""
