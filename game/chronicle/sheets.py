"""The paper that a chronicle is set on: faces, headings, statements, tables, figures, line by line.

Nothing of fpdf2 is met outside this module and `paper`. The same chronicle gives the same bytes
with the same fpdf2: the file's date is always the same one.
"""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Literal

from fpdf import FPDF, XPos, YPos
from fpdf.enums import TableBordersLayout, TextEmphasis
from fpdf.fonts import CoreFont, FontFace, TextStyle, TTFFont

from game.diagrams.marks import Picture, Words
from game.diagrams.svg import PRINTED, bare
from game.punctuation import printed

SERIF, SANS, HEAD, MONO = "serif", "sans", "head", "mono"
PaperSize = Literal["A4", "Letter"]
FACES = {
    (SERIF, ""): "PTSerif-Regular", (SERIF, "B"): "PTSerif-Bold", (SERIF, "I"): "PTSerif-Italic",
    (SANS, ""): "PTSans-Regular", (SANS, "B"): "PTSans-Bold", (HEAD, ""): "Oswald-Medium",
    (MONO, ""): "PTMono-Regular",
    ("symbols", ""): "Symbols", ("han", ""): "NotoSerifSC-Regular",
    ("more", ""): "NotoSerifSC-More",
}  # fmt: skip
"""The file of each family and style; half the time of a short file goes into reading them all."""
OTHERS = ("symbols", "han", "more")
"""What helps out, in this order, where a face lacks a character; the last has the rare letters."""
NO_LETTER = "\N{WHITE SQUARE}"
SOFT_HYPHEN = "\N{SOFT HYPHEN}"
"""Where a word may be broken; it has no look of its own."""
NO_DAY = datetime(1970, 1, 1, tzinfo=UTC)
"""The date in the file, as in builds that can be repeated."""
MARGIN = 54.0
INK, FAINT, MARK = (29, 23, 19), (95, 81, 56), (168, 40, 30)
TEXT = 10.5
LEADING = 1.42
HEADS = (
    TextStyle(HEAD, "", 20, MARK, t_margin=18, b_margin=4),
    TextStyle(HEAD, "", 14, INK, t_margin=12, b_margin=2),
    TextStyle(HEAD, "", 12, INK, t_margin=8, b_margin=2),
)
"""Of the three levels of headings."""
WITH_HEADING = (130.0, 112.0, 95.0)
"""Room a heading needs below it, or it goes to the next page."""


