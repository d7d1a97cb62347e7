"""Behind the strong login: the plan that is co-written."""

from __future__ import annotations

import re
from datetime import timedelta
from functools import partial
from threading import Barrier
from time import sleep
from uuid import uuid4

import pytest
from django.urls import reverse
from tests import making
from tests.gatherings.page_asking import text_of
from tests.own_pages import own_client, tap
from tests.storm.side_by_side import Beside

from werktop.accounts.own_pages import OWN, OWN_STRONG
from werktop.audit.actors import Actor
from werktop.audit.commands import log_personal_views
from werktop.audit.refusals import NotVisible
from werktop.audit.versions import ChangedMeanwhile
from werktop.candidates import commands, queries
from werktop.candidates.commands import own_plan
from werktop.candidates.models import InstrumentUse, LearningGoal, Perspective, PlanStep

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
HOME, PLAN, LOOKED, OBJECT, CHOICES = (
    f"/mijn/{each}" for each in ("", "plan/", "wie-keek/", "bezwaar/", "keuzes/")
)


@pytest.fixture
def step(cast, person, at):
    return PlanStep.objects.create(
        candidate=person, words="Bel de cursus", doer="candidate", source="colleague", noted_at=at,
        noted_by=cast.own.account(),
    )  # fmt: skip


@pytest.fixture
def colleague_reads(cast, person, log_in):
    """`colleague_reads()`: the page of the candidate, as the colleague who works with her sees it."""
    page = reverse("candidates:candidate", args=[person.pk])
    return lambda: log_in(cast.own.account()).get(page).content.decode()


def step_page(step) -> str:
    return reverse("portal:own_step", args=[step.pk])


def test_the_candidate_ticks_a_step_and_takes_that_back(cast, person, browser, step, at, colleague_reads):
    Perspective.objects.create(candidate=person, words="Werk in een bakkerij", noted_at=at)
    page = browser.get(PLAN).content.decode()
    assert "Werk in een bakkerij" in page and "Bel de cursus" in page
    tap(browser, step_page(step), answer="done")
    step.refresh_from_db()
    assert step.done_date == at.date() and step.noted_by is None
    colleague = colleague_reads()
    assert "Fatima schreef zelf" in colleague
    tap(browser, step_page(step), answer="open")
    step.refresh_from_db()
    assert step.done_date is None


def test_the_candidate_writes_a_step_and_a_remark_that_the_colleague_reads(
    cast, person, browser, step, colleague_reads
):
    tap(browser, PLAN, words=" Ik  vraag mijn zus ")
    tap(browser, step_page(step), answer="remark", remark="Op maandag lukt niet")
    own = PlanStep.objects.get(source="own_words")
    assert (own.words, own.doer, own.noted_by) == ("Ik vraag mijn zus", "candidate", None)
    page = colleague_reads()
    for words in ("Ik vraag mijn zus", "opmerking: Op maandag lukt niet", "zelf verteld"):
        assert words in page
    tap(browser, step_page(own), answer="remark", remark=" ")
    assert "Schrijf eerst een paar woorden." in browser.get(PLAN).content.decode()
    empty = tap(browser, PLAN, words=" ")
    assert "Schrijf op wat u gaat doen." in empty.content.decode()


def test_only_an_own_step_is_taken_away_and_a_colleague_can_put_it_back(cast, person, browser, step, at):
    tap(browser, PLAN, words="Ik vraag mijn zus")
    own = PlanStep.objects.get(source="own_words")
    assert tap(browser, step_page(step), answer="remove").status_code == 409
    assert tap(browser, step_page(own), answer="remove").status_code == 302
    assert not PlanStep.objects.filter(pk=own.pk).exists()
    commands.put_back_part(actor=cast.own.actor(), at=at, candidate_id=person.pk, part="step", row_id=own.pk)
    assert PlanStep.objects.get(pk=own.pk).words == "Ik vraag mijn zus"


