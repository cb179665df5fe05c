"""The game in the terminal: plain lines, one prompt, nothing that a screen reader would stumble on.

`stages` turns a desk into pages of text, `answers` turns a line typed into what follows from it;
both are pure. `loop` carries it out with two functions, one that reads a line and one that writes.
"""