class Sheets(FPDF):
    """Pages with a number at the foot of each."""

    def __init__(
        self, fonts: Path, title: str, size: PaperSize = "A4", *, begin: bool = True
    ) -> None:
        super().__init__(unit="pt", format=size)
        self.set_creation_date(NO_DAY)
        self._files = fonts
        self.set_title(title)
        self.set_lang("en")
        self.set_margins(MARGIN, MARGIN)
        self.set_auto_page_break(auto=True, margin=MARGIN + 10)
        self.set_section_title_styles(*HEADS)
        self.name = title
        self.set_font(SERIF, "", TEXT)
        if begin:
            self.add_page()

    def set_font(
        self, family: str | None = None, style: str | TextEmphasis = "", size: float = 0
    ) -> None:
        """Choose a face; its file is read when it is first chosen. fpdf2 too calls this."""
        emphasis = style.style if isinstance(style, TextEmphasis) else style
        self._open(family or self.font_family, emphasis)
        super().set_font(family, style, size)

    def _open(self, family: str, emphasis: str = "") -> None:
        """Read the file of a face unless that is done."""
        if f"{family}{emphasis}" not in self.fonts:
            self.add_font(family, emphasis, self._files / f"{FACES[family, emphasis]}.ttf")

    def normalize_text(self, text: str) -> str:
        """Return a text as it is set, with a printer's signs: a letter that no face has is a box.

        fpdf2 calls this for all that is written. A face that helps out is opened once one of its
        letters is there: that of the rarer Chinese letters is large.
        """
        text = text if self.font_family == MONO else printed(text)
        strange = {ord(one) for one in text if not one.isspace() and one != SOFT_HYPHEN}
        strange = missing(strange, self.current_font)
        for family in OTHERS:
            if strange:
                self._open(family)
                strange = missing(strange, self.fonts[family])
        self.set_fallback_fonts([one for one in OTHERS if one in self.fonts], exact_match=False)
        return super().normalize_text(text.translate(dict.fromkeys(strange, NO_LETTER)))

    def written(self) -> bytes:
        """Return the whole file, and let go of the files of the faces."""
        made = bytes(self.output())
        self.let_go()
        return made

    def let_go(self) -> None:
        """Close the files of the faces; nothing can be written any more."""
        for font in self.fonts.values():
            if isinstance(font, TTFFont):
                font.ttfont.close()

    def footer(self) -> None:
        """Write the title and the page's number; fpdf2 calls this at each page's end."""
        self.set_y(-MARGIN + 6)
        self.set_font(HEAD, "", 8)
        self.set_text_color(*FAINT)
        self.cell(self.epw / 2, 10, self.name)
        self.cell(self.epw / 2, 10, f"{self.page_no()} / {{nb}}", align="R")

    def heading(self, text: str, level: int, below: float = 0.0) -> None:
        """Write a heading of a level, from 0; it stands in the outline, and never alone.

        Args:
            text: the heading.
            level: 0 for the largest.
            below: how tall that is from which it must not be parted, such as a picture.
        """
        if self.will_page_break(WITH_HEADING[level] + below):
            self.add_page()
        self.start_section(text, level)

    def paragraph(self, text: str, style: str = "", size: float = TEXT) -> None:
        """Write a paragraph."""
        self.set_font(SERIF, style, size)
        self.set_text_color(*(FAINT if style == "I" else INK))
        self.multi_cell(
            self.epw, size * LEADING, text, align="L", new_x=XPos.LMARGIN, new_y=YPos.NEXT
        )
        self.ln(3)

    def statement(self, title: str, grade: str, text: str, links: list[tuple[int, int]]) -> None:
        """Write a statement: title and grade, then its words, then the numbers of its sources.

        Args:
            title: the heading.
            grade: how sure we are.
            text: what is said.
            links: the numbers of its sources, each with the link to its place in the list.
        """
        if self.will_page_break(3 * TEXT * LEADING):
            self.add_page()
        high = TEXT * LEADING
        self.ln(3)
        self.piece(title, SERIF, "B", TEXT)
        self.piece(f"  {grade.upper()}", SANS, "", 7.5, FAINT)
        self.ln(high)
        self.piece(text, SERIF, "", TEXT)
        if links:
            self.piece("  Sources " if len(links) > 1 else "  Source ", SERIF, "I", 9, FAINT)
        for place, (number, link) in enumerate(links):
            self.set_text_color(*FAINT)
            self.write(high, f"{', ' if place else ''}{number}", link=link)
        self.ln(high + 2)

    def piece(
        self,
        text: str,
        family: str,
        emphasis: str,
        size: float,
        colour: tuple[int, int, int] = INK,
    ) -> None:
        """Write a part of a line."""
        self.set_font(family, emphasis, size)
        self.set_text_color(*colour)
        self.write(TEXT * LEADING, text)

    def rows(self, caption: str, head: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> None:
        """Write a table; its head is written again on each page."""
        if self.will_page_break(80):
            self.add_page()
        self.paragraph(caption, "I", 9.5)
        self.set_font(SERIF, "", 9.5)
        self.set_text_color(*INK)
        self.set_draw_color(189, 169, 122)
        self._open(SANS, "B")  # fpdf2 looks whether it is there before it chooses it
        bold = FontFace(family=SANS, emphasis="BOLD", size_pt=9)
        with self.table(
            borders_layout=TableBordersLayout.HORIZONTAL_LINES,
            text_align="LEFT", v_align="TOP", headings_style=bold, line_height=12.5, padding=3,
            col_widths=_widths(head, rows),
        ) as table:  # fmt: skip
            for cells in (head, *rows):
                row = table.row()
                for cell in cells:
                    row.cell(cell)
        self.ln(6)

    def picture(self, picture: Picture, width: float) -> None:
        """Draw a picture from the left margin on, as wide as told, and go on below it."""
        scale = width / picture.width
        high = picture.height * scale
        if self.will_page_break(high + 30):
            self.add_page()
        left, top = self.l_margin, self.get_y() + 6
        shapes = BytesIO(bare(picture, PRINTED).encode())
        self.image(shapes, left, top, width, high, title=picture.title, alt_text=picture.alt)
        with self.local_context():
            self.c_margin = 0.0
            for mark in picture.marks:
                if isinstance(mark, Words):
                    self._word(mark, left, top, scale)
        self.set_xy(self.l_margin, top + high + 6)

    def _word(self, mark: Words, left: float, top: float, scale: float) -> None:
        """Write a word of a picture: a line of its own, with its base line where it belongs."""
        size = mark.size * scale
        self.set_font(SANS, "B" if mark.bold else "", size)
        wide = self.get_string_width(mark.text)
        back = {"start": 0.0, "middle": wide / 2, "end": wide}[mark.anchor]
        colour = PRINTED[mark.tone]
        self.set_text_color(*(int(colour[n : n + 2], 16) for n in (1, 3, 5)))
        x = max(left + mark.x * scale - back, 0.0)  # fpdf2 counts negative ones from the right
        self.set_xy(x, top + mark.y * scale - size * 0.8)
        self.cell(wide, size, mark.text)


def missing(letters: set[int], font: CoreFont | TTFFont | None) -> set[int]:
    """Return which code points a face has no letter for."""
    assert isinstance(font, TTFFont), "all faces come from files"
    return {one for one in letters if one not in font.cmap}


def _widths(head: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> tuple[int, ...]:
    """Return how wide columns are to one another: by their longest cell, within bounds."""
    columns = zip(head, *rows, strict=True)
    return tuple(min(max(*map(len, column), 8), 48) for column in columns)
