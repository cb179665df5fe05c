"""The paper: a PDF with an outline, the game's faces, and a description of every picture."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable, Iterator

import pytest

from game.chronicle.chronicle import Chronicle
from game.chronicle.kept import fonts
from game.chronicle.paper import paper
from game.chronicle.qr import qr
from game.chronicle.sheets import HEAD, Sheets
from game.diagrams.marks import Field, Tone
from game.diagrams.svg import PRINTED
from tests.diagrams.test_diagrams import contrast


@pytest.fixture(scope="module")
def pdf(of_harbour: Chronicle) -> bytes:
    """The paper of the harbour."""
    return paper(of_harbour, fonts())


def test_the_same_chronicle_gives_the_same_paper(of_harbour: Chronicle, pdf: bytes) -> None:
    """Byte for byte: the hour at which it is made leaves no trace."""
    assert paper(of_harbour, fonts()) == pdf


def test_every_heading_stands_in_the_outline(of_harbour: Chronicle, pdf: bytes) -> None:
    """And a reader's program can list them."""
    assert pdf.count(b"/Dest") >= len(of_harbour.sections)
    assert b"/Outlines" in pdf


def test_every_picture_has_its_words(of_harbour: Chronicle, pdf: bytes) -> None:
    """The code is one more."""
    assert len(re.findall(rb"/Alt ", pdf)) == len(of_harbour.figures()) + 1


def test_faces_are_embedded_with_only_the_letters_in_use(pdf: bytes) -> None:
    """The file stays small."""
    assert pdf.count(b"/FontFile2") >= 4
    assert len(pdf) < 600_000


def test_its_language_and_title_are_told(pdf: bytes) -> None:
    """For a screen reader."""
    assert b"/Lang (en)" in pdf
    assert b"/Title" in pdf


def test_it_fills_as_many_pages_as_it_needs(pdf: bytes) -> None:
    """Each of the size of A4."""
    count = re.search(rb"/Count (\d+)", pdf)

    assert count is not None
    assert int(count[1]) == len(re.findall(rb"/Type /Page\b", pdf)) > 2
    assert b"/MediaBox [0 0 595.28 841.89]" in pdf


def test_whoever_plays_does_not_wait_for_the_paper() -> None:
    """Its libraries are loaded when a chronicle is made, and not before."""
    late = "{'fpdf', 'qrcodegen', 'numpy'}"
    ask = f"import game.window.play, sys; print(sorted({late} & set(sys.modules)))"
    found = subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, check=True)
    assert found.stdout.splitlines()[-1] == "[]"


def test_the_square_of_a_code_loads_nothing_that_reads_web_pages() -> None:
    """That takes six megabytes."""
    ask = (
        "import sys; from game.chronicle.qr import qr; qr('ABCD-EFGH'); "
        "print(sorted({'qrcodegen', 'ssl', 'email', 'PIL'} & set(sys.modules)))"
    )
    found = subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, check=True)
    assert found.stdout.splitlines()[-1] == "['qrcodegen']"


def test_a_code_is_dark_on_bright_with_room_around_it() -> None:
    """A camera finds it in every light."""
    picture = qr("BADO-KIFU-MELA")
    ground, *squares = (one for one in picture.marks if isinstance(one, Field))

    assert (ground.tone, ground.width) == (Tone.QUIET, picture.width)
    assert {one.tone for one in squares} == {Tone.DARK}
    assert min(one.x for one in squares) >= 16
    assert max(one.x + one.width for one in squares) <= picture.width - 16
    assert "BADO-KIFU-MELA" in picture.alt


SetOf = Callable[..., Sheets]


@pytest.fixture
def set_of() -> Iterator[SetOf]:
    """Return a function that gives sheets on which some texts are written."""
    made: list[Sheets] = []

    def written(*texts: str) -> Sheets:
        made.append(Sheets(fonts(), "What a player wrote"))
        for one in texts:
            made[-1].paragraph(one)
        return made[-1]

    yield written
    for one in made:
        one.let_go()


def test_chinese_and_cyrillic_letters_that_a_player_writes_are_set(set_of: SetOf) -> None:
    """Those of everyday use; the large face is in the file only if one of them is there."""
    sheets = set_of("据彭德怀报告,伪军营被低估了。", "Советская разведка сообщала иначе.")
    plain = set_of("The staff counted twice.")

    assert sheets.normalize_text("被低估了") == "被低估了"
    assert "more" in sheets.fonts
    assert "more" not in plain.fonts
    assert len(plain.output()) < len(sheets.output()) < 200_000


def test_a_letter_that_no_face_has_is_a_box_and_not_nothing(set_of: SetOf) -> None:
    assert set_of("x").normalize_text("a 🙂 ελ b") == "a □ □□ b"


def test_a_letter_that_only_another_face_has_is_a_box_in_a_heading(set_of: SetOf) -> None:
    sheets = set_of("1 ₿")
    shown = [sheets.normalize_text("₿")]
    sheets.set_font(HEAD, "", 12)

    assert [*shown, sheets.normalize_text("₿")] == ["₿", "□"]


def test_a_place_where_a_word_may_be_broken_is_no_box(set_of: SetOf) -> None:
    sheets = set_of("x")
    sheets.set_font(HEAD, "", 12)

    assert sheets.normalize_text("tele\N{SOFT HYPHEN}gram") == "tele\N{SOFT HYPHEN}gram"


def test_a_letter_of_every_day_is_set_after_a_rare_one(set_of: SetOf) -> None:
    """A face that has helped out once goes on doing so."""
    sheets = set_of("据彭德怀报告,伪军营被低估了。", "☐ one")

    assert sheets._fallback_font_ids == ["symbols", "han", "more"]


def test_only_the_faces_that_are_written_with_are_read(set_of: SetOf) -> None:
    """To read and to cut a face down takes most of the time of a short file."""
    sheets = set_of("The staff counted twice.")
    sheets.output()

    assert set(sheets.fonts) == {"serif", "head"}


def test_a_heading_goes_to_the_next_page_with_the_picture_below_it(set_of: SetOf) -> None:
    sheets = set_of(*["A line."] * 30)
    there = sheets.page
    sheets.heading("Month by month", 0, below=300.0)

    assert sheets.page == there + 1
    assert sheets.get_y() < 120


def test_printed_boxes_are_light_and_ones_own_are_darker_in_grey() -> None:
    """Ink is dear, and letters on them are read."""
    grey = {tone: sum(int(PRINTED[tone][n : n + 2], 16) for n in (1, 3, 5)) / 3 for tone in PRINTED}

    assert grey[Tone.BOX] - grey[Tone.OWN] > 40
    assert contrast(PRINTED[Tone.ON_BOX], PRINTED[Tone.OWN]) >= 4.5
