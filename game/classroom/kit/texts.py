"""What is read in a lesson on paper: a sheet for each telegram, the teacher's key, plans."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from game.campaign.campaign import Campaign
from game.campaign.classroom import DebriefStep, LessonPlan, SpeakerNotes
from game.campaign.notes import sentences
from game.campaign.scenario import Paragraph, Scenario
from game.chronicle.chronicle import Chronicle, Part, Section, Statement, Table, Words
from game.chronicle.contents import cited
from game.chronicle.telegrams import claimed
from game.classroom.kit.outcomes import outcomes
from game.classroom.notice import NOTICE, TITLE
from game.room.debrief import TITLES
from game.room.ways import RULES, TIE_RULE, Way
from game.words import wording

RECONSTRUCTION = "RECONSTRUCTION. These are not the words of a document."
PRIVACY = (
    "The lesson on paper keeps nothing: ballots carry no name unless somebody writes one. Collect "
    "them, count them, throw them away. For a lesson with telephones hang up the privacy notice."
)
ASKED = "School, and whom to ask: ______________________________________________________"
"""For the school to fill in."""
GRADED = (
    "What is a claim about history has its grade behind it and stands with its sources below, in "
    "the record or under the dispatches. The rest is yours to ask and to say."
)


def sheet(campaign: Campaign, turn: int) -> Chronicle:
    """Return what everybody may read at a telegram: news, telegram, council, responses."""
    scenario = campaign.scenarios[turn]
    sections = (
        _situation(campaign, scenario),
        _telegram(scenario),
        _council(campaign, scenario),
        _responses(scenario),
    )
    return _paper(campaign, f"Telegram {turn + 1}: {scenario.title}", scenario.when, sections)


def key(campaign: Campaign, turns: Sequence[int]) -> Chronicle:
    """Return the teacher's key: what was answered, what is known, what to say and to ask."""
    sections = (
        _counting(),
        *(_key(campaign, turn) for turn in turns),
        _debrief(campaign, turns),
        _misconceptions(campaign),
    )
    title = "The teacher's key"
    found = _paper(campaign, title, "Not for the class before the debrief", sections)
    return Chronicle(
        found.title, found.subtitle, found.note, (), sections, cited(campaign, sections)
    )


def plans(campaign: Campaign) -> Chronicle:
    """Return the lesson plans."""
    sections = tuple(_plan(campaign, one) for one in campaign.classroom.plans)
    none = (Section("none", "No plans", (Words("The campaign has none."),)),)
    return _paper(campaign, "Lesson plans", "The debrief is part of the clock", sections or none)


def notice(campaign: Campaign) -> Chronicle:
    """Return what a school has to know about data, on one page; the phones have the same words."""
    table = Table("For a lesson with telephones", ("", ""), NOTICE)
    section = Section("privacy", "The notice", (table, Words(ASKED)))
    title = str(campaign.outline.title)
    return Chronicle(TITLE, f"{title}, in a classroom", "", (), (section,), ())


def _paper(
    campaign: Campaign, title: str, subtitle: str, sections: tuple[Section, ...]
) -> Chronicle:
    note = str(campaign.outline.content_note)
    return Chronicle(title, subtitle, note, (), sections, ())


def _told(paragraphs: tuple[Paragraph, ...]) -> tuple[Statement, ...]:
    return tuple(
        Statement(str(one.title), str(one.text), one.grade, one.sources) for one in paragraphs
    )


# --- for everybody ---


def _situation(campaign: Campaign, scenario: Scenario) -> Section:
    places = {one.id: str(one.name) for one in campaign.geography.places}
    head = ("From", "Date", "Then", "What it says")
    rows = tuple(
        (places[one.place], str(one.date), str(one.standing), str(one.text))
        for one in scenario.situation.dispatches
    )
    intro = str(scenario.situation.intro)
    return Section("situation", "The situation", (Table(intro, head, rows),))


def _telegram(scenario: Scenario) -> Section:
    found = scenario.telegram
    parts: tuple[Part, ...] = (
        Words(RECONSTRUCTION),
        Words(f"From: {found.sender}. Received: {found.received}."),
        *(Words(str(one)) for one in found.paragraphs),
        claimed("What was asked", found.asked),
    )
    return Section("telegram", "The telegram", parts)


def _council(campaign: Campaign, scenario: Scenario) -> Section:
    names = {one.id: str(one.name) for one in campaign.cast}
    spoken = tuple(
        Statement(_present(names[one.id], wording.PRESENT[one.frame]), str(one.text), one.grade)
        for one in scenario.council.speeches
    )
    asked = tuple(
        (str(number), f"{one.ask} (to {names[one.to]})")
        for number, one in enumerate(scenario.council.questions, 1)
    )
    many = min(scenario.council.time_for, len(asked))
    caption = f"Questions; there is time for {many}. The teacher has the answers."
    table = (Table(caption, ("Number", "Question"), asked),) if asked else ()
    return Section("council", "The council", (*spoken, *table))


def _present(name: str, how: str) -> str:
    return f"{name}, {how}" if how else name


