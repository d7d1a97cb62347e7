"""What a quick note tells of a candidate is offered as part of the picture, saved as what it is, and taken back with the note."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests import making
from tests.whole.erasing import tables_that_hold

from werktop.accounts.queries import actor_of
from werktop.audit.kept import all_kept_of
from werktop.audit.refusals import NotVisible
from werktop.candidates.commands import erase_candidate, merge_candidates, note_part, open_needs
from werktop.candidates.models import Certificate, Need, PlanStep, Wish
from werktop.contacts import commands
from werktop.contacts.models import ContactMoment, Reminder
from werktop.contacts.pages.chips import Chips
from werktop.contacts.pages.counted import saved_in_words
from werktop.contacts.understanding import understand

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
TODAY = date(2026, 11, 24)
SENTENCE = "Fatima gebeld, wil 24 uur in de zorg, heeft rijbewijs b, kinderopvang regelen, moet nog cv maken"


@pytest.fixture
def fatima(cast):
    return making.candidate(cast.own, "Fatima", assigned_to=cast.own.account())


def chips_of(viewer, sentence, *, all_ticked=False):
    understood = understand(viewer, sentence, today=TODAY)
    for _kind, facts in understood.chips if all_ticked else ():
        facts["is_on"] = True
    return Chips(understood, sentence, is_final=True)


def saved(viewer, sentence, key=None, *, all_ticked=False):
    chips = chips_of(viewer, sentence, all_ticked=all_ticked)
    assert chips.is_valid(), [chip.errors for chip in chips.ticked]
    return commands.save_quick_note(actor=viewer, at=making.MOMENT, chips=chips.facts(), key=key)


def take_back(viewer, done):
    return commands.take_back_quick_note(
        actor=viewer,
        at=making.MOMENT,
        quick_note_id=done["note_id"],
        talents=done["talents"],
        parts=done["parts"],
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
    assert (need.due_date, need.doer) == (TODAY + timedelta(days=1), "assigned"), "as it was promised"
    assert [each.what for each in Reminder.objects.all()] == ["cv maken"], (
        "a step without a day comes back as a reminder"
    )
    assert "4 regels in het beeld" in saved_in_words(done)


def note_wish(viewer, candidate, **facts):
    """Noted a week ago, at the table."""
    facts |= {"work": "Xyloquaftuin bij de autismeschool", "source": "table", "reason": "zo zei zij het"}
    before = making.MOMENT - timedelta(days=7)
    note_part(actor=viewer, at=before, candidate_id=candidate.pk, part="wish", is_about_work=True, **facts)
    return before


def test_taking_the_note_back_takes_them_away_and_gives_an_older_wish_back_as_it_was(cast, fatima):
    viewer = cast.own.actor()
    bas = making.colleague_beside(cast.own)
    before = note_wish(actor_of(bas, cast.own.organisation.pk), fatima, hours_min=16, hours_max=20)
    done = saved(viewer, f"{SENTENCE}, wil 32 uur", all_ticked=True)
    assert Wish.objects.get().hours_min == 32, "it was replaced"
    bas.delete()
    assert not any(take_back(viewer, done).values())
    wish = Wish.objects.get()
    assert (wish.work, wish.hours_min, wish.hours_max) == ("Xyloquaftuin bij de autismeschool", 16, 20)
    assert (wish.source, wish.reason, wish.noted_at) == ("table", "zo zei zij het", before)
    assert wish.noted_by_id is None, "who noted it is erased since"
    told = [row for part in all_kept_of(viewer, fatima, making.MOMENT) for row in part.rows]
    assert any("Xyloquaf" in words and "genoteerd op 17 november" in noted for words, noted in told)
    assert not Certificate.objects.exists() and not Need.objects.exists() and not PlanStep.objects.exists()


def test_who_else_is_told_of_costs_no_query(cast, django_assert_num_queries):
    names = ("Fatima", "Omar", "Kees", "Ilse")
    for name in names:
        making.candidate(cast.own, name, assigned_to=cast.own.account())
    each = [f"{name} gebeld, wil 24 uur in de zorg, moet nog cv maken, heeft geen vervoer" for name in names]
    with CaptureQueriesContext(connection) as one:
        assert len(understand(cast.own.actor(), each[0], today=TODAY).chips) == 5
    with django_assert_num_queries(len(one)):
        assert len(understand(cast.own.actor(), ". ".join(each), today=TODAY).chips) > 16


@pytest.mark.parametrize(
    ("who", "doer"), [("the regular colleague", "assigned"), ("who opened it with a reason", "")]
)
def test_what_is_needed_by_a_day_is_promised_by_nobody_but_the_writer(cast, at, fatima, who, doer):
    viewer = cast.own.actor()
    if doer == "":
        viewer = actor_of(making.colleague_beside(cast.own), cast.own.organisation.pk)
        open_needs(actor=viewer, at=at, candidate_id=fatima.pk, reason="Zij staat aan de balie")
    facts = {"kind": "childcare", "words": "opvang regelen", "due_date": TODAY}
    chip = {"kind": "need", "candidate_id": fatima.pk, "facts": facts}
    commands.save_quick_note(actor=viewer, at=at, chips=[chip])
    assert Need.objects.get().doer == doer


def test_what_was_noted_twice_in_one_note_is_taken_back_the_last_first(cast, fatima):
    viewer = cast.own.actor()
    wish = {"kind": "wish", "candidate_id": fatima.pk}
    chips = [wish | {"facts": {"work": "kok"}}, wish | {"facts": {"hours_min": 24, "hours_max": 24}}]
    done = commands.save_quick_note(actor=viewer, at=making.MOMENT, chips=chips)
    assert not any(take_back(viewer, done).values()) and not Wish.objects.exists()


def test_taking_back_brings_no_other_row_into_the_picture(cast, fatima):
    viewer = cast.own.actor()
    other = making.candidate(cast.own, "Kees", assigned_to=cast.own.account())
    note_wish(viewer, other)
    (line,) = Wish.pgh_event_model.objects.values_list("pgh_id", flat=True)
    note_wish(viewer, fatima)
    done = saved(viewer, "Fatima wil 24 uur", all_ticked=True)
    (told,) = done["parts"]
    with pytest.raises(NotVisible):
        take_back(viewer, done | {"parts": [[*told[:4], line]]})


def test_what_was_changed_since_stays(cast, fatima):
    viewer = cast.own.actor()
    done = saved(viewer, "Fatima gebeld, moet nog cv maken")
    step = PlanStep.objects.get()
    facts = {"row_id": step.pk, "words": "cv bijwerken"}
    note_part(actor=viewer, at=making.MOMENT, candidate_id=fatima.pk, part="step", **facts)
    assert take_back(viewer, done)["parts"] == 1
    assert PlanStep.objects.get().words == "cv bijwerken"


def test_a_wish_that_stood_there_before_is_kept_in_its_history_alone_and_erased_with_it(cast, fatima):
    viewer = cast.own.actor()
    note_wish(viewer, fatima)
    done = saved(viewer, SENTENCE, key=uuid4(), all_ticked=True)
    assert "Xyloquaf" not in str(done), "which the session keeps"
    erase_candidate(actor=viewer, at=making.MOMENT, reason="asked", candidate_id=fatima.pk)
    assert tables_that_hold("Xyloquaf") == []


@pytest.mark.parametrize("became", ["erased", "part of another file"])
def test_a_note_about_who_is_no_more_is_taken_back_as_far_as_that_can_be(cast, fatima, became):
    viewer = cast.own.actor()
    sentence = (
        "@Fatima en @Omar gebeld, Fatima wil 24 uur in de zorg, Fatima is nauwkeurig, Omar moet nog cv maken"
    )
    omar = making.candidate(cast.own, "Omar", assigned_to=cast.own.account())
    done = saved(viewer, sentence)
    assert len(done["parts"]) == 2 and len(done["talents"]) == 1
    asked = {"actor": viewer, "at": making.MOMENT}
    if became == "erased":
        erase_candidate(**asked, reason="asked", candidate_id=fatima.pk)
    else:
        merge_candidates(**asked, candidate_id=making.candidate(cast.own, "Fatma").pk, other_id=fatima.pk)
    stays = take_back(viewer, done)
    is_there = int(became != "erased")
    assert (stays["parts"], stays["talents"]) == (is_there, is_there)
    assert not PlanStep.objects.filter(candidate=omar).exists() and Wish.objects.count() == is_there


def test_what_is_needed_is_offered_only_to_who_works_with_the_candidate(cast):
    making.candidate(cast.own, "Fatima")
    kinds = [chip.kind for chip in chips_of(cast.own.actor(), SENTENCE).chips]
    assert "wish" in kinds and "need" not in kinds


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        ("Fatima gebeld, ze heeft hulp nodig met schulden", "together"),
        ("Fatima gebeld, geen gehoor, kinderopvang regelen", ""),
        ("Fatima kinderopvang regelen", ""),
    ],
)
def test_what_is_needed_is_discussed_with_who_was_spoken_to_and_asked_for_otherwise(
    cast, fatima, sentence, source
):
    viewer = cast.own.actor()
    ((_kind, facts),) = [
        each for each in understand(viewer, sentence, today=TODAY).chips if each[0] == "need"
    ]
    assert facts["source"] == source
    if source:
        saved(viewer, sentence)
        assert Need.objects.get().source == source
    else:
        (need,) = [chip for chip in chips_of(viewer, sentence).ticked if chip.kind == "need"]
        assert "Kies hoe je dit weet" in str(need.errors)
        assert "source" in [question.name for question in need.questions]


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


@pytest.mark.parametrize(
    ("sentence", "what"),
    [
        ("Fatima gebeld. Vrijdag met Karim overleggen", "met Karim overleggen"),
        ("@Karim belt vrijdag Fatima terug", ""),
    ],
)
def test_a_colleague_called_so_is_meant_before_strangers_called_alike(cast, fatima, sentence, what):
    making.colleague_beside(cast.own, name="Karim Bensaid")
    making.candidate(cast.own, "Karima", last_name="Karimi")
    making.candidate(cast.own, "Ahmad", last_name="Karimi")
    found = understand(cast.own.actor(), sentence, today=TODAY)
    assert not found.asks
    reminder = next(facts for kind, facts in found.chips if kind == "reminder")
    assert reminder["what"] == what or (not what and "Karimi" not in reminder["what"])
    assert found.colleagues


def test_a_wish_that_would_replace_another_says_what_stands_there_and_is_not_ticked(cast, fatima):
    viewer = cast.own.actor()
    note_wish(viewer, fatima, hours_min=16, hours_max=20)
    chip = next(each for each in chips_of(viewer, SENTENCE).chips if each.kind == "wish")
    assert not chip.is_ticked
    assert chip.beside.startswith("Er staat al: Xyloquaftuin bij de autismeschool, 16 tot 20 uur")
    saved(viewer, SENTENCE)
    assert Wish.objects.get().work.startswith("Xyloquaftuin")


def test_hours_behind_a_wish_that_had_none_are_ticked(cast, fatima):
    viewer = cast.own.actor()
    note_wish(viewer, fatima)
    saved(viewer, "Fatima gebeld, wil 24 uur werken")
    assert (Wish.objects.get().work[:6], Wish.objects.get().hours_max) == ("Xyloqu", 24)


def test_what_stands_there_already_is_said_and_not_noted_again_and_the_rest_of_the_note_is_saved(
    cast, fatima
):
    viewer = cast.own.actor()
    saved(viewer, SENTENCE)
    chips = chips_of(viewer, SENTENCE).chips
    beside = {chip.kind: chip.beside for chip in chips if chip.beside}
    assert (
        set(beside) == {"wish", "certificate", "need", "step"}
        and beside["step"] == "Er staat al: cv maken, zelf"
    )
    done = saved(viewer, SENTENCE)
    assert (done["contacts"], done["parts"]) == (1, [])
    assert [each.objects.count() for each in (Wish, Certificate, Need, PlanStep)] == [1, 1, 1, 1]
    assert Reminder.objects.filter(what="kinderopvang regelen").count() == 1, (
        "what is promised again still comes back"
    )


def test_a_promise_about_whom_a_colleague_works_with_stays_a_reminder(cast):
    making.candidate(cast.own, "Fatima", assigned_to=making.colleague_beside(cast.own, name="Karim"))
    saved(cast.own.actor(), "Fatima gebeld, moet vrijdag cv maken")
    assert PlanStep.objects.get().due_date == Reminder.objects.get().due_date


@pytest.mark.parametrize(
    ("said", "kind"), [("moet nog cv maken", "step"), ("kinderopvang regelen", "need"), ("vca gehaald", "certificate")]
)  # fmt: skip
def test_what_was_noted_that_day_already_and_is_ticked_all_the_same_is_said_at_its_chip(
    cast, fatima, log_in, said, kind
):
    client, viewer, address = log_in(cast.own.account()), cast.own.actor(), reverse("contacts:quick_note")
    saved(viewer, f"Fatima gesproken, {said}")
    sentence = f"Fatima gebeld, {said}"
    sent = {"request_key": uuid4(), "sentence": sentence, "read": sentence, "act": "save"}
    for number, chip in enumerate(chips_of(viewer, sentence).chips):
        sent |= {f"chip{number}-{name}": chip[name].value() or "" for name in chip.fields}
        sent[f"chip{number}-is_on"] = "on" if chip.kind in ("contact", kind) else ""
    again = client.post(address, sent)
    assert again.status_code == 409 and b"Er is nog niets bewaard." in again.content
    wrong = [chip for chip in again.context["chips"] if chip.errors]
    assert [(chip.kind, list(chip.errors)) for chip in wrong] == [(kind, ["what"])]
    del sent[wrong[0]["is_on"].html_name]
    assert client.post(address, sent).status_code == 302
    assert ContactMoment.objects.count() == 2


def test_sheltered_work_in_a_note_is_offered_as_nobodys_wish(cast, fatima):
    viewer = cast.own.actor()
    assert "alleen met een indicatie" in str(_typed(viewer, "beschut werk").errors)
    assert saved(viewer, "Fatima gebeld, wil 24 uur in beschut werk") and Wish.objects.get().work == ""


def _typed(viewer, work):
    """The chip of a wish with this typed over what was read."""
    understood = understand(viewer, SENTENCE, today=TODAY)
    (wish,) = [chip for chip in Chips(understood, SENTENCE, is_final=True).ticked if chip.kind == "wish"]
    wish.data = {**wish.data, wish.add_prefix("work"): work}
    wish.full_clean()
    wish.look_at([])
    return wish


def test_how_contact_goes_well_is_noted_as_the_form_notes_it_and_taken_back(cast, fatima):
    viewer, sentence = cast.own.actor(), "Fatima gesproken, liever bellen dan schrijven"
    done = saved(viewer, sentence)
    fatima.refresh_from_db()
    assert fatima.adjusted_ways == ["call"] and not Reminder.objects.exists()
    assert [chip.beside for chip in chips_of(viewer, sentence).chips] == [
        "",
        "Er staat al: Bellen, niet schrijven",
    ]
    assert not any(take_back(viewer, done).values())
    fatima.refresh_from_db()
    assert fatima.adjusted_ways == []


def test_of_a_visit_and_a_call_in_vain_only_the_call_reached_nobody(cast):
    making.employer(cast.own, "De Bongerd")
    making.candidate(cast.own, "Kim", last_name="Vos")
    for missed in ("geen gehoor", "voicemail ingesproken"):
        sentence = f"Bij De Bongerd geweest, zoeken 2 plukkers. Kim Vos gebeld, {missed}"
        understood = understand(cast.own.actor(), sentence, today=TODAY)
        reached = {
            facts["channel"]: facts["reached"] for kind, facts in understood.chips if kind == "contact"
        }
        assert reached == {"visit": "", "call": "no"}