def test_what_a_colleague_does_is_read_with_who_that_is_and_is_not_ticked(cast, person, browser, at):
    PlanStep.objects.create(candidate=person, words="Vraagt de bakker", doer="assigned", noted_at=at)
    theirs = PlanStep.objects.create(
        candidate=person, words="Regelt een pasje", doer="colleague", owner=cast.own.account(), noted_at=at
    )
    PlanStep.objects.create(candidate=person, words="Belt terug", who="Jan van de cursus", noted_at=at)
    page = browser.get(PLAN).content.decode()
    name = cast.own.account().first_name
    for words in (
        f"Dit doet {name}, uw vaste collega bij ons",
        f"Dit doet {name}, relatiemanager bij ons",
        "Dit doet Jan van de cursus, van buiten onze organisatie",
    ):
        assert words in page
    assert 'value="done"' not in page and page.count('name="remark"') == 3
    assert tap(browser, step_page(theirs), answer="done").status_code == 409
    theirs.refresh_from_db()
    assert theirs.done_date is None


def test_what_to_learn_stands_in_the_own_plan_and_is_written_with_the_colleague(
    cast, person, browser, at, colleague_reads
):
    theirs = LearningGoal.objects.create(
        candidate=person,
        words="Heftruck rijden",
        source="colleague",
        noted_at=at,
        noted_by=cast.own.account(),
    )
    assert "Heftruck rijden" in browser.get(PLAN).content.decode()
    for _time in range(2):
        tap(browser, PLAN, goal=" Met de  kassa werken ")
    own = LearningGoal.objects.get(source="own_words")
    assert (own.words, own.noted_by) == ("Met de kassa werken", None)
    tap(browser, step_page(theirs), answer="learned")
    page = colleague_reads()
    assert "Met de kassa werken" in page and "geleerd" in page
    assert tap(browser, step_page(theirs), answer="remove_goal").status_code == 409
    tap(browser, step_page(own), answer="remove_goal")
    assert LearningGoal.objects.get().done_date == at.date()
    assert "Schrijf op wat u wilt leren." in tap(browser, PLAN, goal=" ").content.decode()


def test_what_both_say_of_a_course_stands_side_by_side_for_both(cast, person, browser, at, colleague_reads):
    InstrumentUse.objects.create(
        candidate=person, name="Heftruck", from_date=at.date() - timedelta(days=9), noted_at=at,
        candidate_words="Ik durf meer.", colleague_words="Komt altijd op tijd.",
    )  # fmt: skip
    own = browser.get(PLAN).content.decode()
    theirs = colleague_reads()
    for page in (own, theirs):
        assert "Ik durf meer." in page and "Komt altijd op tijd." in page


def test_a_step_in_own_words_on_which_a_colleague_wrote_stays(cast, person, browser, at):
    noted = {"actor": cast.own.actor(), "at": at, "candidate_id": person.pk, "part": "step"}
    theirs = commands.note_part(**noted, words="Ik bel de cursus", doer="candidate", source="own_words")
    tap(browser, step_page(PlanStep.objects.get(pk=theirs)), answer="done")
    tap(browser, PLAN, words="Ik vraag mijn zus")
    own = PlanStep.objects.exclude(pk=theirs).get()
    assert browser.get(PLAN).content.decode().count("Haal weg") == 1
    commands.note_part(**noted, row_id=own.pk, due_date=at.date())
    for step in PlanStep.objects.all():
        assert tap(browser, step_page(step), answer="remove").status_code == 409
    assert PlanStep.objects.count() == 2 and "Haal weg" not in browser.get(PLAN).content.decode()


def test_what_is_gone_or_is_no_longer_ones_own_alone_is_said_on_the_plan(cast, browser, at, person):
    tap(browser, PLAN, words="Ik vraag mijn zus")
    step = PlanStep.objects.get()
    by_colleague = {"actor": cast.own.actor(), "at": at, "candidate_id": person.pk, "part": "step"}
    commands.note_part(**by_colleague, row_id=step.pk, due_date=at.date())

    def press(row, **said):
        fields = {"request_key": str(uuid4())} | said
        answer = browser.post(step_page(row), fields, headers={"Referer": f"http://testserver{PLAN}"})
        assert answer.status_code in (302, 303) and answer["Location"].endswith(PLAN)
        return browser.get(PLAN).content.decode()

    assert "schreef intussen een collega van ons mee" in press(step, answer="remove")
    commands.remove_part(**by_colleague, row_id=step.pk)
    assert "Dit staat niet meer op uw pagina. U schreef: “Ik belde haar”." in press(
        step, answer="remark", remark="Ik belde haar"
    )
    assert "Dit staat niet meer op uw pagina." in press(step, answer="done")
    others = PlanStep.objects.create(
        candidate=making.candidate(cast.own, "Karim"), words="Bellen", noted_at=at
    )
    assert "Dit staat niet meer op uw pagina" in press(others, answer="remark", remark="Gedaan")
    others.refresh_from_db()
    assert others.remark == ""
    for nowhere in (step_page(others), reverse("portal:own_invitation", args=[uuid4()]), f"{HOME}nergens/"):
        assert f'href="{HOME}"' in browser.get(nowhere).content.decode()


