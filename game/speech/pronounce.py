"""Texts as a voice should get them: signs and abbreviations in words, foreign letters left out."""

from __future__ import annotations

import re

FOLDERS = (
    r"(?:(?<=\s)|^)(?:[A-Za-z]:|~)?(?:[\\/][^\\/:\n]+)*[\\/]([^\\/:\n]+)[\\/]"
    r"([^\\/\s,]+?)(?=[.,]?(?:\s|$))"
)
"""Where a file is: of all its folders the last says enough."""
NO_CODE = r"(?<![A-Z]\d)(?<![A-Z]\d\d)(?<![A-Z]\d\d\d)"
"""What stands before is a number, not the end of four characters of a run code."""
WORDS = (
    (r"(?<=[a-z])'(?=(?:an|en|ou)\b)", "-"),  # pinyin: two syllables, neither swallowed
    (r"№\s*", "number "),
    (r"(?<=\d)\s?%", " per cent"),
    (r"(?<=\d)\s?km\b", " kilometres"),
    (r"-\d{8}-\d{6}-\d+(?=\.\w)", ""),  # the moment in a file's name
    (FOLDERS, r"\2, in the folder \1"),
    (rf"{NO_CODE}(?<=\d)\s*[–-]\s*(?=\d)(?!\d*[A-Z])", " to "),
    (r"(?<=\d)\s*→\s*(?=[−\d])", " to "),
    (r"(?<!\S)\?(?=[,;:])", "question mark"),
    (r"(?<!\S)>(?=[,;:])", "greater than"),
    (r"(?<![\w\d])[−-](?=\d)", "minus "),
    (r"(?<![\w\d])\+(?=\d)", "plus "),
    (r"\s×\s", " times "),
    (r"(?<!\S)\+\s", "plus "),
    (r"(?<!\S)−\s", "minus "),
    (r"(?<!\S)=\s", "even: "),
    (r"\bed\.(?=\s)", "edited by"),
    (r"\bvol\.(?=\s)", "volume"),
    (r"\bpp?\.(?=\s*\d)", "page"),
    (r"\bca?\.(?=\s*\d)", "about"),
    (r"\bcf\.(?=\s)", "compare"),
    (r"\be\.g\.", "for example"),
    (r"\bi\.e\.", "that is"),
    (r"\bGen\.(?=\s)", "General"),
    (r"\bvs\.?(?=\s)", "against"),
    (r"_$", ""),
)
"""What is written, and what is said for it."""
PAUSES = r"\s*(?:·|—|\s–\s|→|\n)\s*"
"""What is only a pause when it is heard."""
LETTERS = r"[\u0400-\u04ff\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]+"
FOREIGN = rf"{LETTERS}(?:[\s,]*{LETTERS})*"
"""Cyrillic and Chinese: an English voice spells such letters one by one."""
END = ".!?:;,"


def pronounced(text: str) -> str:
    """Return a text as it is said."""
    said = re.sub(FOREIGN, "", text)
    said = re.sub(r"\(\s*[,;]?\s*\)", "", said)
    for written, word in WORDS:
        said = re.sub(written, word, said)
    said = re.sub(PAUSES, ", ", said)
    said = re.sub(r"([.!?:;,])(?:\s*,)+", r"\1", said)
    said = re.sub(r"\s+([.!?:;,])(?!\w)", r"\1", said)
    said = re.sub(r"\.{2,}", ".", said)
    said = re.sub(r"\s+", " ", said).strip(" ,")
    return said if re.search(r"\w", said) else ""


def sentence(*parts: str) -> str:
    """Return some parts as one sentence, with a pause between them and a stop at the end."""
    said = [one for one in map(pronounced, parts) if one]
    joined = ""
    for one in said:
        joined += ("" if not joined else " " if joined[-1] in END else ", ") + one
    return joined if not joined or joined[-1] in ".!?" else joined.rstrip(END) + "."
