"""Cut the game's fonts down to what the classroom's pages need; run by hand when a face changes.

Needs `fonttools` and `brotli`:

    python assets/build_web_fonts.py assets/fonts assets/fonts/web

Each face keeps the letters of western European languages, the pinyin of Chinese names and the marks
of our texts, as woff2. Other letters (a pupil may be called anything) come from the phone's own
fonts. The same input gives the same bytes.
"""

import argparse
from pathlib import Path

from fontTools.subset import Options, Subsetter  # type: ignore[import-untyped]
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

FACES = {  # what is cut from what; the names in `game/classroom/web/phone.css`
    "heading.woff2": "Oswald-Medium.ttf",
    "text.woff2": "PTSerif-Regular.ttf",
    "text-bold.woff2": "PTSerif-Bold.ttf",
    "text-italic.woff2": "PTSerif-Italic.ttf",
    "typed.woff2": "SpecialElite-Regular.ttf",
}
LETTERS = {
    *range(0x20, 0x7F),
    *range(0xA0, 0x100),
    *map(ord, "āēīōūǖĀĒĪŌŪǎěǐǒǔǚǍČčĚĐđŁłŃńŚśŠšŹźŻżŽžŒœŸ"),
    *map(ord, "–—‘’‚“”„…•·→←↑↓−×≈≤≥°½¼¾€№"),
}
TYPED = {*range(0x20, 0x7F), *map(ord, "–—‘’“”…°½¼éüö")}
"""What a telegram is typed in: this face has rough outlines, each letter weighs five others."""
LEFT_OUT = ["hdmx", "STAT", "BASE", "DSIG", "FFTM", "meta", "cvt ", "fpgm", "prep"]


def cut(source: Path, out: Path) -> None:
    """Write the font at `source` with nothing but the letters it needs, unhinted, as woff2."""
    options = Options()
    options.flavor = "woff2"
    options.hinting = False  # phones do not hint, and it is a third of the file
    options.drop_tables += LEFT_OUT
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.layout_features = ["kern", "liga", "mark", "mkmk", "ccmp", "locl"]
    with TTFont(source, recalcTimestamp=False) as font:
        subsetter = Subsetter(options)
        subsetter.populate(unicodes=TYPED if out.name == "typed.woff2" else LETTERS)
        subsetter.subset(font)
        font.flavor = "woff2"
        font.save(out)


def main() -> None:
    """Read the command line and cut every face."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("fonts", type=Path, metavar="FONTS")
    parser.add_argument("out", type=Path, metavar="OUT")
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    for name, source in FACES.items():
        cut(given.fonts / source, given.out / name)


if __name__ == "__main__":
    main()