def test_nobody_writes_in_anothers_plan_nor_without_a_strong_login(cast, browser, at, person):
    other = making.candidate(cast.own, "Karim")
    theirs = PlanStep.objects.create(candidate=other, words="Bellen", noted_at=at)
    for answer in ("done", "remark", "remove"):
        tap(browser, step_page(theirs), answer=answer, remark="x")
    theirs.refresh_from_db()
    assert (theirs.done_date, theirs.remark) == (None, "")
    mine = PlanStep.objects.create(candidate=person, words="Bellen", noted_at=at)
    tap(own_client(person, at), step_page(mine), answer="done")
    mine.refresh_from_db()
    assert mine.done_date is None
    with pytest.raises(NotVisible):
        commands.write_own_step(actor=cast.own.actor(), at=at, candidate_id=person.pk, words="x")


def test_a_page_asks_as_much_for_a_long_life_as_for_a_short_one(
    cast, person, browser, at, django_assert_max_num_queries
):
    for number in range(30):
        PlanStep.objects.create(candidate=person, words=f"Stap {number}", noted_at=at)
        log_personal_views(
            actor=cast.own.actor(), at=at - timedelta(days=number), page="candidates:candidate",
            seen=[("candidate", cast.own.organisation.pk, [person.pk])],
        )  # fmt: skip
        making.guest(making.gathering(cast.own), person, "invited")
    for path, most in ((HOME, 16), (PLAN, 12), (LOOKED, 12), (OBJECT, 10), (CHOICES, 10)):
        with django_assert_max_num_queries(most):
            browser.get(path)


def version_in(page) -> str:
    return re.findall(r'name="version" value="([^"]+)"', page.content.decode())[0]


def test_the_candidate_writes_where_the_plan_leads_and_it_is_told_as_the_candidates(
    cast, person, browser, at, colleague_reads
):
    assert "Waar wilt u naartoe werken?" in browser.get(PLAN).content.decode()
    assert "Schrijf op waar u naartoe wilt werken." in tap(browser, PLAN, leads=" ").content.decode()
    sent = {
        "request_key": str(uuid4()),
        "leads": " Een  eigen bakkerij ",
        "version": version_in(browser.get(PLAN)),
    }
    for _time in range(2):
        assert browser.post(PLAN, sent).status_code == 302
    row = Perspective.objects.get(candidate=person)
    assert (row.words, row.source, row.noted_by) == ("Een eigen bakkerij", "own_words", None)
    page = colleague_reads()
    for words in ("Nieuw van Fatima", "Werkt toe naar: Een eigen bakkerij", "zelf verteld"):
        assert words in page
    noted = {"actor": cast.own.actor(), "at": at, "candidate_id": person.pk, "part": "perspective"}
    tap(browser, step_page(row), answer="remove_leads")
    assert not Perspective.objects.filter(candidate=person).exists()
    commands.put_back_part(**noted, row_id=row.pk)
    assert tap(browser, step_page(row), answer="remove_leads").status_code == 409, (
        "a colleague stands behind it"
    )
    assert "Werkt toe naar:" not in colleague_reads()


