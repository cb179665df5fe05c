"""Fonts and lines: which face has a character, how wide words are, where lines break."""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import groupby
from pathlib import Path

import pygame


class Face(StrEnum):
    """The faces of the game, by their file's name."""

    HEAD = "Oswald-Medium"
    HEAD_BOLD = "Oswald-Bold"
    TEXT = "PTSerif-Regular"
    TEXT_BOLD = "PTSerif-Bold"
    TEXT_ITALIC = "PTSerif-Italic"
    TYPED = "SpecialElite-Regular"
    MONO = "PTMono-Regular"
    HAN = "NotoSerifSC-Regular"
    HAN_HEAD = "NotoSansSC-Medium"
    SYMBOLS = "Symbols"


SANS = (Face.HEAD, Face.HEAD_BOLD)


def others(face: Face) -> tuple[Face, ...]:
    """Return where to look for a character that `face` has not got."""
    han = Face.HAN_HEAD if face in SANS else Face.HAN
    cyrillic = Face.MONO if face is Face.TYPED else Face.TEXT
    return (cyrillic, han, Face.SYMBOLS)


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a line in one face."""

    text: str
    face: Face


class Fonts:
    """The fonts of a folder, opened when first used."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        coverage = json.loads((folder / "coverage.json").read_text(encoding="utf-8"))
        self._spans = {Path(name).stem: spans for name, spans in coverage.items()}
        self.open = lru_cache(maxsize=64)(self._open)
        self.face_for = lru_cache(maxsize=8192)(self._face_for)

        self.width = lru_cache(maxsize=4096)(self._width)
        self.wrap = lru_cache(maxsize=1024)(self._wrap)
        self._letters = lru_cache(maxsize=32)(self._covered)

    def _open(self, face: Face, px: int) -> pygame.font.Font:
        if not pygame.font.get_init():
            pygame.font.init()
        return pygame.font.Font(self.folder / f"{face}.ttf", px)

    def _covered(self, face: Face) -> frozenset[str]:
        """Return every character a face has."""
        spans = self._spans.get(face, ())
        return frozenset(chr(code) for first, last in spans for code in range(first, last + 1))

    def has(self, face: Face, character: str) -> bool:
        """Return whether a face has a character."""
        return character in self._letters(face)

    def runs(self, text: str, face: Face) -> tuple[Run, ...]:
        """Split a text where its face lacks a character."""
        if self._letters(face).issuperset(text):  # nearly always
            return (Run(text, face),) if text else ()
        runs = groupby(text, lambda character: self.face_for(character, face))
        return tuple(Run("".join(characters), chosen) for chosen, characters in runs)

    def _face_for(self, character: str, face: Face) -> Face:
        """Return the face that a character is set in where a text is set in `face`."""
        if self.has(face, character):
            return face
        return next((one for one in others(face) if self.has(one, character)), face)

    def _width(self, text: str, face: Face, px: int, spacing: int = 0) -> int:
        """Return how wide a text is; `spacing` is added after each character."""
        runs = self.runs(text, face)
        if not spacing:
            return sum(self.open(run.face, px).size(run.text)[0] for run in runs)
        # spaced letters are set one by one, so that no kerning brings them together
        letters = ((self.open(run.face, px), letter) for run in runs for letter in run.text)
        return sum(font.size(letter)[0] + spacing for font, letter in letters)

    def height(self, face: Face, px: int) -> int:
        """Return the distance from one line to the next."""
        return round(px * (1.3 if face in SANS else 1.38))

    def _wrap(
        self, text: str, face: Face, px: int, width: int, spacing: int = 0
    ) -> tuple[str, ...]:
        """Return `text` in lines no wider than `width`; a word wider than that is broken."""
        lines: list[str] = []
        for paragraph in text.split("\n"):
            line = ""
            for word in paragraph.split(" "):
                trial = f"{line} {word}" if line else word
                if self._width(trial, face, px, spacing) <= width:  # not kept: nobody asks again
                    line = trial
                    continue
                if line:
                    lines.append(line)
                *whole, line = self._broken(word, face, px, width, spacing)
                lines += whole
            lines.append(line)
        return tuple(lines)

    def _broken(self, word: str, face: Face, px: int, width: int, spacing: int) -> list[str]:
        """Break a word that is too wide by itself."""
        pieces = [""]
        for character in word:
            if pieces[-1] and self._width(pieces[-1] + character, face, px, spacing) > width:
                pieces.append("")
            pieces[-1] += character
        return pieces
