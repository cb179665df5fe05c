"""From commands, mouse and wheel to the spots of a sheet: the same way on every screen."""

from __future__ import annotations

import pygame

from game.screens.screen import Explain, Move, Screen, Stay, Tell, Touched
from game.widgets.sheet import Hand, Scroll, Sheet, Spot

PAGING = ("earlier", "later")
"""Commands that scroll first; what is bound to them is pressed at the end of the text."""
NO_LINK = "Nothing on this page has an entry of its own in the encyclopaedia."
STEP = 60
"""Pixels at 720 lines that one press of an arrow or one notch of the wheel scrolls."""


def pressable(sheet: Sheet) -> list[Spot]:
    """Return what can be pressed, in reading order."""
    return [spot for spot in sheet.spots if spot.name and spot.enabled]


def pointed(screen: Screen, sheet: Sheet, event: pygame.Event) -> Move:
    """Answer to the mouse moving or its left button."""
    hit = spot_at(sheet, event.pos)
    if isinstance(screen, Touched):
        screen.touch(sheet, event.pos)
    if event.type == pygame.MOUSEMOTION:
        screen.hand.hover = hit.name if hit else ""
    elif hit and hit.role == "link":
        return Explain(hit.about)
    elif hit:
        screen.hand.focus = hit.name
        return screen.act(hit.name)
    return Stay()


def wished(screen: Screen, sheet: Sheet, event: pygame.Event) -> Move:
    """Answer to a screen reader that moves the focus or presses something."""
    name = getattr(event, "spot", "")
    if name not in [one.name for one in pressable(sheet)]:
        return Stay()
    screen.hand.focus = name
    return screen.act(name) if event.press else Stay()


def spot_at(sheet: Sheet, point: tuple[float, float]) -> Spot | None:
    """Return what lies under a point: the topmost thing that can be pressed."""
    for spot in reversed(pressable(sheet)):
        if spot.rect.has(point) and _seen(sheet, spot, point):
            return spot
    return None


def _seen(sheet: Sheet, spot: Spot, point: tuple[float, float]) -> bool:
    """Return whether a point of a spot is inside the scrolled part it lies in."""
    return all(one.rect.has(point) for one in sheet.scrolls if one.name == spot.scroll)


def commanded(screen: Screen, sheet: Sheet, command: str) -> Move | None:
    """Answer to a command, or return None: then it may mean something wherever one is."""
    hand = screen.hand
    if command == "advance":
        return _press_focus(screen, sheet)
    if command == "back" and is_on_link(hand, sheet):
        hand.focus = ""
        return Stay()
    bound = spot_for(sheet, command)
    if bound and command not in PAGING:
        return screen.act(bound.name)
    match command:
        case "next":
            step(hand, sheet, 1)
        case "previous":
            step(hand, sheet, -1)
        case "word" | "word-before":
            return step_on(hand, sheet, links(sheet), 1 if command == "word" else -1)
        case "up" | "down" | "first" | "last":
            _scroll_or_step(hand, sheet, command)
        case "earlier" | "later":
            if page(hand, sheet, -1 if command == "earlier" else 1):
                return Stay()
            return screen.act(bound.name) if bound else None
        case _:
            return None
    return Stay()


def spot_for(sheet: Sheet, command: str) -> Spot | None:
    """Return the spot that a command presses; that of no command presses nothing."""
    return next((spot for spot in pressable(sheet) if command and spot.key == command), None)


def focused(hand: Hand, sheet: Sheet) -> Spot | None:
    """Return the spot that has the focus."""
    return next((spot for spot in pressable(sheet) if spot.name == hand.focus), None)


def _press_focus(screen: Screen, sheet: Sheet) -> Move:
    """Press what has the focus, or the one thing that leads on: from a field, too."""
    spot = focused(screen.hand, sheet)
    if spot is None or spot.role == "field":
        spot = spot_for(sheet, "advance") or spot
    if spot and spot.role == "link":
        return Explain(spot.about)
    return screen.act(spot.name) if spot else Stay()


def links(sheet: Sheet) -> list[Spot]:
    """Return the words that lead to the encyclopaedia."""
    return [spot for spot in pressable(sheet) if spot.role == "link"]


