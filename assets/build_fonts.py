"""Build the game's fonts from npm packages; run by hand when a face or the Chinese texts change.

Needs `fonttools` and `brotli`, and a `node_modules` folder that holds the packages of `PACKAGES`:

    npm install --ignore-scripts @fontsource/oswald@^5.3.0 ...
    python assets/build_fonts.py node_modules assets/fonts

The packages hold each face cut by script into woff2 files. This merges those that the game needs
into one font a face, copies the licences, and writes `coverage.json`: the ranges of characters that
each face can show. Chinese faces hold only the characters of `fonts/chinese.txt`; with
`--texts FILE...` the characters of those files are added to that list first. `NotoSerifSC-More`
holds what else a player may write: a name, a reason. `--only NAME` builds one face alone.
"""

import argparse
import json
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from fontTools.merge import Merger  # type: ignore[import-untyped]
from fontTools.pens.boundsPen import BoundsPen  # type: ignore[import-untyped]
from fontTools.subset import Options, Subsetter  # type: ignore[import-untyped]
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

PACKAGES = {  # npm package: (versions that work, name of the licence file)
    "@fontsource/oswald": ("^5.3.0", "OFL-Oswald.txt"),
    "@fontsource/pt-serif": ("^5.3.0", "OFL-PTSerif.txt"),
    "@fontsource/pt-sans": ("^5.3.0", "OFL-PTSans.txt"),
    "@fontsource/opendyslexic": ("^5.3.0", "OFL-OpenDyslexic.txt"),
    "@fontsource/pt-mono": ("^5.3.0", "OFL-PTMono.txt"),
    "@fontsource/special-elite": ("^5.3.0", "Apache-SpecialElite.txt"),
    "@fontsource/noto-serif-sc": ("^5.3.0", "OFL-NotoSerifSC.txt"),
    "@fontsource/noto-sans-sc": ("^5.3.0", "OFL-NotoSansSC.txt"),
    "dejavu-fonts-ttf": ("^2.37.3", "LICENSE-DejaVu.txt"),
}

WESTERN = ("latin", "latin-ext", "cyrillic", "cyrillic-ext")
CHINESE = ("latin", "chinese-simplified", "[0-9]*")  # the numbered files hold the rarer characters

ROWS = range(0xB0, 0xF8)  # of the national list GB 2312: the 6,763 characters of everyday use
GB2312 = {
    ord(character)
    for row in ROWS
    for character in bytes(one for column in range(0xA1, 0xFF) for one in (row, column)).decode(
        "gb2312", "ignore"
    )
    if character > "\u2e80"
}
ASCII = set(range(0x20, 0x7F))
CHINESE_MARKS = {
    *range(0x3000, 0x3020),
    *range(0xFF01, 0xFF5F),
    *map(ord, "·—…“”°\N{MULTIPLICATION SIGN}"),
}
CHINESE_MARKS |= {0x2013, 0x2018, 0x2019}  # en dash, single quotation marks
SYMBOLS = {  # what text faces lack, and signs that should be at hand for any face
    *map(ord, "←↑→↓↔↕↖↗↘↙⇐⇒▲▼△▽◆◇●○◉■□▪▫▬▮▯★☆✓✔✕✗✘▶▸◀◂►◄☐☑☒⚐⚑⚠♪♫"),
    *map(ord, "\N{MINUS SIGN}+=\N{MULTIPLICATION SIGN}÷±≈≠≤≥°¼½¾%†‡§¶∞№•·…ūüé"),
    *range(0x2013, 0x201E),  # dashes and quotation marks
}

LEFT_OUT = ["hdmx", "STAT", "BASE", "vhea", "vmtx", "DSIG", "FFTM", "meta"]
LAYOUT = ["GSUB", "GPOS", "GDEF"]
FIRST_PRINTABLE = 0x20


@dataclass(frozen=True)
class Face:
    """One font to build: its file name, the package and style it is cut from, and its new name."""

    file: str
    package: str
    style: str  # "WEIGHT-SLANT" as the package's files are named
    family: str  # new: some of the authors reserve theirs for unchanged copies
    scripts: tuple[str, ...] = WESTERN
    written: bool = False  # whether it holds what players may write, and not only our texts


