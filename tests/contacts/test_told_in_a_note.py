"""What a quick note tells of a candidate is offered as part of the picture, saved as what it is, and taken back with the note."""

from __future__ import annotations

from datetime import date

import pytest
from tests import making

from werktop.candidates.commands import note_part
from werktop.candidates.models import Certificate, Need, PlanStep, Wish
from werktop.contacts import commands
from werktop.contacts.models import Reminder
from werktop.contacts.pages.chips import Chips
from werktop.contacts.pages.counted import saved_in_words
from werktop.contacts.understanding import understand

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
TODAY = date(2026, 11, 24)
SENTENCE = "Fatima gebeld, wil 24 uur in de zorg, heeft rijbewijs b, kinderopvang regelen, moet nog cv maken"


@pytest.fixture
def fatima(cast):
    return making.candidate(cast.own, "Fatima", assigned_to=cast.own.account())


def chips_of(viewer, sentence):
    return Chips(understand(viewer, sentence, today=TODAY), sentence, is_final=True)


def saved(viewer, sentence):
    chips = chips_of(viewer, sentence)
    assert chips.is_valid(), [chip.errors for chip in chips.ticked]
    return commands.save_quick_note(actor=viewer, at=making.MOMENT, chips=chips.facts())


def take_back(viewer, done):
    return commands.take_back_quick_note(
        actor=viewer, at=making.MOMENT, quick_note_id=done["note_id"], talents=[], parts=done["parts"]
    )


def test_a_wish_a_licence_what_is_needed_and_a_step_are_saved_as_what_they_are(cast, fatima):
    done = saved(cast.own.actor(), SENTENCE)
    wish, step = Wish.objects.get(), PlanStep.objects.get()
    paper, need = Certificate.objects.select_related("requirement").get(), Need.objects.get()
    assert (wish.candidate_id, wish.work, wish.hours_min, wish.hours_max) == (fatima.pk, "zorg", 24, 24)
    assert paper.requirement.code == "rijbewijs-b"
    assert (need.kind, need.words, step.words, step.doer) == (
        "childcare",
        "kinderopvang regelen",
        "cv maken",
        "candidate",
    )
    assert not Reminder.objects.exists()
    assert "4 regels in het beeld" in saved_in_words(done)


def test_taking_the_note_back_takes_them_away_and_gives_an_older_wish_back(cast, fatima):
    viewer = cast.own.actor()
    facts = {"work": "tuin", "hours_min": 16, "hours_max": 20}
    note_part(actor=viewer, at=making.MOMENT, candidate_id=fatima.pk, part="wish", **facts)
    done = saved(viewer, SENTENCE)
    assert not any(take_back(viewer, done).values())
    wish = Wish.objects.get()
    assert (wish.work, wish.hours_min, wish.hours_max) == ("tuin", 16, 20)
    assert not Certificate.objects.exists() and not Need.objects.exists() and not PlanStep.objects.exists()


def test_what_was_changed_since_stays(cast, fatima):
    viewer = cast.own.actor()
    done = saved(viewer, "Fatima gebeld, moet nog cv maken")
    step = PlanStep.objects.get()
    facts = {"row_id": step.pk, "words": "cv bijwerken"}
    note_part(actor=viewer, at=making.MOMENT, candidate_id=fatima.pk, part="step", **facts)
    assert take_back(viewer, done)["parts"] == 1
    assert PlanStep.objects.get().words == "cv bijwerken"


def test_what_is_needed_is_offered_only_to_who_works_with_the_candidate(cast):
    making.candidate(cast.own, "Fatima")
    kinds = [chip.kind for chip in chips_of(cast.own.actor(), SENTENCE).chips]
    assert "wish" in kinds and "need" not in kinds


def test_a_diagnosis_in_what_is_needed_is_stopped_for(cast, fatima):
    chips = chips_of(cast.own.actor(), "Fatima heeft vervoer nodig vanwege epilepsie")
    assert [chip.kind for chip in chips.ticked] == ["need"]
    assert not chips.is_valid()


@pytest.mark.parametrize(
    "sentence",
    [
        "Fatima heeft geen rijbewijs b",
        "Fatima wil rijbewijs b halen",
        "Fatima wil niet in de zorg",
        "zoekt Fatima een huis?",
    ],
)
def test_what_is_not_so_is_not_offered(cast, fatima, sentence):
    assert not understand(cast.own.actor(), sentence, today=TODAY).chips


def test_a_colleague_who_is_named_does_it(cast, fatima):
    joost = making.colleague_beside(cast.own, name="Joost Verhagen")
    saved(cast.own.actor(), "Fatima gebeld, @Joost belt vrijdag terug")
    assert Reminder.objects.get().owner_id == joost.pk
