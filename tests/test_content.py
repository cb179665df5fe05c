"""What the shipped campaign promises about history, checked as far as a machine can."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from game.campaign.campaign import Campaign
from game.campaign.glossary import Glossary, words_of
from game.campaign.words import Grade
from game.playthrough.playthrough import history
from game.scenarios.walk import parts_of, texts

WORDS_OF_THE_GAME = {
    # what the story is based on must be found somewhere a player can read it
    "the pact of 1939": r"pact (of|in) August 1939",
    "Barbarossa": r"22 June",
    "the New Fourth Army incident": r"New Fourth Army",
    "the order to Peng Dehuai": r"strategic and long-term",
    "the battle of Moscow": r"drive on Moscow|driving on\s+Moscow",
    "the intercepted report": r"report of the Kwantung Army",
    "Changsha": r"Changsha",
    "the blockade": r"blockade",
    "Stalingrad": r"Stalingrad",
    "rumours of a Japanese attack": r"[Rr]umour",
    "the Northeast after 1945": r"Northeast Field Army",
    "observers": r"observ",
    "Kantokuen": r"Kantokuen",
    "Pearl Harbor": r"Pearl Harbor",
    "Li Yunchang": r"Li Yunchang",
}


@pytest.fixture(scope="module")
def everything(shipped: Campaign) -> str:
    """All texts of the campaign."""
    return "\n".join(texts(shipped).values())


@pytest.mark.parametrize("subject", sorted(WORDS_OF_THE_GAME))
def test_the_background_of_the_story_is_told_somewhere(everything: str, subject: str) -> None:
    """A player can read about each thing the popular article tells."""
    assert re.search(WORDS_OF_THE_GAME[subject], everything)


def test_there_are_six_telegrams_with_every_stage_written_out(shipped: Campaign) -> None:
    """No stage is a stub."""
    assert len(shipped.scenarios) == 6
    for scenario in shipped.scenarios:
        assert 4 <= len(scenario.situation.dispatches) <= 6
        assert 4 <= len(scenario.council.speeches) <= 5
        assert 4 <= len(scenario.council.questions) <= 6
        assert 4 <= len(scenario.decision.responses) <= 6
        assert len(scenario.decision.estimates) == 3
        assert len(scenario.record.paragraphs) >= 3
        assert len(scenario.record.weak) >= 3


def test_the_story_as_it_is_told_rests_on_the_popular_article(shipped: Campaign) -> None:
    """Each of the six requests is told as the article tells it, and marked as told."""
    for scenario in shipped.scenarios:
        assert "SEED" in scenario.record.told.sources
        assert scenario.record.told.grade is Grade.REPORTED


def test_what_the_documents_have_never_rests_on_the_article_alone(shipped: Campaign) -> None:
    """The second telling has other sources than the first."""
    for scenario in shipped.scenarios:
        assert set(scenario.record.documents.sources) - {"SEED"}


def test_a_consequence_that_history_did_not_see_is_never_documented(shipped: Campaign) -> None:
    """Only the historical answer can have documented consequences."""
    for scenario in shipped.scenarios:
        for row in scenario.consequences.ledger:
            for case in row.cases[:-1]:
                assert case.grade is not Grade.DOCUMENTED or case.when is not None


def test_no_text_credits_a_choice_with_saving_or_dooming_the_soviet_union(
    shipped: Campaign,
) -> None:
    """The house rules forbid it."""
    for key, text in texts(shipped).items():
        assert not re.search(r"(saved|doomed) (the )?(Soviet Union|Moscow)\b", text), key


def test_no_text_holds_a_web_address(shipped: Campaign) -> None:
    """Printed works are cited; the game links nowhere."""
    for key, text in texts(shipped).items():
        assert not re.search(r"https?://|www\.", text), key


def test_the_texts_use_no_padding(shipped: Campaign) -> None:
    """Short and concrete: words that only fill a line are not used."""
    padding = r"it is important to note|needless to say|little did|in the end of the day|truly"
    for key, text in texts(shipped).items():
        assert not re.search(padding, text, re.IGNORECASE), key


def test_every_key_of_a_text_is_made_of_ids(shipped: Campaign) -> None:
    """Translators find a text by a key that an edit of the words does not change."""
    keys = texts(shipped)
    assert len(keys) > 1500
    assert all(re.fullmatch(r"[A-Za-z0-9_:.-]+", key) for key in keys)


def test_history_answers_every_telegram(shipped: Campaign) -> None:
    """One response of each telegram is what was answered, as far as it is known."""
    assert len(history(shipped)) == 6


def test_telegram_five_lets_the_player_send_observers(shipped: Campaign) -> None:
    """The article's own version of the fifth request is one of the responses."""
    responses = shipped.scenarios[4].decision.responses
    assert any("observer" in f"{one.title} {one.order}".lower() for one in responses)


def test_everybody_who_speaks_has_a_portrait_of_their_own(shipped: Campaign) -> None:
    """No two people look alike."""
    looks = [tuple(sorted(one.portrait.items())) for one in shipped.cast]
    assert len(set(looks)) == len(looks)


def test_every_source_is_used_or_belongs_to_the_dossier(shipped: Campaign) -> None:
    """A statement's source is always one of the list."""
    known = {one.id for one in shipped.sources}
    used = {key for _, part in parts_of(shipped) for key in getattr(part, "sources", ()) or ()}
    assert {str(one) for one in used if isinstance(one, str)} <= {str(one) for one in known}


def test_map_and_campaign_files_name_no_machine(shipped: Campaign) -> None:
    """The folder can be copied anywhere."""
    folder = Path(__file__).resolve().parent.parent / "scenarios" / shipped.outline.id
    for path in folder.glob("*.yaml"):
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"(^|[\s'\"])/(home|root|tmp|usr|opt|var)/", text), path.name


def test_no_word_leads_to_two_entries(shipped: Campaign) -> None:
    """Whoever presses it must know what opens."""
    words = [word for one in shipped.encyclopaedia for word in set(words_of(one))]
    assert len(words) == len(set(words))


def test_everybody_of_the_cast_has_an_entry(shipped: Campaign) -> None:
    """Under their own name."""
    told = {one.person for one in shipped.encyclopaedia}
    assert {one.id for one in shipped.cast} <= told


def test_every_place_that_a_text_names_or_a_dispatch_comes_from_has_an_entry(
    shipped: Campaign,
) -> None:
    """The map alone does not say what a place was."""
    glossary = Glossary(shipped)
    unread = ("map", "model", "sources", "encyclopaedia")
    told = "\n".join(text for key, text in texts(shipped).items() if not key.startswith(unread))
    written = {one.place for one in shipped.encyclopaedia}
    places = shipped.geography.places
    named = {one.id for one in places if re.search(rf"\b{re.escape(str(one.name))}\b", told)}
    led = {one.id for one in places if glossary.named(str(one.name))}
    dispatches = (one for each in shipped.scenarios for one in each.situation.dispatches)
    assert {one.place for one in dispatches} <= written
    assert named <= led