FACES = (
    Face("Oswald-Regular.ttf", "@fontsource/oswald", "400-normal", "Telegrams Heading"),
    Face("Oswald-Medium.ttf", "@fontsource/oswald", "500-normal", "Telegrams Heading Medium"),
    Face("Oswald-Bold.ttf", "@fontsource/oswald", "700-normal", "Telegrams Heading Bold"),
    Face("PTSerif-Regular.ttf", "@fontsource/pt-serif", "400-normal", "Telegrams Text"),
    Face("PTSerif-Bold.ttf", "@fontsource/pt-serif", "700-normal", "Telegrams Text Bold"),
    Face("PTSerif-Italic.ttf", "@fontsource/pt-serif", "400-italic", "Telegrams Text Italic"),
    Face(
        "PTSerif-BoldItalic.ttf",
        "@fontsource/pt-serif",
        "700-italic",
        "Telegrams Text Bold Italic",
    ),
    Face("PTSans-Regular.ttf", "@fontsource/pt-sans", "400-normal", "Telegrams Sans"),
    Face("PTSans-Bold.ttf", "@fontsource/pt-sans", "700-normal", "Telegrams Sans Bold"),
    Face("PTSans-Italic.ttf", "@fontsource/pt-sans", "400-italic", "Telegrams Sans Italic"),
    Face("OpenDyslexic-Regular.otf", "@fontsource/opendyslexic", "400-normal", "Telegrams Clear"),
    Face("OpenDyslexic-Bold.otf", "@fontsource/opendyslexic", "700-normal", "Telegrams Clear Bold"),
    Face(
        "OpenDyslexic-Italic.otf",
        "@fontsource/opendyslexic",
        "400-italic",
        "Telegrams Clear Italic",
    ),
    Face("SpecialElite-Regular.ttf", "@fontsource/special-elite", "400-normal", "Telegrams Typed"),
    Face("PTMono-Regular.ttf", "@fontsource/pt-mono", "400-normal", "Telegrams Mono"),
    Face(
        "NotoSerifSC-Regular.ttf",
        "@fontsource/noto-serif-sc",
        "400-normal",
        "Telegrams Chinese Text",
        CHINESE,
    ),
    Face(
        "NotoSerifSC-SemiBold.ttf",
        "@fontsource/noto-serif-sc",
        "600-normal",
        "Telegrams Chinese Text SemiBold",
        CHINESE,
    ),
    Face(
        "NotoSansSC-Medium.ttf",
        "@fontsource/noto-sans-sc",
        "500-normal",
        "Telegrams Chinese Heading",
        CHINESE,
    ),
    Face(
        "NotoSerifSC-More.ttf",
        "@fontsource/noto-serif-sc",
        "400-normal",
        "Telegrams Chinese More",
        CHINESE,
        written=True,
    ),
    Face("Symbols.ttf", "dejavu-fonts-ttf", "DejaVuSans", "Telegrams Symbols", ()),
)


def parts_of(face: Face, packages: Path) -> Iterator[Path]:
    """The package's files that make up `face`, the most wanted first."""
    folder = packages / face.package
    if not face.scripts:
        yield folder / "ttf" / f"{face.style}.ttf"
    stem = face.package.rpartition("/")[2]
    for script in face.scripts:
        yield from sorted((folder / "files").glob(f"{stem}-{script}-{face.style}.woff2"))


def wanted_by(face: Face, chinese: set[int]) -> set[int] | None:
    """The characters to keep in `face`, or None for all it has."""
    if face.written:
        return GB2312 - chinese
    if face.scripts == CHINESE:
        return ASCII | CHINESE_MARKS | chinese
    return None if face.scripts else SYMBOLS


def cut(font: TTFont, characters: set[int], *, layout: bool) -> bytes:
    """`font` with nothing but `characters`, as a TTF; `layout` keeps kerning and ligatures."""
    options = Options()
    options.drop_tables += LEFT_OUT if layout else LEFT_OUT + LAYOUT
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.notdef_outline = True
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)
    font.flavor = None
    out = BytesIO()
    font.save(out)
    return out.getvalue()


def pieces_of(face: Face, packages: Path, wanted: set[int] | None) -> Iterator[bytes]:
    """TTFs that together hold the `wanted` characters of `face`, each character in one only."""
    done: set[int] = set()
    for part in parts_of(face, packages):
        if wanted is not None and wanted <= done:
            return
        with TTFont(part, recalcTimestamp=False) as font:
            characters = set(font.getBestCmap()) - done
            if wanted is not None:
                characters &= wanted
            if characters:
                yield cut(font, characters, layout=face.scripts == WESTERN)
        done |= characters


