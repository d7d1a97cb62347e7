"""What a candidate writes on the own page waits on Today of who works with the person, until that colleague read it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from django.urls import reverse
from tests import making
from tests.own_pages import tap

from werktop.accounts.queries import actor_of
from werktop.audit.refusals import NotVisible
from werktop.candidates import commands, queries
from werktop.candidates.models import Candidate, InstrumentUse, OwnWriting, Perspective, PlanStep

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
PLAN, FIRMS, OBJECT = "/mijn/plan/", "/mijn/bedrijven/", "/mijn/bezwaar/"


@pytest.fixture
def colleague(cast, log_in):
    return log_in(cast.own.account())


@pytest.fixture
def writes_it_all(cast, person, browser, at):
    """Fatima writes one of everything that can be written on the own page, and makes an objection."""
    step = PlanStep.objects.create(
        candidate=person, words="Bel de cursus", doer="candidate", source="colleague", noted_at=at,
        noted_by=cast.own.account(),
    )  # fmt: skip
    course = InstrumentUse.objects.create(
        candidate=person, name="Heftruckcursus", from_date=at.date(), noted_at=at
    )
    tap(browser, PLAN, leads="Werk in een keuken")
    tap(browser, PLAN, words="Ik vraag mijn zus")
    tap(browser, PLAN, goal="Met de kassa werken")
    tap(browser, reverse("portal:own_step", args=[step.pk]), answer="remark", remark="Liever samen")
    tap(browser, reverse("portal:own_step", args=[course.pk]), answer="outcome", words="Ik rijd nu zelf")
    tap(browser, FIRMS, firm_name="Bakkerij De Bongerd", words="mijn oom werkt er")
    tap(browser, OBJECT, kind="region", words="Alleen jullie")


def waiting(person) -> list[str]:
    return [each.kind for each in queries.unread_of(person)]


def test_all_that_the_candidate_wrote_is_one_line_on_today_until_it_is_read(person, writes_it_all, colleague):
    today = colleague.get(reverse("desk:today"))
    assert today.content.decode().count("schreef op de eigen pagina:") == 1
    (line,) = [each for each in today.context["needs"] if "eigen pagina" in each["why"]]
    assert line["why"] == (
        "Fatima schreef op de eigen pagina: een bezwaar, waar het plan naartoe gaat, een stap, iets bij een stap, een leerwens, "
        "hoe een cursus of hulp ging, een bedrijf."
    )
    page = colleague.get(line["action_url"]).content.decode()
    for words in (
        "Nieuw van Fatima", "Werk in een keuken", "Ik vraag mijn zus", "‘Bel de cursus’: “Liever samen”", "Met de kassa werken",
        "Heftruckcursus. “Ik rijd nu zelf”", "Bakkerij De Bongerd (“mijn oom werkt er”)",
    ):  # fmt: skip
        assert words in page
    read = [str(each.id) for each in queries.unread_of(person) if each.kind != "objection"]
    answer = tap(colleague, reverse("portal:note_own_read", args=[person.pk]), wrote=read)
    assert answer.url == line["action_url"] and waiting(person) == ["objection"]
    page = colleague.get(line["action_url"]).content.decode()
    assert "Nieuw van Fatima" not in page and "Fatima schreef zelf" in page
    assert "eigen pagina: een bezwaar." in colleague.get(reverse("desk:today")).content.decode()
    left = str(OwnWriting.objects.get().pk)
    assert "Besproken" in page and f'value="{left}"' in page
    tap(colleague, reverse("portal:note_own_read", args=[person.pk]), wrote=left)
    assert "schreef op de eigen pagina" not in colleague.get(reverse("desk:today")).content.decode()


def test_other_words_since_the_page_was_opened_wait_on(cast, person, browser, at):
    tap(browser, PLAN, leads="Werk in een keuken")
    stood = [each.id for each in queries.unread_of(person)]
    tap(browser, PLAN, leads="Werk in de zorg", version="")
    asked = {"actor": cast.own.actor(), "at": at, "candidate_id": person.pk}
    assert commands.note_own_read(**asked, writing_ids=stood) == 0 and waiting(person) == ["leads"]


def test_what_is_taken_back_before_it_is_read_waits_no_more(person, browser):
    tap(browser, PLAN, words="Ik vraag mijn zus")
    step = PlanStep.objects.get()
    tap(browser, reverse("portal:own_step", args=[step.pk]), answer="remark", remark="Morgen")
    tap(browser, reverse("portal:own_step", args=[step.pk]), answer="remark", remark="")
    assert waiting(person) == ["step"]
    tap(browser, reverse("portal:own_step", args=[step.pk]), answer="remove")
    tap(browser, OBJECT, kind="region")
    tap(browser, OBJECT, kind="region", take_back="1")
    assert waiting(person) == []


def test_what_a_colleague_took_out_before_it_was_read_is_said_to_be_gone(person, browser, colleague):
    tap(browser, PLAN, words="Ik vraag mijn zus")
    PlanStep.objects.all().delete()
    page = colleague.get(reverse("candidates:candidate", args=[person.pk])).content.decode()
    assert "Schreef iets dat intussen weg is" in page


def test_what_a_colleague_wrote_over_it_is_not_said_to_be_the_candidates(cast, person, browser, colleague):
    tap(browser, PLAN, leads="Werk in een keuken")
    Perspective.objects.update(words="Werk in de zorg", noted_by=cast.own.account())
    page = colleague.get(reverse("candidates:candidate", args=[person.pk])).content.decode()
    assert "een collega daarna wijzigde. Nu staat er: Werk in de zorg" in page
    assert "Werkt toe naar: Werk in de zorg" not in page


def test_words_about_a_course_that_were_taken_back_before_they_were_read_wait_no_more(person, browser, at):
    course = InstrumentUse.objects.create(
        candidate=person, name="Heftruckcursus", from_date=at.date(), noted_at=at
    )
    for words in ("Ik rijd nu zelf", ""):
        tap(browser, reverse("portal:own_step", args=[course.pk]), answer="outcome", words=words)
    assert waiting(person) == []


def test_an_objection_that_a_colleague_was_told_waits_for_nobody(cast, person, at):
    commands.make_objection(actor=cast.own.actor(), at=at, candidate_id=person.pk, kind="region")
    assert waiting(person) == []


def test_it_waits_for_who_works_with_the_person_and_of_nobodys_for_all(cast, person, browser, at):
    tap(browser, PLAN, words="Ik vraag mijn zus")
    mine, beside = cast.own.actor(), actor_of(making.colleague_beside(cast.own), cast.own.organisation.pk)
    named = replace(beside, acts_for=person.assigned_to_id)

    def reads(actor) -> bool:
        found = [each.candidate_id for each in queries.own_writings_to_read(actor)]
        assert bool(found) == queries.reads_own_writing(actor, person)
        return found == [person.pk]

    assert reads(mine) and reads(named)
    assert not reads(beside) and not reads(cast.other.actor()) and not reads(replace(named, is_self_set=True))
    asked = {
        "at": at,
        "candidate_id": person.pk,
        "writing_ids": [each.id for each in queries.unread_of(person)],
    }
    with pytest.raises(NotVisible):
        commands.note_own_read(actor=beside, **asked)
    person.assigned_to.left_at = at - timedelta(days=1)
    person.assigned_to.save()
    person.refresh_from_db()
    assert reads(beside)
    person.assigned_to = None
    person.save()
    assert reads(beside) and not reads(cast.other.actor())
    other = {**asked, "candidate_id": making.candidate(cast.own, "Ewa").pk}
    assert commands.note_own_read(actor=beside, **other) == 0, "not on the page of another"
    Candidate.objects.update(left_at=at)
    assert not queries.own_writings_to_read(beside), "who stopped is on no Today"
    assert commands.note_own_read(actor=beside, **asked) == 1
