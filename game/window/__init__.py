"""The window: the loop, the stack of screens, sound, pads, what helps a reader."""