def merged(pieces: list[bytes]) -> TTFont:
    """One font of all `pieces`, dated like the first so that each build gives the same bytes."""
    first = TTFont(BytesIO(pieces[0]), recalcTimestamp=False)
    if len(pieces) == 1:
        return first
    font = Merger().merge([BytesIO(piece) for piece in pieces])
    font.recalcTimestamp = False
    font["head"].created = first["head"].created
    font["head"].modified = first["head"].modified
    font["post"].formatType = 3.0  # no glyph names
    return font


def rename(font: TTFont, family: str) -> None:
    """Give `font` a name of its own; the copyright and licence lines stay."""
    names = {1: family, 2: "Regular", 3: family, 4: family, 6: family.replace(" ", "")}
    for record in font["name"].names:
        if record.nameID in names:
            record.string = names[record.nameID]
    if "CFF " in font:  # this kind of font has its name in a second place
        inside = font["CFF "].cff
        inside.fontNames = [names[6]]
        inside.topDictIndex[0].FullName = inside.topDictIndex[0].FamilyName = family


def is_shown(font: TTFont, character: int, glyph: str) -> bool:
    """Whether `glyph` has an outline, or stands for a space and needs none."""
    if character < FIRST_PRINTABLE or unicodedata.category(chr(character)) == "Cc":
        return False
    blank = unicodedata.category(chr(character)) in {"Zs", "Zl", "Zp", "Cf", "Mn"}
    if blank or "glyf" in font:
        return blank or font["glyf"][glyph].numberOfContours != 0
    pen = BoundsPen(None)
    font["CFF "].cff.topDictIndex[0].CharStrings[glyph].draw(pen)
    return pen.bounds is not None


def ranges(characters: Iterable[int]) -> list[tuple[int, int]]:
    """`characters` as sorted (first, last) pairs, both inclusive."""
    found: list[tuple[int, int]] = []
    for character in sorted(characters):
        if found and found[-1][1] == character - 1:
            found[-1] = (found[-1][0], character)
        else:
            found.append((character, character))
    return found


def coverage(path: Path) -> list[tuple[int, int]]:
    """The ranges of characters that the TTF at `path` can show."""
    with TTFont(path) as font:
        return ranges(c for c, glyph in font.getBestCmap().items() if is_shown(font, c, glyph))


def write_licence(face: Face, packages: Path, out: Path, copyright_line: str) -> None:
    """Copy the package's licence, headed by the copyright line in the font if it lacks it."""
    text = (packages / face.package / "LICENSE").read_text(encoding="utf-8").strip()
    if copyright_line not in text:
        text = f"{copyright_line}\n\n{text}"
    lines = [line.rstrip() for line in text.splitlines()]
    path = out / PACKAGES[face.package][1]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


def build(face: Face, packages: Path, out: Path, chinese: set[int]) -> None:
    """Write `face` and its licence into `out`."""
    font = merged(list(pieces_of(face, packages, wanted_by(face, chinese))))
    rename(font, face.family)
    font.save(out / face.file)
    write_licence(face, packages, out, font["name"].getDebugName(0))


def chinese_characters(listed: Path, texts: list[Path]) -> set[int]:
    """The characters in the file `listed`, after those of `texts` are added to it."""
    characters: set[str] = set()
    for path in [listed, *texts]:
        if path.exists():
            characters |= {c for c in path.read_text(encoding="utf-8") if is_chinese(c)}
    ordered = "".join(sorted(characters))
    lines = [ordered[start : start + 40] for start in range(0, len(ordered), 40)]
    listed.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    return set(map(ord, characters))


def is_chinese(character: str) -> bool:
    """Whether `character` is a Chinese character or a mark used among them."""
    return "\u2e80" <= character <= "\u9fff" or "\U00020000" <= character <= "\U0003ffff"


def main() -> None:
    """Read the command line and build every face."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("packages", type=Path, metavar="NODE_MODULES")
    parser.add_argument("out", type=Path, metavar="OUT")
    parser.add_argument("--texts", type=Path, nargs="+", default=[], metavar="FILE")
    parser.add_argument("--only", default="", metavar="NAME")
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    listed = Path(__file__).parent / "fonts" / "chinese.txt"
    chinese = chinese_characters(listed, given.texts)
    for face in FACES:
        if given.only in ("", Path(face.file).stem):
            build(face, given.packages, given.out, chinese)
    table = {face.file: coverage(given.out / face.file) for face in FACES}
    lines = ",\n".join(f"{json.dumps(name)}: {json.dumps(pairs)}" for name, pairs in table.items())
    (given.out / "coverage.json").write_text(f"{{\n{lines}\n}}\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