def is_on_link(hand: Hand, sheet: Sheet) -> bool:
    """Return whether the focus is on a word that leads to the encyclopaedia."""
    return any(spot.name == hand.focus for spot in links(sheet))


def is_typing(hand: Hand, sheet: Sheet) -> bool:
    """Return whether what the keys write is meant for a field."""
    spot = focused(hand, sheet)
    return spot is not None and spot.role == "field"


def step(hand: Hand, sheet: Sheet, by: int) -> None:
    """Move the focus round, from what the page is about; links have keys of their own."""
    step_on(hand, sheet, _round(sheet), by)


def _round(sheet: Sheet) -> list[Spot]:
    """Return what the focus goes to, in its order."""
    spots = [spot for spot in pressable(sheet) if spot.role != "link"]
    return sorted(spots, key=_is_above)


def _is_above(spot: Spot) -> bool:
    """Return whether something stands at the top of every stage: the focus comes there last."""
    return any(group.role == "banner" for group in spot.within)


def step_on(hand: Hand, sheet: Sheet, spots: list[Spot], by: int) -> Move:
    """Move the focus along some spots; say so if there are none."""
    stops = _stops(spots)
    if not stops:
        return Tell(NO_LINK)
    names = list(stops)
    here = names.index(hand.focus) if hand.focus in names else (-1 if by > 0 else 0)
    hand.focus = names[(here + by) % len(names)]
    show(hand, sheet, stops[hand.focus])
    return Stay()


def _stops(spots: list[Spot]) -> dict[str, Spot]:
    """Return spots by their names.

    What can be pressed in two places is one stop: two would lead round in a circle for ever.
    """
    stops: dict[str, Spot] = {}
    for spot in spots:
        stops.setdefault(spot.name, spot)
    return stops


def _step_rows(hand: Hand, sheet: Sheet, by: int) -> None:
    """Move the focus from row to row, in the same column as far as there is one."""
    every = _rows(list(_stops(_round(sheet)).values()))
    names = [[spot.name for spot in row] for row in every]
    here = next((n for n, row in enumerate(names) if hand.focus in row), None)
    if not every:
        return
    column = 0 if here is None else names[here].index(hand.focus)
    start = (-1 if by > 0 else 0) if here is None else here
    goal = every[(start + by) % len(every)]
    spot = goal[min(column, len(goal) - 1)]
    hand.focus = spot.name
    show(hand, sheet, spot)


def _rows(spots: list[Spot]) -> list[list[Spot]]:
    """Return spots by rows: what stands side by side in a part that scrolls is one."""
    rows: list[list[Spot]] = []
    for spot in spots:
        before = rows[-1][0] if rows else spot
        if before is not spot and spot.scroll == before.scroll and _are_beside(before, spot):
            rows[-1].append(spot)
        else:
            rows.append([spot])
    return rows


def _are_beside(one: Spot, other: Spot) -> bool:
    """Return whether two spots in a part that scrolls share a height."""
    return bool(one.scroll) and max(one.rect.y, other.rect.y) < min(
        one.rect.bottom, other.rect.bottom
    )


def _row(spot: Spot) -> str:
    """Return the setting that a button belongs to, or nothing."""
    return next((group.label for group in spot.within if group.role == "setting"), "")


def _top(hand: Hand, sheet: Sheet, part: Scroll, spot: Spot) -> int:
    """Return where what belongs to a spot begins: the words of a setting stand over its buttons."""
    row = _row(spot)
    if not row:
        return spot.rect.y
    others = (one for one in sheet.spots if one.scroll == part.name and _row(one) != row)
    above = [one.rect.bottom for one in others if one.rect.bottom <= spot.rect.y]
    top = max(above, default=part.rect.y - min(hand.offsets.get(part.name, 0), part.most))
    return top if spot.rect.bottom - top <= part.rect.h else spot.rect.y


def show(hand: Hand, sheet: Sheet, spot: Spot) -> None:
    """Scroll a part so that a spot in it is seen, or its beginning if it is too tall."""
    for part in sheet.scrolls:
        if part.name == spot.scroll:
            offset = min(hand.offsets.get(part.name, 0), part.most)
            above = _top(hand, sheet, part, spot) - part.rect.y
            below = spot.rect.bottom - part.rect.bottom
            if above < 0 or below > 0:
                offset += min(above, below) if below > 0 else above
            hand.offsets[part.name] = min(max(offset, 0), part.most)


