"""The map while months pass: close by, and beside it the theatre that it leaves out."""

from __future__ import annotations

from dataclasses import replace

from game.playthrough.desk import Desk, scenario_of
from game.screens.flight import Flight
from game.screens.frame import Sight, chart, figures_height
from game.screens.screen import Office
from game.widgets.geometry import Rect
from game.widgets.sheet import Draft, Fill

SHARE = 28
"""Per cent of the map's width that the second map takes."""
LEAST = 560
"""Pixels at 720 lines that both maps need; with less there is only the first one."""


def theatres(
    draft: Draft, rect: Rect, office: Office, desk: Desk, sight: Sight, flight: Flight
) -> None:
    """Draw the map, and the second one to its left if the telegram has one."""
    look, far = draft.look, scenario_of(office.campaign, desk).far
    if not far or rect.w < look.px(LEAST):
        chart(draft, rect, office, desk, sight, flight)
        return
    sight, seam = replace(sight, foot=figures_height(look, office, rect)), look.px(3)
    beside, there = rect.left(rect.w * SHARE // 100), Flight(far, far, share=1.0)
    chart(draft, rect.after(beside.w + seam), office, desk, sight, flight)
    chart(draft, beside, office, desk, replace(sight, places=far, is_second=True), there)
    draft.add(Fill(Rect(beside.right, rect.y, seam, rect.h), look.palette.night))
