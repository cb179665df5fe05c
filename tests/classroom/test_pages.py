"""All pages, and the phones' in particular."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

import pytest

from game.campaign.campaign import Campaign
from game.campaign.words import Id
from game.classroom import pages
from game.classroom.forms import pupil_request
from game.classroom.static import static_files
from game.playthrough.playthrough import history
from game.room import door
from game.room.events import PupilId
from game.room.refusals import Code, Refused
from game.room.requests import (
    CastVote,
    Debrief,
    Mute,
    Next,
    Send,
    SplitPoints,
    StepOut,
)
from game.room.views import ChroniclePage, DecisionPage, PhoneView
from tests.classroom.html import CONTROLS, Element, fields_of, name_of, read
from tests.classroom.lesson import NAMES, Lesson, stages
from tests.classroom.seen import HOSTILE, deciding, desk_of, table_of, view_of

BUDGET = 60_000
"""Bytes of a first load, fonts apart."""


def test_every_page_has_one_title_one_heading_and_one_main_part(trees: dict[str, Element]) -> None:
    for name, page in trees.items():
        assert [len(page.all(tag)) for tag in ("title", "h1", "main")] == [1, 1, 1], name
        assert page.all("html")[0].attributes["lang"] == "en", name


def test_no_page_has_a_script_or_a_style_of_its_own(trees: dict[str, Element]) -> None:
    for name, page in trees.items():
        inline = [
            (one.tag, key)
            for one in page.all()
            for key in one.attributes
            if key.startswith("on") or key == "style"
        ]

        assert inline == [], name
        assert page.all("style") == [], name
        assert [one.text for one in page.all("script")] == [""] * len(page.all("script")), name


def test_no_page_loads_anything_but_our_own_static_files(trees: dict[str, Element]) -> None:
    known = {f"/static/{name}" for name in static_files()}
    for name, page in trees.items():
        loaded = {
            one.attributes.get("src") or one.attributes["href"]
            for one in page.all("script", "link", "img", "iframe", "source")
        }

        assert loaded <= known, name


def test_every_control_has_a_name(trees: dict[str, Element]) -> None:
    for name, page in trees.items():
        controls = [
            one for one in page.all(*CONTROLS) if one.attributes.get("type") != "hidden"
        ]  # fmt: skip

        assert [one for one in controls if not name_of(page, one).strip()] == [], name


def test_ids_are_unique_and_whatever_is_pointed_at_is_there(trees: dict[str, Element]) -> None:
    for name, page in trees.items():
        elements = page.all()
        ids = [one.attributes["id"] for one in elements if "id" in one.attributes]
        meant = {
            target
            for one in elements
            for key in ("for", "form", "aria-labelledby", "aria-describedby", "data-sum")
            for target in one.attributes.get(key, "").split()
        }

        assert sorted(ids) == sorted(set(ids)), name
        assert meant <= set(ids), name


def test_headings_never_skip_a_level_going_down(trees: dict[str, Element]) -> None:
    for name, page in trees.items():
        levels = [int(one.tag[1]) for one in page.all("h1", "h2", "h3", "h4", "h5")]
        jumps = [two for one, two in pairwise(levels) if two > one + 1]

        assert jumps == [], name


def test_every_form_on_a_pupils_page_is_a_request(phones: dict[str, Element]) -> None:
    asked = {
        type(pupil_request(fields_of(form)))
        for page in phones.values()
        for form in page.all("form")
    }

    assert asked == {CastVote, SplitPoints, StepOut}


def test_a_vote_comes_back_as_it_was_cast(shipped: Campaign) -> None:
    lesson = deciding(shipped)
    lesson.votes("Because of <the> \"harvest\" & 'tea'.")
    form = read(pages.phone_page(view_of(lesson, 1))).all("form")
    sent = next(fields_of(one) for one in form if ("do", "vote") in fields_of(one))

    asked = pupil_request([*sent, ("reason", lesson.room.round.votes[PupilId("p1")].reason)])

    vote = lesson.room.round.votes[PupilId("p1")]
    assert asked == CastVote(0, vote.response, "Because of <the> \"harvest\" & 'tea'.")


def test_what_a_pupil_typed_stays_harmless_text(shipped: Campaign) -> None:
    lesson = deciding(shipped)
    view = view_of(lesson, 0)
    plain = {one.tag for one in read(pages.phone_page(view)).all()}
    bad = HOSTILE * 150
    assert isinstance(view.page, DecisionPage)
    spoiled = PhoneView(view.shared, replace(view.me, name=bad), replace(view.page, reason=bad))

    page = read(pages.phone_page(spoiled))

    assert {one.tag for one in page.all()} == plain
    assert page.all("textarea")[0].text == " ".join(bad.split())
    assert "49" not in page.all("bdi")[0].text


def test_names_and_reasons_cannot_turn_the_writing_around_them(shipped: Campaign) -> None:
    lesson = deciding(shipped)
    lesson.votes("سبب")
    lesson.teacher(Next())
    page = read(desk_of(lesson))

    reasons = [one for one in page.all("bdi") if one.text == "سبب"]

    assert len(reasons) == 7


def test_those_who_share_a_seat_share_the_rendering(shipped: Campaign) -> None:
    lesson = deciding(shipped, pupils=30)
    first = view_of(lesson, 0)
    other = next(
        view_of(lesson, n)
        for n in range(9, 30)
        if lesson.room.pupils[PupilId(f"p{n}")].seat == lesson.room.pupils[PupilId("p8")].seat
    )
    same = pages.phone_parts(view_of(lesson, 8))

    parts = pages.phone_parts(other)

    shared = [name for name, html in parts.items() if html and html is same[name]]
    assert shared == ["top", "me", "stage", "split", "vote", "reason", "count"]
    assert pages.phone_parts(first)["me"] != parts["me"]


def test_a_voice_of_somebody_else_changes_nothing_but_the_count(shipped: Campaign) -> None:
    lesson = deciding(shipped)
    before = pages.phone_parts(view_of(lesson, 0))
    response = table_of(lesson)[0]
    lesson.pupil(1, CastVote(0, response))

    after = pages.phone_parts(view_of(lesson, 0))

    assert [name for name in after if after[name] != before[name]] == ["count"]


def test_the_clock_is_no_part_so_that_a_second_changes_nothing(shipped: Campaign) -> None:
    lesson = deciding(shipped)
    early = door.phone(shipped, lesson.room, PupilId("p0"), 0)
    late = replace(early, shared=replace(early.shared, clock_left=1234, clock_running=True))

    assert pages.phone_parts(early) == pages.phone_parts(late)
    assert 'data-left="1234" data-running="true">00:02<' in pages.phone_page(late)


def test_a_first_load_of_a_phone_is_small(lesson_pages: dict[str, str]) -> None:
    files = sum(len(one.body) for name, one in static_files().items() if "woff2" not in name)
    largest = max(len(html.encode()) for name, html in lesson_pages.items() if "desk" not in name)

    assert files + largest < BUDGET


def test_nobody_reads_another_seats_card(shipped: Campaign, phones: dict[str, Element]) -> None:
    cards = {
        seat.id: [" ".join(one.text.split()) for one in seat.cards]
        for seat in shipped.classroom.seats
    }
    for name, page in phones.items():
        words, mine = page.text, Id(name.split()[1])
        leaked = [one for seat in cards if seat != mine for one in cards[seat] if one in words]

        assert leaked == [], name


def test_a_page_reloads_itself_without_scripts_but_not_while_somebody_writes(
    shipped: Campaign,
) -> None:
    lesson = deciding(shipped)
    writing = pages.phone_page(view_of(lesson, 0))
    response = table_of(lesson)[0]
    lesson.pupil(0, CastVote(0, response))
    done = pages.phone_page(view_of(lesson, 0))

    assert 'http-equiv="refresh"' not in writing
    assert '<noscript><meta http-equiv="refresh" content="10"></noscript>' in done


def test_a_refusal_says_what_is_so_and_what_would_do(shipped: Campaign) -> None:
    lesson = deciding(shipped)

    page = read(pages.phone_page(view_of(lesson, 0), said=Refused(Code.LATE)))

    said = next(one for one in page.all("p") if one.attributes.get("id") == "said")
    assert said.text == "That was for another telegram. Look at the page again: the class went on."
    assert said.attributes["class"] == "said refused"


def test_stepping_out_hides_the_card_and_says_what_it_means(shipped: Campaign) -> None:
    lesson = deciding(shipped)
    before = view_of(lesson, 0)
    lesson.pupil(0, StepOut(out=True))

    words = read(pages.phone_page(view_of(lesson, 0))).text

    assert before.me.card in read(pages.phone_page(before)).text
    assert before.me.card not in words
    assert "You look on as yourself" in words


@pytest.mark.parametrize("stage", ["situation", "telegram", "council", "decision", "record"])
def test_one_can_step_out_with_one_touch_at_any_stage(
    stage: str, phones: dict[str, Element]
) -> None:
    buttons = [
        [form for form in page.all("form") if ("do", "step-out") in fields_of(form)]
        for name, page in phones.items()
        if stage in name
    ]

    assert {len(one) for one in buttons} == {1}
    assert not any(form[0].is_inside("details") for form in buttons)


def test_reasons_are_not_asked_for_while_none_are_taken(shipped: Campaign) -> None:
    lesson = deciding(shipped)
    lesson.teacher(Mute(on=True))

    assert read(pages.phone_page(view_of(lesson, 0))).all("textarea") == []


def test_reconstructed_words_are_labelled_and_not_quoted(phones: dict[str, Element]) -> None:
    told = {name: page.text for name, page in phones.items() if "telegram" in name}
    for name, words in told.items():
        assert "Reconstruction: the wording is ours" in words, name
        assert not re.search(r"[“”„«»]", words), name


def test_a_code_name_is_chosen_already_so_that_no_name_is_needed(
    other_pages: dict[str, str],
) -> None:
    form = read(other_pages["join"]).all("form")[0]

    assert fields_of(form) == [("code", "KTMR"), ("offered", "Lamp"), ("name", "")]


def test_the_page_to_keep_is_one_file_that_needs_nothing(shipped: Campaign) -> None:
    lesson = Lesson.opened(shipped)
    lesson.comes(*NAMES)
    for stage in stages(lesson):
        if stage == "chronicle":
            break
    view = view_of(lesson, 1)
    assert isinstance(view.page, ChroniclePage)

    page = read(pages.keep_file(view))

    assert page.all("link", "script", "img", "a") == []
    assert all(one.reason in page.text for one in view.page.kept)
    first = view.page.kept[0]
    assert f"You alone knew{first.card} {first.card_grade}" in page.text
    assert f"In history{first.history} {first.history_grade}" in page.text
    assert view.page.code is not None
    assert view.page.code in page.text


def test_a_class_that_begins_later_reads_what_history_answered_before(shipped: Campaign) -> None:
    """In the lobby in full, at its first telegram folded away, later no more."""
    lesson = Lesson.opened(shipped, before=history(shipped, 3))
    lesson.comes("Ann")
    lobby, read_at = pages.phone_page(view_of(lesson, 0)), []
    for _ in range(2):
        lesson.teacher(Next())
        read_at.append("What went before" in pages.phone_page(view_of(lesson, 0)))

    told = [str(one.text) for one in shipped.classroom.earlier]
    said = " ".join(read(lobby).text.split())
    assert [one in said for one in told] == [True] * 3 + [False] * 2
    assert read_at == [True, False]


def test_the_facts_of_a_debrief_stand_over_its_questions(shipped: Campaign) -> None:
    lesson = deciding(shipped)
    lesson.votes()
    lesson.teacher(Next(), Next(), Send(lesson.wanted()), Debrief())
    said = read(pages.phone_page(view_of(lesson, 0))).text

    assert "What you sent A, " in said
    assert said.index("What was answered then ") < said.index("what Tokyo had decided")


def test_points_are_not_asked_for_once_the_count_is_shown(shipped: Campaign) -> None:
    lesson = deciding(shipped)
    lesson.votes()
    asked = ["spread 50 points" in pages.phone_page(view_of(lesson, 1))]
    lesson.teacher(Next(), Next())
    asked.append("spread 50 points" in pages.phone_page(view_of(lesson, 1)))

    assert asked == [True, False]
