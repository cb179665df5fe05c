"""What the columns of a lesson's table mean; it goes out with every table."""

from __future__ import annotations

COLUMNS = (
    ("room", "code of the room", ""),
    ("campaign", "id of the campaign", ""),
    ("version", "its version", ""),
    ("telegram", "number of the telegram", "from 1"),
    ("scenario", "id of the telegram", ""),
    ("way", "how the council decided: each, seat, chair, unanimous, hands, slips", ""),
    ("pupil", "a number within this lesson; a name where names were asked for", ""),
    ("seat", "id of the seat from which the pupil spoke", ""),
    ("response", "id of what the pupil spoke for; empty if they did not vote", ""),
    ("letter", "its letter", ""),
    ("reason", "why, in the pupil's words; only where names were asked for", ""),
    ("sent", "id of the answer that the class sent", ""),
    ("history", "id of the answer of history, as far as it is known", ""),
    ("voices", "voices for the answer that was sent", "voices"),
    ("estimate", "id of the estimate on which the points of the next column were spread", ""),
    ("points", "the pupil's points on each answer, lowest answer first, with semicolons", "of 50"),
    ("came", "number of the answer that came true", "from 1"),
)
"""Name, meaning and unit of every column. One row is one pupil, one telegram and one estimate."""