def _scroll_or_step(hand: Hand, sheet: Sheet, command: str) -> None:
    """Scroll what can be scrolled; in a list, or where nothing can, move the focus."""
    is_step, way = command in ("up", "down"), -1 if command in ("up", "first") else 1
    part = _scrollable(hand, sheet) if is_step else _widest(sheet)
    if part is None or (is_step and _is_list(sheet, part) and not _is_cut(hand, sheet, part, way)):
        if command == "down":
            _take_lit(hand, sheet)
        _step_rows(hand, sheet, way)
        return
    line = _line(sheet)
    by = {"up": -line, "down": line, "first": -part.most, "last": part.most}[command]
    _scroll(hand, part, by)


def _is_list(sheet: Sheet, part: Scroll) -> bool:
    """Return whether a part is a list to choose from, not a text to read.

    In a menu the row that is lit lies in it; what leads on from a text stands below.
    """
    inside = (spot for spot in pressable(sheet) if spot.scroll == part.name)
    return part.rows or any(
        spot.role == "option" or spot.key == "advance" or _row(spot) for spot in inside
    )


def _is_cut(hand: Hand, sheet: Sheet, part: Scroll, way: int) -> bool:
    """Return whether there is more to read before the focus goes on.

    What has it may go on beyond its part, and beyond the last row there may be words.
    """
    here = focused(hand, sheet)
    if here is None or here.scroll != part.name:
        return False
    end = [spot for spot in _round(sheet) if spot.scroll == part.name][-1 if way > 0 else 0]
    offset = min(hand.offsets.get(part.name, 0), part.most)
    if (end is here or _are_beside(end, here)) and offset != (part.most if way > 0 else 0):
        return True
    return here.rect.bottom > part.rect.bottom if way > 0 else here.rect.y < part.rect.y


def _take_lit(hand: Hand, sheet: Sheet) -> None:
    """Give the focus to the first row if it is the one that Enter presses without any."""
    first = next(iter(pressable(sheet)), None)
    if first and first.key == "advance" and not hand.focus:
        hand.focus = first.name


def page(hand: Hand, sheet: Sheet, way: int) -> bool:
    """Turn a page of what one reads; return whether there was one."""
    part = _widest(sheet)
    return part is not None and _scroll(hand, part, way * (part.rect.h * 9 // 10))


def _scrollable(hand: Hand, sheet: Sheet) -> Scroll | None:
    """Return the scrolled part the focus lies in, or else the first that can move."""
    here = focused(hand, sheet)
    parts = [part for part in sheet.scrolls if part.most]
    inside = [part for part in parts if here and part.name == here.scroll]
    return next(iter(inside or parts), None)


def _widest(sheet: Sheet) -> Scroll | None:
    """Return what one reads: the widest part that can move, not a list beside it."""
    parts = [part for part in sheet.scrolls if part.most]
    return max(parts, key=lambda part: part.rect.w, default=None)


def _line(sheet: Sheet) -> int:
    """Return how far one press of an arrow scrolls in a window of this size."""
    return STEP * sheet.size[1] // 720


def wheeled(
    hand: Hand, sheet: Sheet, point: tuple[int, int], notches: int, *, rolls_on: bool = True
) -> bool:
    """Scroll the part under a point, or the only one there is; return whether the wheel is used.

    At the end of the text under the mouse a roll stops, unless there are pages before or after
    it; one that begins there goes on, as it does beside the text.
    """
    parts = [part for part in sheet.scrolls if part.most]
    under = [part for part in parts if part.rect.has(point)]
    moved = [_scroll(hand, part, -notches * _line(sheet)) for part in (under or parts)[:1]]
    leads_on = spot_for(sheet, "earlier" if notches > 0 else "later") is not None
    stops = rolls_on or under[:1] != [_widest(sheet)]
    return any(moved) or (bool(under) and stops and not leads_on)


def _scroll(hand: Hand, part: Scroll, by: int) -> bool:
    """Scroll a part as far as it goes; return whether it moved."""
    before = min(hand.offsets.get(part.name, 0), part.most)
    hand.offsets[part.name] = min(max(before + by, 0), part.most)
    return hand.offsets[part.name] != before
