"""The situation: what reached the council by that day, and how it could be judged then."""

from __future__ import annotations

from game.campaign.scenario import Dispatch
from game.campaign.words import PlaceId
from game.screens import styles
from game.screens.cartography import cameras
from game.screens.flight import flight_to
from game.screens.frame import rule
from game.screens.screen import Move, Stay
from game.screens.stages.stage import StageScreen
from game.widgets.controls import (
    Press,
    button_size,
    label,
    paper,
    ring,
    row_of_buttons,
    tag,
    tag_size,
    width_of,
    write,
)
from game.widgets.geometry import Rect
from game.widgets.look import Look
from game.widgets.sheet import Draft, Sheet, Spot


class SituationScreen(StageScreen):
    """The first stage."""

    name = "situation"
    gone_to: str = ""
    """The dispatch whose place the camera shows; none for the whole theatre."""

    @property
    def places(self) -> tuple[PlaceId, ...]:
        """The place of the dispatch under the hand, or the whole theatre."""
        slips = {f"slip:{one.id}": one.place for one in self.scenario.situation.dispatches}
        return (slips[self.gone_to],) if self.gone_to in slips else self.scenario.view

    @property
    def steps(self) -> object:
        """Nothing moves but the camera."""
        return self.gone_to

    def update(self, seconds: float) -> bool:
        """Let the camera fly to the dispatch under the hand."""
        focus = self.hand.focus if self.hand.focus.startswith("slip:") else ""
        if focus != self.gone_to:
            self.gone_to = focus
            here = self.flight.broken()
            self.flight = flight_to(here, self.places, cameras(self.office.campaign))
        return super().update(seconds)

    def view(self, look: Look) -> Sheet:
        """Return the slips on their paper beside the map."""
        draft, parts = self.begin(look, str(self.scenario.when))
        margin = look.px(20)
        inside = parts.panel.inset(margin)
        onward = Press("next", "Read the telegram", "advance", "read on")
        tall = button_size(look, onward)[1]
        sheet = Rect(inside.x, inside.y, inside.w, inside.h - tall - margin)
        paper(draft, sheet)
        draft.scroll("slips", sheet.inset(margin, look.px(16)), self.slips)
        row_of_buttons(draft, inside, [onward], main="next")
        self.finish(draft, parts, ("a dispatch: its place", "next"))
        return draft.done()

    def slips(self, draft: Draft, width: int) -> int:
        """Write the dispatches from the top down."""
        look, palette = draft.look, draft.look.palette
        situation = self.scenario.situation
        y = write(
            draft, Rect(0, 0, width, 0), "The situation", styles.heading(palette), role="heading"
        )
        y += write(draft, Rect(0, y, width, 0), str(situation.intro), styles.intro(palette))
        with draft.group("list", "Dispatches"):
            for dispatch in situation.dispatches:
                y += look.px(9)
                rule(draft, 0, y, width)
                y += look.px(9)
                y += self.slip(draft, Rect(0, y, width, 0), dispatch)
        return y

    def slip(self, draft: Draft, rect: Rect, dispatch: Dispatch) -> int:
        """Write one dispatch and return its height."""
        look, palette = draft.look, draft.look.palette
        names = {one.id: str(one.name) for one in self.office.campaign.geography.places}
        place, date, standing = names[dispatch.place], str(dispatch.date), str(dispatch.standing)
        height = self.head_of_slip(draft, rect, (place, date, standing))
        text = Rect(rect.x, rect.y + height, rect.w, 0)
        height += write(draft, text, str(dispatch.text), styles.text(palette), role="")
        name = f"slip:{dispatch.id}"
        place_of_slip = Rect(rect.x, rect.y, rect.w, height)
        ring(draft, place_of_slip.inset(look.px(1)), name)
        said = f"{place}, {date}, {standing}: {dispatch.text}"
        draft.spot(Spot(name, "button", said, place_of_slip, about=str(dispatch.place)))
        return height

    def head_of_slip(self, draft: Draft, rect: Rect, words: tuple[str, str, str]) -> int:
        """Write place, date and standing in one line, or in three; return the height."""
        look, palette = draft.look, draft.look.palette
        place, date, standing = words
        head, small, mark = styles.subheading(palette), styles.small(palette), styles.grade(palette)
        wide, tall = tag_size(look, standing, mark)
        used = width_of(look, place, head) + look.px(8)
        height = look.fonts.height(head.face, head.px(look))
        lower = look.fonts.height(small.face, small.px(look))
        label(draft, rect.x, rect.y, place, head)
        if used + width_of(look, date, small) + wide + look.px(10) <= rect.w:
            label(draft, rect.x + used, rect.y + height - lower, date, small)
            tag(draft, rect.right, rect.y, standing, mark)
            return height
        label(draft, rect.x, rect.y + height, date, small)
        tag(draft, 0, rect.y + height + lower, standing, mark, x=rect.x)
        return height + lower + tall + look.px(4)

    def act(self, spot: str) -> Move:
        """Go on, let the camera go to a dispatch, or do what every stage can."""
        if spot.startswith("slip:"):
            self.hand.focus = "" if self.gone_to == spot else spot
            return Stay()
        return self.onward() if spot == "next" else self.common(spot)
