"""Fonts and lines: which face has a character, how wide words are, where lines break."""

from __future__ import annotations

import json
from array import array
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from copy import copy
from enum import StrEnum
from functools import lru_cache
from itertools import accumulate, groupby, takewhile
from pathlib import Path
from typing import TypeAlias

import pygame

from game.frozen import dataclass
from game.punctuation import printed


class Face(StrEnum):
    """The faces of the game, by their file's name."""

    HEAD = "Oswald-Medium"
    HEAD_BOLD = "Oswald-Bold"
    TEXT = "PTSerif-Regular"
    TEXT_BOLD = "PTSerif-Bold"
    TEXT_ITALIC = "PTSerif-Italic"
    SANS = "PTSans-Regular"
    SANS_BOLD = "PTSans-Bold"
    SANS_ITALIC = "PTSans-Italic"
    CLEAR = "OpenDyslexic-Regular"
    CLEAR_BOLD = "OpenDyslexic-Bold"
    CLEAR_ITALIC = "OpenDyslexic-Italic"
    TYPED = "SpecialElite-Regular"
    MONO = "PTMono-Regular"
    HAN = "NotoSerifSC-Regular"
    HAN_HEAD = "NotoSansSC-Medium"
    HAN_MORE = "NotoSerifSC-More"
    SYMBOLS = "Symbols"


HEADS = (Face.HEAD, Face.HEAD_BOLD)
TYPEWRITTEN = (Face.TYPED, Face.MONO)
"""Faces of machines with one apostrophe and one dash."""
CLEAR = (Face.CLEAR, Face.CLEAR_BOLD, Face.CLEAR_ITALIC)
INSTEAD: dict[str, dict[Face, Face]] = {
    "serif": {},
    "sans": {
        Face.TEXT: Face.SANS,
        Face.TEXT_BOLD: Face.SANS_BOLD,
        Face.TEXT_ITALIC: Face.SANS_ITALIC,
    },
    "dyslexia": {
        Face.TEXT: Face.CLEAR,
        Face.TEXT_BOLD: Face.CLEAR_BOLD,
        Face.TEXT_ITALIC: Face.CLEAR_ITALIC,
        Face.TYPED: Face.CLEAR,
        Face.MONO: Face.CLEAR,
    },
}
"""The faces for reading that a player may choose, and what each sets in place of the first."""
LETTER = 0.45
"""How wide a letter is, as a share of its height: a guess where a line may end, then measured."""
SHARE = dict.fromkeys(CLEAR, 0.86)
"""How much smaller a face is opened, so that its letters are about as tall as those of others."""


def others(face: Face) -> tuple[Face, ...]:
    """Return where to look for a character that `face` has not got."""
    han = Face.HAN_HEAD if face in HEADS else Face.HAN
    cyrillic = {Face.TYPED: Face.MONO} | dict.fromkeys(CLEAR, Face.SANS)
    return (cyrillic.get(face, Face.TEXT), han, Face.HAN_MORE, Face.SYMBOLS)


