"""Numbers, refusals and consequences in words, for every front end."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from game.campaign.campaign import Campaign, EntryKind, Indicator, Source
from game.campaign.model import ShownAs
from game.campaign.scenario import (
    CameAs,
    Estimate,
    Frame,
    Question,
    Scenario,
    Telegram,
    Truth,
)
from game.campaign.words import Grade, Month, SourceId
from game.keymap import BY_NAME, Fixed, Needed, Objection, Taken, called
from game.playthrough.desk import Desk, Guess
from game.playthrough.ghost import Strayed
from game.playthrough.playthrough import Playthrough, begin
from game.playthrough.reasons import Assumed, Cause, Moved, Ordered
from game.playthrough.refusals import (
    ClosedResponse,
    NotRaised,
    Refusal,
    RuledOut,
    TooManyAnswers,
    UnknownResponse,
)
from game.playthrough.replay import Entered, Happened, Step, came_of, play
from game.playthrough.resume import Differs, Notice, OtherCampaign, OtherReading
from game.simulation.course import Course

BRACE = re.compile(r"\{([a-z0-9_]+)\}")
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August",
    "September", "October", "November", "December",
)  # fmt: skip
COUNTS = (
    "No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven",
    "Twelve",
)  # fmt: skip
IN_WORDS = {
    Grade.DOCUMENTED: "The record shows it.",
    Grade.REPORTED: "It is told so.",
    Grade.INFERRED: "Reasoned from what is known.",
    Grade.INVENTED: "Fiction of this game.",
}
"""What each grade means, in a few words."""
PRESENT = {
    Frame.HERE: "",
    Frame.RADIO: "by radio",
    Frame.COURIER: "by courier",
    Frame.ABSENT: "absent",
}
"""How somebody is present at the council."""
TRUTHS = {
    Truth.SO: "It was so.",
    Truth.PARTLY: "It was partly so.",
    Truth.NOT_SO: "It was not so.",
    Truth.UNKNOWN: "It is not known.",
}
"""How a dispatch stands up now."""


class Carried(NamedTuple):
    """The words that go with the way a telegram came."""

    kind: str
    """What the paper is."""
    counted: str
    """What its length is counted in; nothing is counted in a letter."""
    opening: str
    """What is done to read it at once."""
    stamp: str
    """What is stamped on it."""
    going: str
    """What is done with the reply."""


CARRIED = {
    CameAs.CIPHER: Carried("Radiogram", "Cipher groups", "Decode at once", "Decoded", "Keying."),
    CameAs.WIRE: Carried("Telegram", "Words", "Read at once", "Delivered", "Keying."),
    CameAs.LETTER: Carried("Letter", "", "Read at once", "Received", "Writing."),
}
"""From the way a telegram came to its words."""
GROUP = 5
"""Letters in a group of cipher."""
SURE = ((50, "a guess"), (70, "likely"), (90, "nearly sure"))
"""How sure a player may be of an estimate, in per cent and in words."""
SHELVES = {
    EntryKind.PERSON: "People",
    EntryKind.PLACE: "Places",
    EntryKind.UNIT: "Units",
    EntryKind.EVENT: "Events",
    EntryKind.TERM: "Terms",
}
"""The shelves of the encyclopaedia."""
CAPTIONS = {
    "type": "typewriter",
    "morse": "telegraph key",
    "paper": "paper",
    "stamp": "a stamp",
    "card": "a card is raised",
    "month": "a clock ticks",
    "dispatch": "teleprinter bell",
    "cave": "oil lamp, wind",
    "radio-room": "static, faint Morse",
    "teleprinter": "a teleprinter",
    "night": "crickets, night air",
    "wind": "wind",
    "sea": "waves",
    "music-calm": "quiet music",
    "music-strained": "strained music",
    "music-grave": "grave music",
}
"""What a sound tells those who do not hear it. Variants of one sound have one caption."""
VARIANT = re.compile(r"-(dot|dash|[0-9]+)$")


def length_of(telegram: Telegram) -> str:
    """Return how long a telegram is, as its header says: `Cipher groups 22`; nothing for none."""
    counted = CARRIED[telegram.came_as].counted
    letters = sum(len(one) + 1 for one in telegram.paragraphs)
    words = sum(len(one.split()) for one in telegram.paragraphs)
    count = -(-letters // GROUP) if telegram.came_as is CameAs.CIPHER else words
    return f"{counted} {count}" if counted else ""


def addressed(campaign: Campaign, title: str) -> str:
    """Return the heading of a reply: `To the ministry: Ten gangs`."""
    asker = campaign.outline.asker
    return f"To {asker}: {title}" if asker else f"The reply: {title}"


def month(when: Month) -> str:
    """Return a month in words: `July 1900`."""
    return f"{MONTHS[when.number - 1]} {when.year}"


def number(value: float, shown_as: ShownAs) -> str:
    """Return a number as it is written for the player."""
    match shown_as:
        case ShownAs.POINTS:
            return _signed(f"{abs(value):.0f}", value)
        case ShownAs.COUNT:
            return _signed(f"{_three_figures(abs(value)):,}", value)
        case ShownAs.MILLIONS:
            millions = abs(value) / 1e6
            text = f"{millions:.1f}" if millions < 9.95 else f"{millions:.0f}"
            return f"{_signed(text, value)} million"
        case ShownAs.PERCENT:
            return _signed(f"{abs(value) * 100:.0f}", value) + " %"
        case ShownAs.ONE_DECIMAL:
            return _signed(f"{abs(value):.1f}", value)


def _three_figures(value: float) -> int:
    """Round to three figures: nobody counted 304,817 men."""
    return round(float(f"{round(value):.2e}"))


def _signed(text: str, value: float) -> str:
    return f"−{text}" if value < 0 and text.strip("0.,") else text


def sign(gain: int) -> str:
    """Return the sign of a ledger row."""
    return {1: "+", -1: "−", 0: "="}[gain]


def filled(campaign: Campaign, course: Course, text: str, when: Month, **more: str) -> str:
    """Return `text` with the quantities in braces written as they stood in a month."""
    styles = shown_as(campaign)

    def word(found: re.Match[str]) -> str:
        name = found[1]
        return more[name] if name in more else number(course.at(when, name), styles[name])

    return BRACE.sub(word, text)


@lru_cache(maxsize=8)
def shown_as(campaign: Campaign) -> dict[str, ShownAs]:
    """Return how each quantity of the model is written."""
    model = campaign.model  # two hundred quantities, and every figure on the desk asks
    shown = {
        str(one.id): one.shown_as
        for group in (model.series, model.equations, model.stocks)
        for one in group
    }
    return shown | {str(one.id): ShownAs.COUNT for one in model.orders}


def case(campaign: Campaign, course: Course, step: Step, entered: Entered) -> str:
    """Return the words of a ledger row as it turned out."""
    value = number(abs(entered.value), entered.row.shown_as)
    return filled(campaign, course, entered.case.text, step.window.last, value=value)


def happened(campaign: Campaign, course: Course, one: Happened) -> str:
    """Return the words of a dispatch of the months between."""
    return filled(campaign, course, one.happening.text, one.month)


def refusal(campaign: Campaign, course: Course, why: Refusal | NotRaised | RuledOut) -> str:
    """Return why an answer cannot be given, and what could be."""
    match why:
        case UnknownResponse(given, turn, known):
            return f"telegram {turn + 1} has no response {given!r}; it has: {', '.join(known)}."
        case ClosedResponse(_, turn, requirement):
            return filled(campaign, course, requirement.otherwise, campaign.scenarios[turn].month)
        case NotRaised():
            return "Nobody at the council has raised this. A question might."
        case RuledOut(_, question):
            return f"The council has ruled it out: {question.ask}"
        case TooManyAnswers(given, scenarios):
            return f"{given} answers were given; the campaign has {scenarios} telegrams."


def brief(text: str) -> str:
    """Return a number as it fits a small field: `305,000` becomes `305k`."""
    if text.endswith(",000"):
        return f"{text[:-4]}k"
    return text.replace(" million", "M")


def date_of(when: str) -> str:
    """Return a date as the top bar writes it."""
    return when[:1].upper() + when[1:]


def source(one: Source) -> str:
    """Return a source as one cites it."""
    parts = [str(one.author)] if one.author else []
    parts.append(str(one.title))
    if one.year:
        parts.append(one.year)
    return ", ".join(parts)


def span(months: int) -> str:
    """Return a number of months in words: `Three months`, `Two years and one month`."""
    if months < 24:
        return _counted(months, "month")
    years, rest = divmod(months, 12)
    after = f" and {_counted(rest, 'month').lower()}" if rest else ""
    return f"{_counted(years, 'year')}{after}"


def _counted(count: int, thing: str) -> str:
    word = COUNTS[count] if count < len(COUNTS) else str(count)
    return f"{word} {thing}" + ("" if count == 1 else "s")


def foreseen(estimate: Estimate, guess: Guess, value: float) -> str:
    """Return one sentence on what was foreseen and what came."""
    bins = estimate.answers
    came = came_of(estimate, value)
    said = bins[min(guess.answer, len(bins) - 1)].text
    figure = number(value, estimate.shown_as)
    verdict = "It came so" if came == guess.answer else f"It came otherwise: {bins[came].text}"
    return f"{estimate.ask} You said, {guess.confidence} in 100: {said}. {verdict} ({figure})."


def cause(one: Cause) -> tuple[str, str, Grade | None, tuple[SourceId, ...]]:
    """Return title, sentence, grade and sources of a thing that a figure hangs on."""
    match one:
        case Ordered(title, total, unit, meaning, _):
            return f"Your order: {title}", f"{plain(total)} {unit} in all. {meaning}", None, ()
        case Moved(_, title, start, end, shown_as, because, grade, sources):
            moved = f"{number(start, shown_as)} at the start, {number(end, shown_as)} at the end."
            return title, f"{moved} {because}".strip(), grade, sources
        case Assumed(meaning, value, low, high, unit, grade, sources):
            span = f"{plain(low)} to {plain(high)} can be defended."
            text = f"{meaning} Taken as {plain(value)} ({unit}); {span}"
            return "An assumption", text, grade, sources


def plain(value: float) -> str:
    """Return a number as short as it can be written."""
    return f"{value:,.4g}" if abs(value) < 1000 else f"{value:,.0f}"


def figure(value: float) -> str:
    """Return a figure of the record as exactly as it is given."""
    decimals = 0 if abs(value) >= 1000 else 1 if abs(value) >= 10 else 2
    text = f"{value:,.{decimals}f}"
    return text.rstrip("0").rstrip(".") if decimals else text


def strayed(far: Strayed) -> str:
    """Return how far a playthrough has left the documented path, in one or two sentences."""
    if not far.answers:
        return "So far you have answered as history did."
    answers = f"{far.answers} of your {far.given} answers" if far.given > 1 else "Your answer"
    verb = "differ" if far.answers > 1 else "differs"
    apart = f"On the whole the figures stand {far.share * 100:.0f} in 100 of their scale"
    return (
        f"{answers} {verb} from history. {apart} away from the documented path; "
        f"furthest off: {far.widest.title}."
    )


def notice(campaign: Campaign, one: Notice, desk: Desk | None) -> str:
    """Return what the player should know about a save taken up again, at `desk` if it plays."""
    match one:
        case OtherCampaign(given, here):
            return f"It belongs to the campaign {given!r}; this one is {here!r}."
        case OtherReading(given, used):
            return (
                f"It rests on the reading {given!r}, which is no longer there; {used!r} stands in."
            )
        case Differs(turn):
            since = f"From telegram {turn + 1} on"
            return f"{since} the same answers lead elsewhere: the model has changed."
        case UnknownResponse() | ClosedResponse() | TooManyAnswers():
            made = desk.playthrough if desk else begin(campaign)
            why = refusal(campaign, play(campaign, made).course, one)
            turn = getattr(one, "turn", len(campaign.scenarios) - 1)
            return f"It plays up to telegram {turn + 1} and stops there. {why[:1].upper()}{why[1:]}"


def caption(name: str) -> str:
    """Return what is written for a sound, or nothing for one that tells nothing."""
    words = CAPTIONS.get(VARIANT.sub("", name))
    return f"[{words}]" if words else ""


def set_aside(name: str, why: str, place: str) -> str:
    """Return what became of a file that is no save."""
    return f"{name} is not a save: {why}. It was not deleted; it lies at {place}."


def objection(why: Objection) -> str:
    """Return why a key or a button cannot be given to a command just so."""
    match why:
        case Taken(given, by):
            return (
                f"{called(given)} gives already: {BY_NAME[by].title}. "
                "Press it once more to take it from there, or press another."
            )
        case Needed(given, by):
            title = BY_NAME[by].title
            return f"{called(given)} is the last key for: {title}. Give that another one first."
        case Fixed(given):
            return f"{called(given)} cannot be given to anything else. Press another."


def effects(campaign: Campaign, scenario: Scenario, question: Question) -> tuple[str, ...]:
    """Return what an answer at the council changes, in sentences."""
    titles = {one.id: one.title for one in scenario.decision.responses}
    names = {one.id: one.name for one in campaign.geography.places}
    slips = {one.id: one for one in scenario.situation.dispatches}
    doubted = (slips[one] for one in question.corrects)
    return (
        *(f"On the table now: {titles[one]}." for one in question.opens),
        *(f"Off the table: {titles[one]}." for one in question.closes),
        *(f"This puts in doubt: {names[one.place]}, {one.date}." for one in doubted),
    )


def believed(one: Indicator, course: Course, when: Month, shown: dict[str, ShownAs]) -> str:
    """Return what an estimate on the desk said in a month, and what was so."""
    style = shown[str(one.quantity)]
    desk, truth = course.at(when, one.quantity), course.at(when, str(one.truth))
    return f"The desk said {number(desk, style)}; in truth it stood at {number(truth, style)}."


def reading(campaign: Campaign, made: Playthrough) -> str:
    """Return the reading a playthrough rests on, and what it holds."""
    one = next(one for one in campaign.model.readings if one.id == made.reading)
    return f"The reading: {one.title}. {one.text}"
