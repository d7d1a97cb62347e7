"""Every command of the house stands in the log as a sentence, in Dutch and in English."""

from __future__ import annotations

import importlib
import pkgutil

import pytest
from django.utils import translation

import werktop
from werktop.audit.commands import COMMANDS
from werktop.audit.telling import KINDS, ROOMS, SENTENCES, TO_THE_PERSON, sentence_to_person, tells
from werktop.regions import trail_words


@pytest.fixture(scope="module", autouse=True)
def _every_module():
    for module in pkgutil.walk_packages(werktop.__path__, "werktop."):
        if ".migrations" not in module.name and not module.name.endswith("__main__"):
            importlib.import_module(module.name)


def test_every_command_has_a_sentence_and_no_sentence_outlives_its_command():
    assert set(COMMANDS) - set(SENTENCES) == set(), "add these to trail_words.py of their room"
    assert set(SENTENCES) - set(COMMANDS) == set()


def test_every_sentence_differs_between_the_languages():
    with translation.override("nl"):
        dutch = {verb: str(words) for verb, words in SENTENCES.items()}
    with translation.override("en"):
        english = {verb: str(words) for verb, words in SENTENCES.items()}
    assert [verb for verb in dutch if dutch[verb] == english[verb]] == []
    assert len(set(dutch.values())) == len(dutch)


def test_what_is_said_to_the_person_speaks_to_that_person_in_both_languages():
    assert set(TO_THE_PERSON) <= set(SENTENCES)
    with translation.override("en"):
        english = {verb: str(words) for verb, words in TO_THE_PERSON.items()}
    with translation.override("nl"):
        for verb, words in TO_THE_PERSON.items():
            assert "kandidaat" not in str(words) and str(words) != english[verb], verb
        assert sentence_to_person("candidates.note_part") == "schreef iets op over u"
        assert sentence_to_person("contacts.note_contact") == "noteerde een contactmoment"


def test_every_room_with_commands_can_be_chosen():
    assert {verb.split(".")[0] for verb in COMMANDS} - set(ROOMS) <= {"catalogue"}


def test_what_a_line_is_about_has_a_word():
    many = {
        "accounts",
        "candidates",
        "employers",
        "uploads",
        "gatherings",
        "follow_ups",
        "contact_moments",
        "reminders",
        "work_profiles",
        "chances",
        "employer_questions",
        "visits",
        "catalogue",
        "reference",
    }
    assert set(COMMANDS.values()) - set(KINDS) - many == set()


def test_a_room_tells_of_its_own_commands_alone(monkeypatch):
    monkeypatch.setitem(trail_words.SENTENCES, "matches.note_outcome", "noteerde wat er uit een gesprek kwam")
    with pytest.raises(ValueError, match="own commands alone"):
        tells(trail_words)