def _responses(scenario: Scenario) -> Section:
    raised = {one: question for question in scenario.council.questions for one in question.opens}
    numbers = {one.id: number for number, one in enumerate(scenario.council.questions, 1)}
    rows = tuple(
        (
            chr(ord("A") + number),
            str(one.title),
            f"{one.order} {one.cost}",
            f"after question {numbers[raised[one.id].id]}" if one.id in raised else "",
        )
        for number, one in enumerate(scenario.decision.responses)
    )
    head = ("", "Response", "The order, and what it costs at once", "On the table")
    return Section("decision", str(scenario.decision.ask), (Table("Responses", head, rows),))


# --- for the teacher ---


def _counting() -> Section:
    rows = tuple((one.value, RULES[one]) for one in Way)
    parts = (Table("Ways to decide", ("Way", "Rule"), rows), Words(TIE_RULE))
    return Section("counting", "How to count", parts)


def _key(campaign: Campaign, turn: int) -> Section:
    scenario, name = campaign.scenarios[turn], f"key-{turn + 1}"
    notes = next((one for one in campaign.classroom.notes if one.id == scenario.id), None)
    return Section(
        name,
        f"{turn + 1}. {scenario.title}, {scenario.when}",
        (),
        (
            *((_notes(scenario, notes, name),) if notes else ()),
            Section(f"{name}-answers", "Answers of the council", tuple(_answers(scenario))),
            Section(f"{name}-record", "The record", _record(scenario)),
            Section(f"{name}-then", "The dispatches, then and now", _then_and_now(scenario)),
            Section(
                f"{name}-outcomes", "Who pays, response by response", _outcomes(campaign, turn)
            ),
        ),
    )


def _notes(scenario: Scenario, notes: SpeakerNotes, name: str) -> Section:
    """Return what the teacher may say, each claim with the grade of what it rests on."""
    stages = ("situation", "telegram", "council", "decision", "consequences", "record")
    rows = tuple((one, _graded(scenario, str(getattr(notes, one)))) for one in stages)
    table = Table("Stage by stage", ("Stage", "You may say"), rows)
    return Section(f"{name}-notes", "What you may say", (Words(GRADED), table))


def _graded(scenario: Scenario, text: str) -> str:
    """Return a note with the grades in brackets behind what they are of."""
    said = sentences(scenario, text)
    return "".join(f"{words} ({grade})" if grade else words for words, grade in said)


def _answers(scenario: Scenario) -> Iterator[Part]:
    for number, one in enumerate(scenario.council.questions, 1):
        yield Statement(f"{number}. {one.ask}", str(one.answer), one.grade, one.sources)


def _record(scenario: Scenario) -> tuple[Statement, ...]:
    record = scenario.record
    return (
        claimed("What was answered", record.answered),
        claimed("As it is told", record.told),
        claimed("What the documents have", record.documents),
        *_told(record.paragraphs),
        *_told(record.weak),
    )


def _then_and_now(scenario: Scenario) -> tuple[Statement, ...]:
    return tuple(
        Statement(
            f"{one.date}, {one.standing} then",
            f"{wording.TRUTHS[one.truth]} {one.now.text}",
            one.now.grade,
            one.now.sources,
        )
        for one in scenario.situation.dispatches
    )


def _outcomes(campaign: Campaign, turn: int) -> tuple[Part, ...]:
    """Return who pays after each response; the cards have the rest, row by row."""
    ledger = campaign.scenarios[turn].consequences.ledger
    about = {str(one.title): one.about for one in ledger}
    paid = campaign.classroom.paid
    rows = tuple(
        (
            f"{one.page.sent.letter}. {one.page.sent.title}",
            " ".join(
                f"{line.text} ({line.grade})"
                for quantity in paid
                for line in one.page.ledger
                if about[line.title] == quantity
            ),
        )
        for one in outcomes(campaign, turn)
    )
    caption = "After history's earlier answers; the cards of consequences have every row"
    return (Table(caption, ("Response", "Who pays"), rows),) if paid else (Words(caption),)


def _debrief(campaign: Campaign, turns: Sequence[int]) -> Section:
    played = {campaign.scenarios[turn].id for turn in turns}
    rows = tuple(
        (TITLES[step], str(one.ask))
        for step in DebriefStep
        for one in campaign.classroom.questions
        if one.step is step
        and len(turns) >= one.from_answers
        and (not one.about or played & {*one.about})
    )
    cost = Words(
        "Keep a quarter of the lesson for this. Name the human cost; nobody who paid it sat at "
        "the table."
    )
    return Section("debrief", "The debrief", (cost, Table("Questions", ("Step", "Ask"), rows)))


def _misconceptions(campaign: Campaign) -> Section:
    parts = tuple(
        Statement(str(one.told), str(one.answer), one.grade, one.sources)
        for one in campaign.classroom.misconceptions
    )
    none = (Words("The campaign names none."),)
    return Section("misconceptions", "What is often believed", parts or none)


def _plan(campaign: Campaign, plan: LessonPlan) -> Section:
    titles = {one.id: str(one.title) for one in campaign.scenarios}
    minute, rows = 0, []
    for one in plan.phases:
        rows.append((f"{minute}-{minute + one.minutes}", str(one.title), str(one.text)))
        minute += one.minutes
    played = ", ".join(titles[one] for one in plan.telegrams)
    head = ("Minutes", "Phase", "What happens")
    parts = (Words(f"{plan.aim} Played: {played}."), Table("Minute by minute", head, tuple(rows)))
    return Section(str(plan.id), str(plan.title), parts)
