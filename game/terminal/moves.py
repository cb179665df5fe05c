"""Going on, choosing and going back, wherever the player sits."""

from __future__ import annotations

from dataclasses import replace

from game.campaign.scenario import Response
from game.files.saves import Save
from game.playthrough.code import Decoded, read_code
from game.playthrough.desk import (
    OF_A_SCENARIO,
    Desk,
    Guess,
    Stage,
    again,
    ask,
    cards,
    foresee,
    forward,
    questions_left,
    scenario_of,
    send,
    turned_to,
)
from game.playthrough.entry import seat
from game.playthrough.letters import Mistyped
from game.playthrough.playthrough import begin
from game.playthrough.resume import Resumed, resume
from game.terminal import council, decision, stages
from game.terminal.briefing import AT_TITLE, newest_of
from game.terminal.encyclopaedia import contents
from game.terminal.paper import Passage, passage
from game.terminal.sitting import (
    AtShelf,
    AtStage,
    AtTitle,
    Confirming,
    Deleting,
    Fetching,
    Foreseeing,
    Keyed,
    Leaving,
    Outcome,
    Scene,
    Sitting,
    Slipped,
)
from game.terminal.views import choices
from game.words import codewords, wording

LIKELY = 2
"""How sure the player is who only presses Enter, as a number of `wording.SURE` from 1."""


def onward(scene: Scene) -> Outcome:
    """Return what Enter does."""
    sitting = scene.sitting
    match sitting.place:
        case AtTitle() | Foreseeing(answer=int()):
            return choose(scene, 1 if isinstance(sitting.place, AtTitle) else LIKELY)
        case AtStage():
            return _read_on(scene)
        case Foreseeing() as place:
            return _next_estimate(scene, place)
        case Confirming() | Slipped():
            return hint(scene)
        case Keyed():
            return _seated(sitting.desk)
        case AtShelf():
            return back(scene)


def choose(scene: Scene, number: int) -> Outcome:
    """Return what a number does, counted from 1."""
    match scene.sitting.place:
        case AtTitle() as place:
            return _begun(scene, place, number)
        case AtStage():
            return _at_stage(scene, number)
        case Foreseeing() as place:
            return _foreseen(scene, place, number)
        case Confirming() if number == 1:
            return agree(scene)
        case AtShelf(saves, doomed=None) if 1 <= number <= len(saves):
            return taken_up(scene, saves[number - 1])
        case _:
            return hint(scene, f"There is no {number} here.")


def agree(scene: Scene) -> Outcome:
    """Return what `y` does: it sends, or deletes."""
    sitting = scene.sitting
    match sitting.place:
        case Confirming(response, draft):
            came_as = scenario_of(scene.campaign, draft).telegram.came_as
            said = decision.sent(response, came_as)
            desk = send(scene.campaign, draft, response.id)
            return Outcome(Sitting(desk, Keyed()), tuple(said))
        case AtShelf(doomed=Save() as save):
            return Outcome(sitting, wish=Deleting(save))
        case Slipped(meant, before):
            return opened(replace(scene, sitting=before), meant)
        case _:
            return hint(scene, "Nothing waits for a yes.")


def back(scene: Scene) -> Outcome:
    """Return what `b` does."""
    sitting = scene.sitting
    match sitting.place:
        case AtStage() if sitting.desk:
            return _stage_before(scene, sitting.desk)
        case Foreseeing(answer=int()) as place:
            return Outcome(replace(sitting, place=replace(place, answer=None)), turned=True)
        case Foreseeing() | Confirming():
            return _seated(sitting.desk)
        case Keyed():
            return hint(scene, "The reply has gone out; it cannot be called back.")
        case AtShelf(doomed=Save()) as shelf:
            return Outcome(replace(sitting, place=replace(shelf, doomed=None)), turned=True)
        case AtShelf(before=before) | Slipped(before=before):
            return Outcome(before, turned=True)
        case _:
            return hint(scene, "There is nothing to go back to.")


def hint(scene: Scene, first: str = "") -> Outcome:
    """Return one line: what is wrong, and what would do."""
    said = passage(f"{first} {choices(scene)}".strip())
    return Outcome(scene.sitting, (said,), hinted=True)


