"""What a chronicle tells of one telegram: asked, answered, foreseen, what followed, the record."""

from __future__ import annotations

from game.campaign.campaign import Campaign
from game.campaign.scenario import Dispatch, Estimate, Paragraph, Response, Scenario
from game.campaign.words import Claim, Grade
from game.chronicle.chronicle import Figure, Part, Section, Statement, Table, Words
from game.chronicle.figures import drawable, graph, sources_of
from game.playthrough.chain import Chain, chain
from game.playthrough.desk import Guess, Notes
from game.playthrough.reasons import rule_of
from game.playthrough.replay import Entered, Replay, Step, came_of, estimate
from game.playthrough.why import ByOrder, explain
from game.simulation.arithmetic import NoValueError
from game.simulation.why import Asked
from game.words import explaining, wording

TRIED = 3
"""Rows of a ledger that are asked for a graph with an order in it."""


def telegram(campaign: Campaign, replay: Replay, turn: int, notes: Notes) -> Section:
    """Return the section of a telegram that was answered."""
    step = replay.steps[turn]
    name = f"telegram-{turn + 1}"
    return Section(
        name,
        f"{turn + 1}. {step.scenario.title}, {step.scenario.when}",
        (),
        (
            _answered(step, notes, name),
            *_foreseen(replay, step, notes, name),
            _followed(campaign, replay, step, name),
            *_why(campaign, replay, step, name),
            _record(campaign, step.scenario, name),
        ),
    )


def historical(scenario: Scenario) -> Response:
    """Return what was answered in history, as far as it is known."""
    return next(one for one in scenario.decision.responses if one.historical)


def letter(scenario: Scenario, response: Response) -> str:
    """Return the letter of a response."""
    ids = [one.id for one in scenario.decision.responses]
    return chr(ord("A") + ids.index(response.id))


def claimed(title: str, claim: Claim) -> Statement:
    """Return a claim under a heading."""
    return Statement(title, str(claim.text), claim.grade, claim.sources)


def _answered(step: Step, notes: Notes, name: str) -> Section:
    """Return what was asked and answered, and what the player asked the council."""
    response, scenario = step.response, step.scenario
    given = f"You answered {letter(scenario, response)}, {response.title}. {response.order}"
    council = {one.id: one for one in scenario.council.questions}
    heard = [council[one] for one in notes.asked if one in council]
    return Section(
        f"{name}-answer",
        "Asked and answered",
        (
            claimed("What was asked", scenario.telegram.asked),
            Words(given),
            Words(f"What it cost at once: {response.cost}"),
            claimed("Who stood for it", response.backing),
            *(
                Statement(f"You asked: {one.ask}", str(one.answer), one.grade, one.sources)
                for one in heard
            ),
        ),
    )


# --- estimates ---


def _foreseen(replay: Replay, step: Step, notes: Notes, name: str) -> tuple[Section, ...]:
    """Return each estimate beside what came, if there are any."""
    asked = {one.id: one for one in step.scenario.decision.estimates}
    pairs = [(asked[one.estimate], one) for one in notes.guesses if one.estimate in asked]
    if not pairs:
        return ()
    head = ("Question", "You said", "How sure", "What came", "Was it so")
    rows = tuple(_guessed(one, guess, estimate(replay, step, one)) for one, guess in pairs)
    table = Table("What you foresaw, and what came", head, rows)
    return (Section(f"{name}-foreseen", "Foreseen", (table,)),)


def _guessed(asked: Estimate, guess: Guess, value: float) -> tuple[str, ...]:
    answers = asked.answers
    came = came_of(asked, value)
    figure = wording.number(value, asked.shown_as)
    return (
        str(asked.ask),
        str(answers[min(guess.answer, len(answers) - 1)].text),
        f"{guess.confidence} in 100",
        f"{answers[came].text} ({figure})",
        "yes" if came == guess.answer else "no",
    )


# --- what followed ---


