"""Pages of the picture: small forms for each part, the story with what can be put back, and then and now."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from tests import making
from tests.candidates.picture_making import picture_parts
from tests.gatherings.page_asking import text_of

from werktop.audit.models import PersonalView
from werktop.candidates import commands
from werktop.candidates.models import PARTS, CandidateTerm, LearningGoal, Need, PlanStep
from werktop.catalogue.models import Requirement

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(cast, log_in, clock):
    return log_in(cast.own.account())


@pytest.fixture
def fatima(cast, at):
    came_in = at - timedelta(days=200)
    return making.candidate(cast.own, "Fatima", assigned_to=cast.own.account(), created_at=came_in)


def at_page(name, candidate, *rest):
    return reverse(f"candidates:{name}", args=[candidate.pk, *rest])


def sent(**answers):
    return {"request_key": str(uuid4()), "source": "own_words"} | answers


def test_the_page_tells_every_part_with_talents_first(client, fatima, at):
    picture_parts(fatima, at)
    page = text_of(client.get(at_page("candidate", fatima)))
    words = (
        "Koken en bakken", "kan het zelf · zelf verteld", "Over een jaar sta ik in een bakkerij", "Een dag meelopen",
        "Leren omgaan met de oven", "Taalmaatje", "Ik durf te bellen", "Voert zelf het gesprek", "Werken in de bediening",
        "bakkerswerk", "16 tot 29 uur per week", "ma, wo", "tot 12 km, brommer of scooter", "proefplaatsing", "Bakker",
        "Rietdekker Rem", "Opvang op woensdag",
    )  # fmt: skip
    for each in words:
        assert each in page, each
    assert page.index("Koken en bakken") < page.index("Opvang op woensdag")


@pytest.mark.parametrize(
    ("part", "answers", "shown"),
    [
        ("wish", {"hours_min": 16, "hours_max": 24, "days": ["1", "2"], "most_km": 12}, "16 tot 24 uur per week"),
        ("perspective", {"words": "Werken in een bakkerij"}, "Werken in een bakkerij"),
        ("motivation", {"words": "Ik wil weer collega's"}, "Ik wil weer collega"),
        ("step", {"words": "Bel Petra", "who": "Fatima"}, "Bel Petra"),
        ("goal", {"words": "Bellen"}, "Bellen"),
        ("certificate", {"kind": "badge", "name": "Heftruck"}, "Heftruck"),
        ("instrument", {"name": "Taalmaatje", "from_date": "2026-03-01"}, "Taalmaatje"),
        ("firm", {"firm_name": "Bakkerij Jansen", "words": "tante"}, "Bakkerij Jansen"),
        ("need", {"kind": "transport", "words": "Een fiets", "action": "Vraag de fietsbank"}, "Een fiets"),
    ],
)  # fmt: skip
def test_each_part_is_noted_in_one_small_form_and_stands_on_the_page(client, fatima, part, answers, shown):
    assert set(PARTS) >= {part}
    form = at_page("note_part", fatima, part)
    assert client.get(form).status_code == 200
    assert client.post(form, sent(**answers)).url == f"{at_page('candidate', fatima)}#{part}"
    assert shown in text_of(client.get(at_page("candidate", fatima)))
    row = PARTS[part]._default_manager.get()
    change = at_page("change_part", fatima, part, row.pk)
    shown = client.get(at_page("candidate", fatima)).content.decode()
    assert f'href="{change}"' in shown or part == "wish"  # its one form is emptied
    assert "Haal weg" in text_of(client.get(change))
    assert text_of(client.get(change)) and client.post(change, sent(**answers)).status_code == 302


def test_a_talent_gets_a_level_and_where_it_was_seen(client, fatima):
    (term,) = making.terms("koken")
    form = at_page("note_part", fatima, "term")
    client.post(form, sent(term_ids=[str(term.pk)], level="1", reason="Bakte brood voor de groep"))
    row = CandidateTerm.objects.get()
    change = at_page("change_part", fatima, "term", row.pk)
    client.post(change, sent(level="2", source="workplace"))
    page = text_of(client.get(at_page("candidate", fatima)))
    assert "kan het zelf · op het werk gezien" in page
    assert "Gegroeid: Koken en bakken" in page and "Bakte brood voor de groep" in page
    again = client.post(form, sent(term_ids=[str(term.pk)], reason="nog eens"))
    assert "Koken en bakken staat er al" in text_of(again) and CandidateTerm.objects.count() == 1
    assert 'value="nog eens"' in again.content.decode()
    assert f'value="{term.pk}" checked' in again.content.decode()


def test_of_an_interest_it_is_not_asked_how_far_somebody_is(client, fatima, at):
    (dieren,) = making.terms("dieren")
    row = CandidateTerm.objects.create(candidate=fatima, term=dieren, noted_at=at)
    assert "Hoe ver?" not in text_of(client.get(at_page("change_part", fatima, "term", row.pk)))


def test_what_is_wrong_is_said_and_what_was_typed_stays(client, fatima):
    wish = client.post(
        at_page("note_part", fatima, "wish"), sent(hours_min=30, hours_max=20, work="Iets met bussen")
    )
    assert "meer dan hoogstens" in text_of(wish) and "Iets met bussen" in wish.content.decode()
    goal = client.post(at_page("note_part", fatima, "goal"), sent(words=" ", reason="zomaar"))
    assert 'value="zomaar"' in goal.content.decode() and not LearningGoal.objects.exists()


def test_a_colleague_who_was_quicker_is_not_typed_over(client, fatima, cast, at):
    row = LearningGoal.objects.create(candidate=fatima, words="Bellen", noted_at=at)
    change = at_page("change_part", fatima, "goal", row.pk)
    version = client.get(change).context["form"]["version"].value()
    commands.note_part(
        actor=cast.own.actor(), at=at, candidate_id=fatima.pk, part="goal", row_id=row.pk, words="Schrijven"
    )
    again = client.post(change, sent(words="Rekenen", version=version))
    assert again.status_code == 409 and "Schrijven" in text_of(again)
    row.refresh_from_db()
    assert row.words == "Schrijven"


def test_what_was_taken_away_is_put_back_from_the_story(client, fatima, at):
    row = LearningGoal.objects.create(candidate=fatima, words="Bellen", noted_at=at - timedelta(days=3))
    client.post(
        at_page("change_part", fatima, "goal", row.pk), sent(words="Bellen", remove="1", reason="Lukt nu")
    )
    assert not LearningGoal.objects.exists()
    back = at_page("put_back_part", fatima, "goal", row.pk)
    page = client.get(at_page("candidate", fatima))
    assert "Weg: Bellen" in text_of(page) and "Lukt nu" in text_of(page) and back in page.content.decode()
    client.post(back, {"request_key": str(uuid4())})
    assert LearningGoal.objects.get().pk == row.pk
    assert back not in client.get(at_page("candidate", fatima)).content.decode()


def test_a_step_is_ticked_off_with_one_tap(client, fatima, at):
    step = PlanStep.objects.create(candidate=fatima, words="Bel Petra", noted_at=at)
    finish = at_page("finish_part", fatima, "step", step.pk)
    client.post(finish, {"request_key": str(uuid4())})
    step.refresh_from_db()
    assert step.done_date and "gedaan op" in text_of(client.get(at_page("candidate", fatima)))
    client.post(finish, {"request_key": str(uuid4()), "is_open": "1"})
    step.refresh_from_db()
    assert step.done_date is None


def test_then_and_now_shows_what_came_grew_and_went_with_source_and_reason(client, fatima, cast, at):
    def note(days, part, **facts):
        return commands.note_part(
            actor=cast.own.actor(), at=at - timedelta(days=days), candidate_id=fatima.pk, part=part, **facts
        )

    (koken,) = making.terms("koken")
    key = note(100, "term", term_id=koken.pk, level=1)
    gone = note(100, "goal", words="Durven bellen")
    note(20, "term", row_id=key, level=3, source="workplace", reason="Leidde een week de keuken")
    note(10, "firm", firm_name="Rietdekker Rem")
    commands.remove_part(
        actor=cast.own.actor(), at=at - timedelta(days=5), candidate_id=fatima.pk, part="goal", row_id=gone,
        reason="Belt nu zelf",
    )  # fmt: skip
    page = text_of(client.get(at_page("then_and_now", fatima), {"van": "2026-09-01", "tot": "2026-11-24"}))
    for words in (
        "Gegroeid Koken en bakken", "toen: begint ermee", "nu: kan het anderen leren",
        "op het werk gezien · Leidde een week de keuken", "Erbij gekomen Rietdekker Rem", "Weggegaan Durven bellen",
        "Belt nu zelf", "Talent · ", "Bedrijf uit het eigen netwerk · ", "Leerdoel · ",
    ):  # fmt: skip
        assert words in page, words
    same = client.get(at_page("then_and_now", fatima), {"van": "2026-09-01", "tot": "2026-09-02"})
    assert "bleef het beeld gelijk" in text_of(same)
    assert client.get(at_page("then_and_now", fatima), {"van": "gisteren"}).status_code == 200
    assert PersonalView.objects.filter(page="candidates:then_and_now").count() == 3


@pytest.mark.parametrize("part", ["need", "goal", "nothing-like-it"])
def test_a_part_of_another_organisation_or_that_is_none_is_not_there(client, cast, log_in, fatima, at, part):
    stranger = log_in(cast.other.account())
    assert stranger.get(at_page("note_part", fatima, part)).status_code == 404
    assert stranger.post(at_page("note_part", fatima, part), sent(words="x")).status_code == 404
    if part == "nothing-like-it":
        assert client.get(at_page("note_part", fatima, part)).status_code == 404
        assert client.post(at_page("finish_part", fatima, part, uuid4()), sent()).status_code == 404
    assert not Need.objects.exists()
    assert stranger.get(at_page("then_and_now", fatima)).status_code == 404


@pytest.mark.parametrize(
    "part", ["need", "step", "perspective", "goal", "adjustment", "requirement", "motivation"]
)
def test_whose_words_they_are_is_chosen_and_never_filled_in(client, fatima, part):
    form = at_page("note_part", fatima, part)
    page = client.get(form).content.decode()
    assert (
        'value="own_words"' in page and "checked" not in page.split("Wie zei dit?")[1].split("</fieldset>")[0]
    )
    answers = {
        "words": "Een dag meelopen",
        "name": "Taalmaatje",
        "from_date": "2026-03-01",
        "kind": "transport",
        "way": "call",
        "requirement_id": str(Requirement.objects.get(code="klanten").pk),
        "answer": "yes",
    }
    again = client.post(form, sent(source="", **answers))
    other = "together" if part in ("need", "motivation") else "colleague"
    why = "of samen besproken?" if other == "together" else "zag of bedacht jij het?"
    assert why in text_of(again) and not PARTS[part]._default_manager.exists()
    client.post(form, sent(source=other, **answers))
    assert PARTS[part]._default_manager.get().source == other


def test_what_a_need_is_about_is_chosen(client, fatima):
    again = client.post(at_page("note_part", fatima, "need"), sent(words="Een fiets"))
    assert again.status_code == 200 and not Need.objects.exists()


def test_a_command_puts_no_words_into_the_mouth_of_a_candidate(fatima, cast, at):
    asked = {"actor": cast.own.actor(), "at": at, "candidate_id": fatima.pk}
    key = commands.note_part(part="step", words="Bel Petra", **asked)
    assert PlanStep.objects.get().source == "colleague"
    PlanStep.objects.update(source="own_words")
    commands.note_part(part="step", row_id=key, words="Bel Petra terug", **asked)
    assert PlanStep.objects.get().source == "own_words", "what stood there stays as it was said"


@pytest.mark.parametrize("words", ["heeft PTSS", "is verslaafd", "laaggeletterd", "misschien depressief"])
def test_in_a_need_a_diagnosis_cannot_stay(client, fatima, words):
    form = at_page("note_part", fatima, "need")
    for more in ({}, {"is_about_work": "on"}):
        page = client.post(form, sent(kind="other", words=words, action="Rustig beginnen", **more))
        assert "Schrijf wat helpt" in text_of(page) and 'value="Rustig beginnen"' in page.content.decode()
        assert "Zo laten staan" not in text_of(page) and not Need.objects.exists()


def test_in_a_plan_a_word_about_work_stays_where_somebody_says_so(client, fatima):
    form, words = at_page("note_part", fatima, "instrument"), "Taalhuis voor laaggeletterden"
    assert "Zo laten staan" not in text_of(client.get(form))
    page = client.post(form, sent(name=words, from_date="2026-03-01"))
    assert "Schrijf wat je anders doet" in text_of(page) and "Zo laten staan" in text_of(page)
    client.post(form, sent(name=words, from_date="2026-03-01", is_about_work="on"))
    assert PARTS["instrument"]._default_manager.get().name == words


def test_what_was_taken_out_in_another_tab_is_said_and_what_was_typed_stays(client, fatima, cast, at):
    asked = {"actor": cast.own.actor(), "at": at, "candidate_id": fatima.pk, "part": "goal"}
    key = commands.note_part(**asked, words="Bellen")
    commands.remove_part(**asked, row_id=key)
    change, story = at_page("change_part", fatima, "goal", key), f"{at_page('candidate', fatima)}#story"
    assert client.get(change).url == story
    assert client.post(at_page("finish_part", fatima, "goal", key), sent()).url == story
    assert "Dit is intussen weggehaald" in text_of(client.get(at_page("candidate", fatima)))
    again = client.post(change, sent(words="Bellen met klanten"))
    page = again.content.decode()
    assert again.status_code == 409 and "Dit is intussen weggehaald" in page
    assert 'value="Bellen met klanten"' in page and f'action="{at_page("note_part", fatima, "goal")}"' in page
    assert client.get(at_page("change_part", fatima, "goal", uuid4())).status_code == 404


@pytest.mark.parametrize(
    ("part", "answers"),
    [
        ("step", {"words": "Bel Petra", "source": "colleague"}),
        ("certificate", {"kind": "badge", "name": "Heftruck"}),
    ],
)
def test_the_same_twice_on_a_day_is_noticed(client, clock, at, fatima, part, answers):
    form = at_page("note_part", fatima, part)
    for _tab in range(2):
        page = client.post(form, sent(**answers))
    assert "Dit is vandaag al genoteerd" in text_of(page) and PARTS[part]._default_manager.count() == 1
    clock.set(at + timedelta(days=1))
    client.post(form, sent(**answers))
    assert PARTS[part]._default_manager.count() == 2