def test_what_a_colleague_wrote_of_where_it_leads_is_said_otherwise_and_not_taken_away(
    cast, person, browser, at, log_in
):
    noted = {"actor": cast.own.actor(), "at": at, "candidate_id": person.pk, "part": "perspective"}
    key = commands.note_part(**noted, words="Werk in de zorg")
    colleague = log_in(cast.own.account())
    form = reverse("candidates:note_part", args=[person.pk, "perspective"])
    opened = version_in(colleague.get(form))
    line = queries.last_line_of(Perspective.objects.get())
    tap(browser, PLAN, leads="Werk met dieren", version=version_in(browser.get(PLAN)))
    row = Perspective.objects.get(candidate=person)
    assert (row.pk, row.words, row.source, row.noted_by) == (key, "Werk met dieren", "own_words", None)
    told = [
        each
        for each in queries.picture_of(cast.own.actor(), person).changes()
        if each.now.part == "perspective"
    ]
    assert [(each.kind, each.now.words[0], each.now.source_words) for each in told] == [
        ("came", "Werk in de zorg", "gezien door een collega"), ("changed", "Werk met dieren", "zelf verteld"),
    ]  # fmt: skip
    assert "remove_leads" not in browser.get(PLAN).content.decode()
    assert tap(browser, step_page(row), answer="remove_leads").status_code == 409
    late = tap(colleague, form, words="Werk in de tuin", source="colleague", version=opened)
    assert "Deze persoon zelf wijzigde dit terwijl jij typte" in late.content.decode()
    commands.note_as_before(**noted, row_id=key, line=line)
    assert "Werk in de zorg" in browser.get(PLAN).content.decode()


def test_other_words_than_the_candidates_own_are_not_put_in_the_candidates_mouth(
    cast, person, browser, at, log_in
):
    colleague = log_in(cast.own.account())
    form = reverse("candidates:note_part", args=[person.pk, "perspective"])
    of_nothing = version_in(colleague.get(form))
    tap(browser, PLAN, leads="Werk met dieren", version=version_in(browser.get(PLAN)))
    late = tap(colleague, form, words="Chef-kok worden", source="colleague", version=of_nothing)
    assert late.status_code == 409, "it was written meanwhile, where nothing stood"
    opened = colleague.get(form)
    assert opened.context["form"]["source"].value() is None and "Deze woorden zijn van" in text_of(opened)
    asked = {"words": "Chef-kok worden", "version": version_in(opened)}
    assert "Kies: heeft iemand dit zelf verteld" in text_of(tap(colleague, form, **asked))
    tap(colleague, form, **asked | {"words": "Werk met dieren"})
    assert Perspective.objects.get().source == "own_words", "the same words stay as they were said"
    tap(colleague, form, **asked | {"source": "own_words", "version": version_in(colleague.get(form))})
    said = text_of(browser.get(PLAN))
    assert "u vertelde dit, onze collega schreef het op" in said and "dit zijn uw woorden" not in said


def test_where_it_leads_is_not_written_over_what_was_written_meanwhile(cast, person, browser, at):
    opened = version_in(browser.get(PLAN))
    commands.note_part(
        actor=cast.own.actor(), at=at, candidate_id=person.pk, part="perspective", words="Werk in de zorg"
    )
    late = tap(browser, PLAN, leads="Werk met dieren", version=opened)
    said = late.content.decode()
    assert late.status_code == 409 and Perspective.objects.get().words == "Werk in de zorg"
    for words in (
        "Hier is intussen iets veranderd",
        "Nu staat er: Werk in de zorg",
        'value="Werk met dieren"',
    ):
        assert words in said
    assert "collega schreef hier intussen" not in said
    assert tap(browser, PLAN, leads="Werk met dieren", version=version_in(late)).status_code == 302
    tap(browser, PLAN, leads="Werk met dieren", version=opened)
    assert Perspective.objects.get().words == "Werk met dieren"


@pytest.mark.django_db(transaction=True)
def test_two_windows_that_write_it_first_at_once_make_one_row(person, at, monkeypatch):
    begin, real = Barrier(2), own_plan.refuse_changed
    actor = Actor(
        "candidate", id=person.pk, organisation_id=person.organisation_id, region_id=person.region_id,
        capabilities=frozenset([OWN, OWN_STRONG]),
    )  # fmt: skip

    def slowly(*asked):
        sleep(0.05)  # the other comes in between where nothing makes anybody wait
        return real(*asked)

    def write(words):
        begin.wait()
        version = queries.perspective_version(None)
        commands.write_own_perspective(
            actor=actor, at=at, candidate_id=person.pk, words=words, version=version
        )

    monkeypatch.setattr(own_plan, "refuse_changed", slowly)
    both = [Beside(partial(write, words)) for words in ("Bakken", "Rijden")]
    for each in both:
        each.start()
    assert {type(each.end()) for each in both} == {ChangedMeanwhile, type(None)}
    assert Perspective.objects.filter(candidate=person).count() == 1
