"""Signs as a printer sets them. Texts are typed with the signs of a keyboard and shown with these.

One character stands for one: whoever counts characters of a text counts the same after it.
"""

from __future__ import annotations

import re

YEARS = re.compile(r"(?<!\d)(1[89]\d\d|20\d\d)-(?=(?:\d{4}|1[3-9]|[2-9]\d)(?![\d-]))")
"""Two years with a hyphen between; a month, as in 1900-07, is no year."""
CLOSING = re.compile(r"(?<=[^\s(\[])'")
"""An apostrophe, or the end of a quotation: something stands before it."""


def printed(text: str) -> str:
    """Return a text with curved apostrophes and with dashes between years."""
    if "'" in text:
        text = CLOSING.sub("\N{RIGHT SINGLE QUOTATION MARK}", text)
        text = text.replace("'", "\N{LEFT SINGLE QUOTATION MARK}")
    return YEARS.sub("\\1\N{EN DASH}", text) if "-" in text else text
