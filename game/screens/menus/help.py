"""Help: how the game is played, and every key as it is set now."""

from __future__ import annotations

from game.keymap import COMMANDS, Group, KeyMap, listed
from game.screens.overlay import OverlayScreen, Told
from game.screens.screen import Office

HOW = (
    Told(
        "How it is played",
        "Read what has come in, and how sure one could be of it then. Read the telegram. Hear the "
        "council and ask: there is not time for everything. Choose an answer, say what you think "
        "will follow, send it. Then the months pass, and the record tells what happened.",
    ),
    Told(
        "What a word in a frame means",
        "How sure we are. Documented: the record shows it. Reported: it is told so. Inferred: we "
        "reason so. Invented: fiction of this game.",
    ),
    Told(
        "What an underlined word is",
        "The encyclopaedia explains it. Point at it, or let its key lead from word to word: a card "
        "says in one sentence what it is. Press it for the whole entry; going back leads to where "
        "you were.",
    ),
    Told(
        "Nothing is lost",
        "The game saves by itself after every step. There is no winning answer and no score.",
    ),
)


class HelpScreen(OverlayScreen):
    """The page on one key from everywhere."""

    name = "help"

    def __init__(self, office: Office) -> None:
        super().__init__(office, "Help", (*HOW, *keys_told(office.settings.keys)))


def keys_told(keys: KeyMap) -> tuple[Told, ...]:
    """Return every command with its keys and buttons, a part for each group."""
    return tuple(
        Told(
            str(group),
            "\n".join(_line(keys, one.name, one.title) for one in COMMANDS if one.group is group),
        )
        for group in Group
    )


def _line(keys: KeyMap, command: str, title: str) -> str:
    given = listed(keys, command, ("key", "mouse"))
    pad = listed(keys, command, ("pad",))
    both = "; pad ".join(filter(None, (given, pad))) or "no key"
    return f"{both}: {title[:1].lower()}{title[1:]}."
