"""The files that pages load besides themselves: a fixed list, each under a name with its hash.

A name changes with the bytes behind it, so a phone may keep a file for ever.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from game.files import paths
from game.frozen import dataclass

WEB = Path(__file__).parent / "web"
"""Templates, the style sheet and the script."""
FONTS = ("heading.woff2", "text.woff2", "text-bold.woff2", "text-italic.woff2", "typed.woff2")
"""Cut down from the game's by `assets/build_web_fonts.py`."""
KINDS = {
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "svg": "image/svg+xml",
    "woff2": "font/woff2",
}
"""By a name's ending, what the browser is told it is."""
SHORT = 10
"""Letters of a hash in a name."""


@dataclass(frozen=True, slots=True)
class StaticFile:
    """A file as it is served."""

    body: bytes
    kind: str
    """Its `Content-Type`."""


@lru_cache(maxsize=1)
def static_files() -> Mapping[str, StaticFile]:
    """Return every file under the name it is served by: `/static/NAME`."""
    return MappingProxyType(dict(_named().values()))


def href(name: str) -> str:
    """Return where a page finds a file that we know by a name: `phone.css`."""
    return f"/static/{_named()[name][0]}"


@lru_cache(maxsize=1)
def _named() -> Mapping[str, tuple[str, StaticFile]]:
    """Return for each of our names the one with a hash, and the file."""
    folder = paths.assets() / "fonts" / "web"
    found = {name: _hashed(name, (folder / name).read_bytes()) for name in FONTS}
    style = (WEB / "phone.css").read_text(encoding="utf-8")
    for name in FONTS:
        style = style.replace(f'"{name}"', f'"{found[name][0]}"')
    found["phone.css"] = _hashed("phone.css", style.encode())
    for name in ("phone.js", "points.js", "icon.svg"):
        found[name] = _hashed(name, (WEB / name).read_bytes())
    return found


def _hashed(name: str, body: bytes) -> tuple[str, StaticFile]:
    stem, _, ending = name.rpartition(".")
    digest = hashlib.sha256(body).hexdigest()[:SHORT]
    return f"{stem}-{digest}.{ending}", StaticFile(body, KINDS[ending])