def taken_up(scene: Scene, save: Save) -> Outcome:
    """Return where a save leads, and what has changed since it was written."""
    found = resume(scene.campaign, save.desk, save.fingerprints)
    return _resumed(scene, found, f"Taken up: {save.title}.", "save")


def opened(scene: Scene, code: str) -> Outcome:
    """Return where a run code leads; a slip is said, and what was meant is offered."""
    found = read_code(scene.campaign, code)
    if isinstance(found, Decoded):
        remarks = tuple(codewords.remark(scene.campaign, one) for one in found.remarks)
        return _resumed(scene, seat(scene.campaign, found), "Opened.", "code", remarks)
    before = scene.sitting.place.before if isinstance(scene.sitting.place, Slipped) else None
    meant = found.meant if isinstance(found, Mistyped) else ""
    sitting = before or scene.sitting
    if meant:
        sitting = replace(sitting, place=Slipped(meant, sitting))
    return hint(replace(scene, sitting=sitting), codewords.no_code(scene.campaign, code, found))


def answered_again(scene: Scene, number: str) -> Outcome:
    """Return the decision of a telegram that was answered: of the last one, or of that number."""
    desk = scene.sitting.desk
    many = len(desk.playthrough.line) if desk else 0
    if desk is None or not many:
        return hint(scene, "No telegram is answered yet.")
    turn = number or str(many)
    if not (turn.isascii() and turn.isdigit() and 1 <= int(turn[:4]) <= many):
        return hint(scene, f"Write again and a number from 1 to {many}, for instance again {many}.")
    said = passage(f"Telegram {turn} again. The saves of the playthrough so far stay.")
    return _seated(again(desk, int(turn) - 1), 0, said)


def _resumed(
    scene: Scene, found: Resumed, words: str, what: str, remarks: tuple[str, ...] = ()
) -> Outcome:
    """Return where a save or a code leads, with remarks and what has changed since."""
    notices = [wording.notice(scene.campaign, one, found.desk) for one in found.notices]
    if found.desk is None:
        said = passage(f"This {what} cannot be played here.", *notices)
        return Outcome(scene.sitting, (said,))
    has_changed = bool(notices or remarks)
    changed = f"The campaign has changed since this {what}." if has_changed else ""
    said = passage(words, changed, *remarks, *notices)
    return Outcome(Sitting(found.desk, AtStage()), (said,), turned=True)


def _seated(desk: Desk | None, page: int = 0, *said: Passage) -> Outcome:
    return Outcome(Sitting(desk, AtStage(), page), said, turned=True)


def _begun(scene: Scene, place: AtTitle, number: int) -> Outcome:
    """Do what was chosen at the title."""
    newest = newest_of(scene.campaign, place.saves)
    if newest and number == 1:
        return taken_up(scene, newest)
    chosen = number - (2 if newest else 1)
    if not 0 <= chosen < len(AT_TITLE):
        return hint(scene, f"There is no {number} here.")
    match chosen:
        case 0:
            return _seated(_new(scene))
        case 1:
            return Outcome(scene.sitting, wish=Fetching())
        case 2:
            return Outcome(scene.sitting, tuple(contents(scene.campaign)))
        case _:
            return Outcome(scene.sitting, wish=Leaving())


def _new(scene: Scene) -> Desk:
    house = scene.house
    made = begin(house.campaign, seed=house.seed(), chance=house.chance, reading=house.reading)
    return Desk(made)


def _read_on(scene: Scene) -> Outcome:
    """Turn the page, or go on to the next stage."""
    sitting = scene.sitting
    assert sitting.desk is not None, "a stage lies on a desk"
    found = stages.book(scene.campaign, sitting.desk, scene.paper)
    page = stages.opened(found, sitting.page)
    if page + 1 < len(found):
        return Outcome(replace(sitting, page=page + 1), turned=True)
    if sitting.desk.stage is Stage.CHRONICLE:
        return _seated(_again(scene, sitting.desk))
    desk = forward(scene.campaign, sitting.desk)
    if desk == sitting.desk:
        return hint(scene, "An answer must be chosen.")
    return _seated(desk)


