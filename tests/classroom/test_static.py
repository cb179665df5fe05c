"""The files that pages load."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from game.classroom.static import FONTS, WEB, href, static_files

ROOT = Path(__file__).parents[2]


def test_every_name_has_the_hash_of_what_is_behind_it() -> None:
    for name, file in static_files().items():
        assert hashlib.sha256(file.body).hexdigest()[:10] in name


def test_the_style_sheet_asks_for_fonts_that_are_served() -> None:
    style = static_files()[href("phone.css").removeprefix("/static/")].body.decode()

    asked = re.findall(r'url\("([^"]+)"\)', style)

    assert len(asked) == len(FONTS)
    assert {*asked} <= {*static_files()}


def test_nothing_that_is_served_points_outside() -> None:
    for name, file in static_files().items():
        text = b"" if name.endswith("woff2") else file.body

        assert b"://" not in text.replace(b"http://www.w3.org/2000/svg", b""), name


def test_fonts_are_the_whole_family_of_a_page_and_small() -> None:
    fonts = {name: file for name, file in static_files().items() if name.endswith("woff2")}

    assert len(fonts) == len(FONTS)
    assert sum(len(one.body) for one in fonts.values()) < 100_000
    assert all(one.body[:4] == b"wOF2" for one in fonts.values())


def test_every_web_font_is_in_the_list_of_assets_and_no_other() -> None:
    rows = (ROOT / "assets" / "README.md").read_text(encoding="utf-8")
    listed = set(re.findall(r"`web/([\w-]+\.woff2)`", rows))

    assert listed == {one.name for one in (ROOT / "assets/fonts/web").iterdir()} == {*FONTS}


def test_the_script_is_short_enough_to_be_read_whole() -> None:
    lines = (WEB / "phone.js").read_text(encoding="utf-8").splitlines()

    assert len(lines) < 250