Codes: TypeAlias = "array[int]"
"""Numbers of characters, rising."""
NONE: tuple[Codes, Codes] = array("I"), array("I")
"""What a face covers that is not known."""


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a line in one face."""

    text: str
    face: Face


def _ends(spans: Sequence[tuple[int, int]]) -> tuple[Codes, Codes]:
    """Return the first and the last characters of spans: thousands of pairs take a megabyte."""
    return array("I", [first for first, _ in spans]), array("I", [last for _, last in spans])


class Fonts:
    """The fonts of a folder, opened when first used."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        coverage = json.loads((folder / "coverage.json").read_text(encoding="utf-8"))
        self._spans = {Path(name).stem: _ends(spans) for name, spans in coverage.items()}
        self._files = {Path(name).stem: folder / name for name in coverage}
        self.instead: Mapping[Face, Face] = {}
        """The faces that the player wants in place of others."""
        self.spacing = 100
        """The distance between lines, in per cent of the usual one."""
        self.open = lru_cache(maxsize=64)(self._open)
        self.face_for = lru_cache(maxsize=8192)(self._face_for)
        self.read_in = lru_cache(maxsize=4)(self._read_in)
        self._measured = lru_cache(maxsize=4096)(self._width)
        self._wrapped = lru_cache(maxsize=1024)(self._wrap)
        self._alone = lru_cache(maxsize=8192)(self._advance)
        self._found: dict[Face, set[str]] = defaultdict(set)
        """Characters that were looked for in a face and found."""

    def _read_in(self, reading: str, spacing: int) -> Fonts:
        """Return the same fonts as a player wants to read them; what is measured is shared."""
        fonts = copy(self)
        fonts.instead, fonts.spacing = INSTEAD[reading], spacing
        return fonts

    def face(self, face: Face) -> Face:
        """Return the face in which a text is set that asks for `face`."""
        return self.instead.get(face, face)

    def _open(self, face: Face, px: int) -> pygame.font.Font:
        if not pygame.font.get_init():
            pygame.font.init()
        return pygame.font.Font(self._files[face], round(px * SHARE.get(face, 1)))

    def _has_all(self, face: Face, text: str) -> bool:
        """Return whether a face has every character of a text."""
        found = self._found[face]
        if not found.issuperset(text):  # seldom: a language has few characters
            found.update(one for one in text if self.has(face, one))
        return found.issuperset(text)

    def has(self, face: Face, character: str) -> bool:
        """Return whether a face has a character."""
        (firsts, lasts), code = self._spans.get(face, NONE), ord(character)
        place = bisect_right(firsts, code)
        return place > 0 and code <= lasts[place - 1]

    def runs(self, text: str, face: Face) -> tuple[Run, ...]:
        """Split a text where its face lacks a character; its signs are those of a printer."""
        text = text if face in TYPEWRITTEN else printed(text)
        if self._has_all(face, text):  # nearly always
            return (Run(text, face),) if text else ()
        runs = groupby(text, lambda character: self.face_for(character, face))
        return tuple(Run("".join(characters), chosen) for chosen, characters in runs)

    def _face_for(self, character: str, face: Face) -> Face:
        """Return the face that a character is set in where a text is set in `face`."""
        if self.has(face, character):
            return face
        return next((one for one in others(face) if self.has(one, character)), face)

    def width(self, text: str, face: Face, px: int, spacing: int = 0) -> int:
        """Return how wide a text is; `spacing` is added after each character."""
        return self._measured(text, self.face(face), px, spacing)

    def _width(self, text: str, face: Face, px: int, spacing: int) -> int:
        runs = self.runs(text, face)
        if not spacing:
            return sum(self.open(run.face, px).size(run.text)[0] for run in runs)
        # spaced letters are set one by one, so that no kerning brings them together
        letters = ((run.face, px, letter) for run in runs for letter in run.text)
        return sum(self._alone(*letter) + spacing for letter in letters)

    def _advance(self, face: Face, px: int, letter: str) -> int:
        """Return how wide a letter is by itself, in a face that has it."""
        return self.open(face, px).size(letter)[0]

    def height(self, face: Face, px: int) -> int:
        """Return the distance from one line to the next."""
        spacing = 100 if face in HEADS else self.spacing  # labels stand alone
        return round(self.body(self.face(face), px) * spacing / 100)

    @staticmethod
    def body(face: Face, px: int) -> int:
        """Return how tall a line of a face is itself."""
        return round(px * (1.3 if face in HEADS else 1.57 if face in CLEAR else 1.38))

    def wrap(self, text: str, face: Face, px: int, width: int, spacing: int = 0) -> tuple[str, ...]:
        """Return `text` in lines no wider than `width`; a word wider than that is broken."""
        return self._wrapped(text, self.face(face), px, width, spacing)

    def _wrap(self, text: str, face: Face, px: int, width: int, spacing: int) -> tuple[str, ...]:
        lines: list[str] = []
        set_in, letters = (face, px, spacing), round(width / (px * LETTER + spacing))
        for paragraph in text.split("\n"):
            words = paragraph.split(" ")
            while words:
                while len(words) > 1 and not words[0]:  # no line begins with a space
                    del words[0]
                count = self._fitting(words, set_in, width, letters)
                if not count:
                    *whole, words[0] = self._broken(words[0], face, px, width, spacing)
                    lines += whole
                    count = max(self._fitting(words, set_in, width, letters), 1)
                lines.append(" ".join(words[:count]))
                letters, words = len(lines[-1]) if words[count:] else letters, words[count:]
        return tuple(lines)

    def _fitting(
        self, words: list[str], set_in: tuple[Face, int, int], width: int, letters: int
    ) -> int:
        """Return how many words fit on a line: few are measured, those near a guess in letters."""

        def fits(count: int) -> bool:  # not kept: nobody asks again
            return self._width(" ".join(words[:count]), *set_in) <= width

        ends = accumulate(len(word) + 1 for word in words)
        count = sum(1 for _ in takewhile(lambda end: end <= letters + 1, ends))
        if count == len(words) or not fits(count + 1):
            while count and not fits(count):
                count -= 1
            return count
        count += 1
        while count < len(words) and fits(count + 1):
            count += 1
        return count

    def _broken(self, word: str, face: Face, px: int, width: int, spacing: int) -> list[str]:
        """Break a word that is too wide by itself."""
        pieces = [""]
        for character in word:
            if pieces[-1] and self._width(pieces[-1] + character, face, px, spacing) > width:
                pieces.append("")
            pieces[-1] += character
        return pieces