def _again(scene: Scene, desk: Desk) -> Desk:
    """Return the desk of a new playthrough under the same assumptions, with other luck."""
    made = desk.playthrough
    seed = made.seed + 1
    fresh = begin(scene.campaign, seed=seed, chance=made.chance, reading=made.reading)
    return Desk(fresh, Stage.SITUATION)


def _stage_before(scene: Scene, desk: Desk) -> Outcome:
    """Turn back to the stage before, where that is allowed."""
    page = scene.sitting.page
    match desk.stage:
        case Stage.TELEGRAM | Stage.COUNCIL | Stage.DECISION:
            before = OF_A_SCENARIO[OF_A_SCENARIO.index(desk.stage) - 1]
            return _seated(turned_to(desk, before))
        case Stage.RECORD:
            earlier = turned_to(desk, Stage.CONSEQUENCES)
            return _seated(earlier, stages.ledger_page(scene.campaign, earlier, scene.paper))
        case Stage.OPENING | Stage.CONSEQUENCES | Stage.CHRONICLE if page:
            ledger = stages.ledger_is_open(scene.campaign, desk, page, scene.paper)
            first = desk.stage is Stage.CONSEQUENCES and ledger
            return _seated(desk, 0 if first else page - 1)
        case _:
            return hint(scene, "There is no earlier stage to go back to from here.")


def _at_stage(scene: Scene, number: int) -> Outcome:
    desk = scene.sitting.desk
    assert desk is not None, "a stage lies on a desk"
    if desk.stage is Stage.COUNCIL:
        return _asked(scene, desk, number)
    if desk.stage is Stage.DECISION:
        return _chosen(scene, desk, number)
    return hint(scene, f"There is no {number} to choose here.")


def _asked(scene: Scene, desk: Desk, number: int) -> Outcome:
    """Ask a question, or hear an answer once more."""
    listed = scenario_of(scene.campaign, desk).council.questions
    if not 1 <= number <= len(listed):
        return hint(scene, f"There is no question {number}.")
    question = listed[number - 1]
    heard = ask(scene.campaign, desk, question.id)
    if question.id not in heard.noted.asked:
        return hint(scene, "There is no time for another question.")
    left = questions_left(scene.campaign, heard)
    said = [council.answered(scene.campaign, heard, question)]
    if left:
        said.append(council.questions(scene.campaign, heard))
    return Outcome(replace(scene.sitting, desk=heard), tuple(said))


def _chosen(scene: Scene, desk: Desk, number: int) -> Outcome:
    """Take a response in hand: the estimates come next, then the reply."""
    table = cards(scene.campaign, desk)
    if not 1 <= number <= len(table):
        return hint(scene, f"There is no response {number}.")
    card = table[number - 1]
    if card.refusal:
        return hint(scene, decision.closed_because(scene.campaign, desk, card))
    response = decision.response_of(scene.campaign, desk, card)
    said = passage(f"Your answer: {response.title}.", response.order, response.cost)
    return replace(_estimating(scene, response, desk, 0), said=(said,))


def _estimating(scene: Scene, response: Response, draft: Desk, number: int) -> Outcome:
    """Ask for the next estimate, or lay the reply ready after the last."""
    if number < len(scenario_of(scene.campaign, draft).decision.estimates):
        place = Foreseeing(response, draft, number)
        return Outcome(replace(scene.sitting, place=place), turned=True)
    ready = Confirming(response, draft)
    return Outcome(replace(scene.sitting, place=ready), turned=True)


def _next_estimate(scene: Scene, place: Foreseeing) -> Outcome:
    return _estimating(scene, place.response, place.draft, place.number + 1)


def _foreseen(scene: Scene, place: Foreseeing, number: int) -> Outcome:
    """Note an answer, then how sure the player is of it."""
    estimate = scenario_of(scene.campaign, place.draft).decision.estimates[place.number]
    many = len(estimate.answers if place.answer is None else wording.SURE)
    if not 1 <= number <= many:
        return hint(scene, f"There is no answer {number}.")
    if place.answer is None:
        sure = replace(place, answer=number - 1)
        return Outcome(replace(scene.sitting, place=sure), turned=True)
    guess = Guess(estimate.id, place.answer, wording.SURE[number - 1][0])
    return _next_estimate(scene, replace(place, draft=foresee(place.draft, guess)))