def _followed(campaign: Campaign, replay: Replay, step: Step, name: str) -> Section:
    """Return the dispatches of the months between, and the ledger."""
    places = {one.id: str(one.name) for one in campaign.geography.places}
    dispatches = tuple(
        Statement(
            f"{places[one.happening.place]}, {wording.month(one.month)}: {one.happening.title}",
            wording.happened(campaign, replay.course, one),
            one.happening.grade,
            one.happening.sources,
        )
        for one in step.happened
    )
    later = wording.span(step.window.last.since(step.window.first))
    ledger = tuple(_entered(campaign, replay, step, one) for one in step.ledger)
    return Section(f"{name}-ledger", f"{later} later: what followed", (*dispatches, *ledger))


def _entered(campaign: Campaign, replay: Replay, step: Step, one: Entered) -> Statement:
    text = wording.case(campaign, replay.course, step, one)
    case = one.case
    return Statement(str(one.row.title), text, case.grade, case.sources, wording.sign(one.sign))


def _why(campaign: Campaign, replay: Replay, step: Step, name: str) -> tuple[Section, ...]:
    """Return the graph of the first consequence that an order had a part in."""
    found = _found(campaign, replay, step)
    if found is None:
        return ()
    entered, of_it = found
    asked = Asked(str(entered.row.about), step.window.first, step.window.last)
    told = explain(campaign, replay.playthrough, asked)
    rule = rule_of(campaign.model, asked.quantity)
    figure = Figure(
        f"{name}-why",
        graph(of_it, f"Why {told.title} moved"),
        "Green with + lifts the figure, red with − lowers it; the wider, the more.",
        Grade.INFERRED,
        sources_of(of_it),
    )
    rows = tuple((text, amount) for amount, text in explaining.sentences(campaign, told))
    parts: list[Part] = [Words(explaining.summary(told)), figure]
    if rows:
        parts.append(Table("What moved it; the parts add up", ("Cause", "By how much"), rows))
    grade = rule.grade or Grade.INFERRED
    parts.append(Statement(f"The rule: {rule.title}", rule.because, grade, rule.sources))
    return (Section(f"{name}-why-words", f"Why: {entered.row.title}", tuple(parts)),)


def _found(campaign: Campaign, replay: Replay, step: Step) -> tuple[Entered, Chain] | None:
    """Return the first row that moved by an order, or else by anything, with its graph."""
    other: tuple[Entered, Chain] | None = None
    for entered in [one for one in step.ledger if one.sign][:TRIED]:
        asked = Asked(str(entered.row.about), step.window.first, step.window.last)
        try:
            of_it = drawable(chain(campaign, replay.playthrough, asked))
        except NoValueError:  # the model has no value on the way from the quiet course
            continue
        if of_it.arrows and _has_order(of_it):
            return entered, of_it
        other = other or ((entered, of_it) if of_it.arrows else None)
    return other


def _has_order(of_it: Chain) -> bool:
    bundles = [node.bundle for node in of_it.nodes]
    return any(one is not None and isinstance(one.origin, ByOrder) for one in bundles)


# --- the record ---


def _record(campaign: Campaign, scenario: Scenario, name: str) -> Section:
    """Return the record: two tellings, what happened, then and now, what is weak."""
    record, history = scenario.record, historical(scenario)
    then = [part for one in scenario.situation.dispatches for part in _then(campaign, one)]
    parts = (
        claimed(f"What was answered: {history.title}", record.answered),
        claimed("As it is told", record.told),
        claimed("What the documents have", record.documents),
        *map(_paragraph, record.paragraphs),
    )
    return Section(
        f"{name}-record",
        "The record",
        parts,
        (
            Section(f"{name}-then", "Known then, known now", tuple(then)),
            Section(f"{name}-weak", "Where the story is weak", tuple(map(_paragraph, record.weak))),
        ),
    )


def _paragraph(one: Paragraph) -> Statement:
    return Statement(str(one.title), str(one.text), one.grade, one.sources)


def _then(campaign: Campaign, one: Dispatch) -> tuple[Statement, Statement]:
    """Return a dispatch as it was judged then, and what is known now."""
    place = next(str(two.name) for two in campaign.geography.places if two.id == one.place)
    head = f"{place}, {one.date}: {one.standing} then"
    text = f"{wording.TRUTHS[one.truth]} {one.now.text}"
    return (
        Statement(head, str(one.text), one.grade, one.sources),
        Statement("Now", text, one.now.grade, one.now.sources),
    )
