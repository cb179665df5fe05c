"""From keys, mouse and wheel to the spots of a sheet: the same way on every screen."""

from __future__ import annotations

import pygame

from game.screens.flight import Flying
from game.screens.screen import Move, Screen, Stay
from game.widgets.sheet import Hand, Scroll, Sheet, Spot

STEP = 60
"""Pixels at 720 lines that one press of an arrow or one notch of the wheel scrolls."""


def pressable(sheet: Sheet) -> list[Spot]:
    """Return what can be pressed, in reading order."""
    return [spot for spot in sheet.spots if spot.name and spot.enabled]


def answer(screen: Screen, sheet: Sheet, event: pygame.Event) -> Move:
    """Carry an event to the screen, with the sheet it happened on.

    A key or click that changes nothing brings a flying camera down at once; one that does something
    lets it fly on from where it is.
    """
    flight = screen.flight if isinstance(screen, Flying) else None
    focus = screen.hand.focus
    move = _answer(screen, sheet, event)
    if flight and _is_press(event) and move == Stay() and screen.hand.focus == focus:
        flight.land()
    return move


def _is_press(event: pygame.Event) -> bool:
    return event.type in (pygame.KEYDOWN, pygame.MOUSEBUTTONDOWN)


def _answer(screen: Screen, sheet: Sheet, event: pygame.Event) -> Move:
    match event.type:
        case pygame.MOUSEMOTION:
            hit = spot_at(sheet, event.pos)
            screen.hand.hover = hit.name if hit else ""
        case pygame.MOUSEBUTTONDOWN if event.button == 1:
            hit = spot_at(sheet, event.pos)
            if hit:
                screen.hand.focus = hit.name
                return screen.act(hit.name)
        case pygame.MOUSEBUTTONDOWN if event.button == 3:
            return press_key(screen, sheet, "escape")
        case pygame.MOUSEWHEEL:
            scroll_at(screen.hand, sheet, pygame.mouse.get_pos(), -event.y * _line(sheet))
        case pygame.KEYDOWN:
            return key_down(screen, sheet, event)
        case _:
            pass
    return Stay()


def spot_at(sheet: Sheet, point: tuple[float, float]) -> Spot | None:
    """Return what lies under a point: the topmost thing that can be pressed."""
    for spot in reversed(pressable(sheet)):
        if spot.rect.has(point) and _seen(sheet, spot, point):
            return spot
    return None


def _seen(sheet: Sheet, spot: Spot, point: tuple[float, float]) -> bool:
    """Return whether a point of a spot is inside the scrolled part it lies in."""
    return all(one.rect.has(point) for one in sheet.scrolls if one.name == spot.scroll)


def key_down(screen: Screen, sheet: Sheet, event: pygame.Event) -> Move:
    """Answer to a key: one bound to a spot, the focus, scrolling, or the focused spot."""
    key = pygame.key.name(event.key)
    named, hand = _named(key, event), screen.hand
    if named == "return":
        return _press_focus(screen, sheet)
    if _is_bound(sheet, named):
        return press_key(screen, sheet, named)
    match key:
        case "tab":
            step(hand, sheet, -1 if event.mod & pygame.KMOD_SHIFT else 1)
        case "right":
            step(hand, sheet, 1)
        case "left":
            step(hand, sheet, -1)
        case "up" | "down" | "page up" | "page down" | "home" | "end":
            _scroll_or_step(hand, sheet, key)
        case "space":
            return _press_focus(screen, sheet)
        case _:
            pass
    return Stay()


def _named(key: str, event: pygame.Event) -> str:
    if key in ("enter", "keypad enter"):
        return "return"
    if key.startswith("[") and key.endswith("]"):
        return key[1:-1]
    control = event.mod & pygame.KMOD_CTRL
    return f"ctrl+{key}" if control else key


def _is_bound(sheet: Sheet, key: str) -> bool:
    return any(spot.key == key for spot in pressable(sheet))


def press_key(screen: Screen, sheet: Sheet, key: str) -> Move:
    """Press the spot that a key is bound to."""
    for spot in pressable(sheet):
        if spot.key == key:
            return screen.act(spot.name)
    return Stay()


def _focused(hand: Hand, sheet: Sheet) -> Spot | None:
    return next((spot for spot in pressable(sheet) if spot.name == hand.focus), None)


def _press_focus(screen: Screen, sheet: Sheet) -> Move:
    """Press what has the focus, or the one thing that Enter is for."""
    focused = _focused(screen.hand, sheet)
    if focused:
        return screen.act(focused.name)
    return press_key(screen, sheet, "return")


def step(hand: Hand, sheet: Sheet, by: int) -> None:
    """Move the focus along the reading order, round at the ends."""
    # what can be pressed in two places is one stop: two would lead round in a circle for ever
    stops: dict[str, Spot] = {}
    for spot in pressable(sheet):
        stops.setdefault(spot.name, spot)
    if not stops:
        return
    names = list(stops)
    here = names.index(hand.focus) if hand.focus in names else (-1 if by > 0 else 0)
    hand.focus = names[(here + by) % len(names)]
    _show(hand, sheet, stops[hand.focus])


def _show(hand: Hand, sheet: Sheet, spot: Spot) -> None:
    """Scroll a part so that a spot in it is seen, or its beginning if it is too tall."""
    for part in sheet.scrolls:
        if part.name == spot.scroll:
            offset = min(hand.offsets.get(part.name, 0), part.most)
            above, below = spot.rect.y - part.rect.y, spot.rect.bottom - part.rect.bottom
            if above < 0 or below > 0:
                offset += min(above, below) if below > 0 else above
            hand.offsets[part.name] = min(max(offset, 0), part.most)


def _scroll_or_step(hand: Hand, sheet: Sheet, key: str) -> None:
    """Scroll what can be scrolled; where nothing can, up and down move the focus."""
    part = _scrollable(hand, sheet) if key in ("up", "down") else _widest(sheet)
    if part is None:
        step(hand, sheet, -1 if key in ("up", "page up", "home") else 1)
        return
    page, line = part.rect.h * 9 // 10, _line(sheet)
    by = {
        "up": -line, "down": line, "page up": -page, "page down": page,
        "home": -part.most, "end": part.most,
    }[key]  # fmt: skip
    _scroll(hand, part, by)


def _scrollable(hand: Hand, sheet: Sheet) -> Scroll | None:
    """Return the scrolled part the focus lies in, or else the first that can move."""
    focused = _focused(hand, sheet)
    parts = [part for part in sheet.scrolls if part.most]
    inside = [part for part in parts if focused and part.name == focused.scroll]
    return next(iter(inside or parts), None)


def _widest(sheet: Sheet) -> Scroll | None:
    """Return what one reads: the widest part that can move, not a list beside it."""
    parts = [part for part in sheet.scrolls if part.most]
    return max(parts, key=lambda part: part.rect.w, default=None)


def _line(sheet: Sheet) -> int:
    """Return how far one press of an arrow scrolls in a window of this size."""
    return STEP * sheet.size[1] // 720


def scroll_at(hand: Hand, sheet: Sheet, point: tuple[int, int], by: int) -> None:
    """Scroll the part under a point, or the only one there is."""
    parts = [part for part in sheet.scrolls if part.most]
    under = [part for part in parts if part.rect.has(point)]
    for part in (under or parts)[:1]:
        _scroll(hand, part, by)


def _scroll(hand: Hand, part: Scroll, by: int) -> None:
    offset = min(hand.offsets.get(part.name, 0), part.most)
    hand.offsets[part.name] = min(max(offset + by, 0), part.most)
