"""`doctor`: what this machine has, and where the player's files live."""

from __future__ import annotations

import os
import platform
import socket
import sys
from argparse import Namespace
from collections.abc import Callable
from importlib import metadata
from pathlib import Path

from game.classroom.addresses import PORTS, Machine, addresses
from game.files import settings
from game.files.folder import read_folder
from game.files.paths import assets
from game.files.paths import campaign as shipped_campaign
from game.files.paths import saves as usual_saves
from game.speech.voices import NO_VOICE, mouths
from game.window.sound import quiet

Finding = tuple[bool, str]
"""Whether it is well, and what was found."""


def run(given: Namespace) -> int:  # noqa: ARG001 - it takes no options
    """Print one line a thing; return 1 if something the game needs is missing."""
    checks: tuple[tuple[str, Callable[[], Finding]], ...] = (
        ("game", _game),
        ("python", _python),
        ("libraries", _libraries),
        ("campaign", _campaign),
        ("fonts", _fonts),
        ("display", _display),
        ("sound", _sound),
        ("voice", _voice),
        ("reader", _reader),
        ("saves", lambda: _writable(usual_saves())),
        ("settings", lambda: _writable(settings.file().parent)),
        ("classroom", _classroom),
        ("network", _network),
    )
    needed = {"python", "libraries", "campaign", "fonts"}
    sound = True
    for name, look in checks:
        well, found = look()
        print(f"{'ok ' if well else 'no '} {name:<10} {found}")
        sound = sound and (well or name not in needed)
    return 0 if sound else 1


def _game() -> Finding:
    try:
        version = metadata.version("six-telegrams")
    except metadata.PackageNotFoundError:
        version = "from a checkout"
    return True, f"six-telegrams {version}"


def _python() -> Finding:
    return sys.version_info >= (3, 11), f"{platform.python_version()} on {platform.platform()}"


def _libraries() -> Finding:
    found, missing = _installed("pygame-ce", "PyYAML", "platformdirs")
    if missing:
        return False, f"not installed: {', '.join(missing)}; install the game again"
    return True, ", ".join(found)


def _campaign() -> Finding:
    problems = read_folder(shipped_campaign()).problems
    if problems:
        return False, f"{len(problems)} problems; see them with: six-telegrams check"
    return True, str(shipped_campaign())


def _fonts() -> Finding:
    fonts = [one for one in (assets() / "fonts").iterdir() if one.suffix in (".ttf", ".otf")]
    return bool(fonts), f"{len(fonts)} in {assets() / 'fonts'}"


def _display() -> Finding:
    import pygame  # noqa: PLC0415 - a machine that only checks needs no window library

    try:
        with quiet():
            pygame.display.init()
        sizes = pygame.display.get_desktop_sizes()
        driver = pygame.display.get_driver()
        pygame.display.quit()
        if driver in {"offscreen", "dummy"}:
            return False, "none; play in the terminal with: six-telegrams play --text"
    except pygame.error as error:
        return False, f"none ({error}); play in the terminal with: six-telegrams play --text"
    return True, f"{driver}, " + ", ".join(f"{width}x{height}" for width, height in sizes)


def _sound() -> Finding:
    import pygame  # noqa: PLC0415 - as above

    try:
        with quiet():
            pygame.mixer.init()
        pygame.mixer.quit()
    except pygame.error as error:
        return False, f"none ({error}); the game is silent"
    return True, "a device answers"


def _voice() -> Finding:
    found = [one.name for one in mouths()]
    if not found:
        return False, NO_VOICE
    others = f"; also {', '.join(found[1:])}" if found[1:] else ""
    return True, f"{found[0]}{others}; turn speech on in the settings, or with the key V"


def _reader() -> Finding:
    try:
        version = metadata.version("accesskit")
    except metadata.PackageNotFoundError:
        return False, "told nothing; for Orca: pip install 'six-telegrams[a11y]'"
    there = sys.platform == "linux"
    return there, f"AccessKit {version}; " + ("Orca is told" if there else "used on Linux only")


def _writable(folder: Path) -> Finding:
    """Return whether a folder, or the nearest one above it that exists, can be written."""
    above = next(one for one in (folder, *folder.parents) if one.exists())
    if os.access(above, os.W_OK):
        return True, str(folder)
    return False, f"{folder} cannot be written"


def _classroom() -> Finding:
    """Return with what a class is hosted, and where its rooms are kept."""
    found, missing = _installed("aiohttp", "Jinja2", "msgspec", "qrcodegen")
    if missing:
        return False, f"not installed: {', '.join(missing)}; no room can be opened"
    from game.classroom.store import rooms_folder  # noqa: PLC0415 - it needs one of these

    well, folder = _writable(rooms_folder())
    return well, f"{', '.join(found)}; rooms in {folder}"


def _network() -> Finding:
    """Return this machine's name and where phones would find a room; nothing is sent."""
    found = addresses(Machine(), PORTS[0])
    if not found:
        return False, "no network; the game needs none, the phones of a class do"
    listed = "; ".join(f"{one.url}, {one.note}" for one in found)
    return True, f"{socket.gethostname()}; a room would be at {listed}"


def _installed(*names: str) -> tuple[list[str], list[str]]:
    """Return which libraries are installed, with their versions, and which are not."""
    found, missing = [], []
    for name in names:
        try:
            found.append(f"{name} {metadata.version(name)}")
        except metadata.PackageNotFoundError:
            missing.append(name)
    return found, missing
