"""Who reads the plan is told before one writes, and a word that colleagues need not know is asked about once; nothing is lost."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse
from tests.own_pages import own_client, tap

from werktop.candidates import commands, queries
from werktop.candidates.models import InstrumentUse, LearningGoal, Need, Perspective, PlanStep

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
PLAN = "/mijn/plan/"
SAYS = "ik heb adhd en wil rust"


@pytest.mark.parametrize(
    ("field", "model"), [("leads", Perspective), ("words", PlanStep), ("goal", LearningGoal)]
)
def test_a_word_for_what_somebody_has_is_asked_about_before_it_is_saved(browser, field, model):
    assert "lezen wat u hier schrijft" in browser.get(PLAN).content.decode()
    asked = tap(browser, PLAN, **{field: SAYS}).content.decode()
    assert "U schrijft “adhd”." in asked and f'value="{SAYS}"' in asked and not model.objects.exists()
    assert asked.count('name="stopped_for" value="adhd"') == 1
    other = tap(browser, PLAN, **{field: f"{SAYS} of wia"}, stopped_for="adhd").content.decode()
    assert "U schrijft “adhd”, “wia”." in other
    assert tap(browser, PLAN, **{field: SAYS}, stopped_for="adhd").status_code == 302
    assert model.objects.get().words == SAYS


def test_what_a_colleague_wrote_before_the_question_is_not_written_over_by_its_answer(
    cast, browser, person, at
):
    noted = {"actor": cast.own.actor(), "at": at, "candidate_id": person.pk, "part": "perspective"}
    commands.note_part(**noted, words="Werk in de zorg")
    opened = queries.perspective_version(Perspective.objects.get())
    commands.note_part(**noted, words="Werk in de tuin")
    asked = tap(browser, PLAN, leads=SAYS, version=opened)
    assert "U schrijft “adhd”." in asked.content.decode() and f'value="{opened}"' in asked.content.decode()
    late = tap(browser, PLAN, leads=SAYS, version=opened, stopped_for="adhd")
    assert late.status_code == 409 and "Werk in de tuin" in late.content.decode()
    assert Perspective.objects.get().words == "Werk in de tuin"


def test_so_is_one_in_a_remark_and_of_a_course(browser, person, at):
    step = PlanStep.objects.create(candidate=person, words="Bel de cursus", noted_at=at)
    course = InstrumentUse.objects.create(
        candidate=person, name="Taal", from_date=at.date() - timedelta(days=9), noted_at=at
    )
    version = queries.outcome_version(course)
    for row, answer, field in ((course, "outcome", "words"), (step, "remark", "remark")):
        path = reverse("portal:own_step", args=[row.pk])
        said = {"answer": answer, field: f"{answer}: {SAYS}", "outcome": "partly", "version": version}
        page = tap(browser, path, **said)
        words = page.content.decode()
        assert page.status_code == 200 and "Nog niet bewaard" in words
        assert words.count(said[field]) == words.count('name="stopped_for"') == 1
        assert answer == "remark" or f'value="{version}"' in words
        assert tap(browser, path, **said, stopped_for="adhd").status_code == 302
    step.refresh_from_db()
    course.refresh_from_db()
    assert (step.remark, course.candidate_words) == (f"remark: {SAYS}", f"outcome: {SAYS}")


def test_at_a_step_one_line_folded_away_asks_how_it_went(browser, person, at):
    for words, done in (("Bel de cursus", None), ("Kijk bij de bakker", at.date())):
        PlanStep.objects.create(
            candidate=person, words=words, done_date=done, remark="Het ging goed", noted_at=at
        )
    page = browser.get(PLAN).content.decode()
    assert page.count("Schrijf erbij hoe het ging") == 2 and page.count("U schreef erbij: Het ging goed") == 2
    assert '<details class="fold" open' not in page


def test_what_one_does_oneself_to_be_able_to_work_stands_in_the_own_plan(browser, person, at):
    facts = {"candidate": person, "kind": "childcare", "words": "Opvang na school", "noted_at": at}
    Need.objects.create(**facts, action="Vragen bij de opvang", doer="candidate", due_date=at.date())
    Need.objects.create(**facts, action="Belt de school", doer="assigned")
    Need.objects.create(**facts, action="Is al geregeld", doer="candidate", done_date=at.date())
    page = browser.get(PLAN).content.decode()
    assert "Vragen bij de opvang" in page and "U hebt nodig: Opvang na school" in page
    assert "Belt de school" not in page and "Is al geregeld" not in page
    weak = own_client(person, at).get(PLAN)
    assert "Vragen bij de opvang" not in weak.content.decode()
