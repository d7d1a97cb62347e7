"""Behind the strong login: the plan that is co-written, what is kept, who looked, objections and choices."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests import making
from tests.own_pages import own_client, tap

from werktop.accounts.queries import actor_of
from werktop.audit.commands import log_personal_views
from werktop.audit.kept import all_kept_of
from werktop.audit.models import Entry
from werktop.audit.refusals import NotVisible
from werktop.candidates import commands, queries
from werktop.candidates.commands.refusals import ObjectionStands
from werktop.candidates.models import (
    Candidate,
    InstrumentUse,
    LearningGoal,
    Need,
    Objection,
    Perspective,
    PlanStep,
    Presentation,
)
from werktop.contacts.commands import note_contact
from werktop.gatherings.queries.guests import guest_rows
from werktop.matches.ideas import ideas_for
from werktop.post import links

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
PLAN, KEPT, LOOKED, OBJECT, CHOICES = (
    f"/mijn/{each}/" for each in ("plan", "bewaard", "wie-keek", "bezwaar", "keuzes")
)


@pytest.fixture
def person(cast):
    return making.candidate(
        cast.own,
        "Fatima",
        email="fatima@post.example",
        own_words="Ik bak brood.",
        assigned_to=cast.own.account(),
    )


@pytest.fixture
def browser(person, at):
    return own_client(person, at, "strong")


@pytest.fixture
def step(cast, person, at):
    return PlanStep.objects.create(
        candidate=person, words="Bel de cursus", doer="candidate", source="colleague", noted_at=at,
        noted_by=cast.own.account(),
    )  # fmt: skip


def step_page(step) -> str:
    return reverse("portal:own_step", args=[step.pk])


def test_the_candidate_ticks_a_step_and_takes_that_back(cast, person, browser, step, at, log_in):
    Perspective.objects.create(candidate=person, words="Werk in een bakkerij", noted_at=at)
    page = browser.get(PLAN).content.decode()
    assert "Werk in een bakkerij" in page and "Bel de cursus" in page
    tap(browser, step_page(step), answer="done")
    step.refresh_from_db()
    assert step.done_date == at.date() and step.noted_by is None
    colleague = (
        log_in(cast.own.account()).get(reverse("candidates:candidate", args=[person.pk])).content.decode()
    )
    assert "Fatima schreef zelf" in colleague
    tap(browser, step_page(step), answer="open")
    step.refresh_from_db()
    assert step.done_date is None


def test_the_candidate_writes_a_step_and_a_remark_that_the_colleague_reads(
    cast, person, browser, step, log_in
):
    tap(browser, PLAN, words=" Ik  vraag mijn zus ")
    tap(browser, step_page(step), answer="remark", remark="Op maandag lukt niet")
    own = PlanStep.objects.get(source="own_words")
    assert (own.words, own.doer, own.noted_by) == ("Ik vraag mijn zus", "candidate", None)
    page = log_in(cast.own.account()).get(reverse("candidates:candidate", args=[person.pk])).content.decode()
    for words in ("Ik vraag mijn zus", "opmerking: Op maandag lukt niet", "zelf verteld"):
        assert words in page
    empty = tap(browser, PLAN, words=" ")
    assert "Schrijf op wat u gaat doen." in empty.content.decode()


def test_only_an_own_step_is_taken_away_and_a_colleague_can_put_it_back(cast, person, browser, step, at):
    tap(browser, PLAN, words="Ik vraag mijn zus")
    own = PlanStep.objects.get(source="own_words")
    assert tap(browser, step_page(step), answer="remove").status_code == 404
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
    cast, person, browser, at, log_in
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
    page = log_in(cast.own.account()).get(reverse("candidates:candidate", args=[person.pk])).content.decode()
    assert "Met de kassa werken" in page and "geleerd" in page
    assert tap(browser, step_page(theirs), answer="remove_goal").status_code == 404
    tap(browser, step_page(own), answer="remove_goal")
    assert LearningGoal.objects.get().done_date == at.date()
    assert "Schrijf op wat u wilt leren." in tap(browser, PLAN, goal=" ").content.decode()


def test_what_both_say_of_a_course_stands_side_by_side_for_both(cast, person, browser, at, log_in):
    InstrumentUse.objects.create(
        candidate=person, name="Heftruck", from_date=at.date() - timedelta(days=9), noted_at=at,
        candidate_words="Ik durf meer.", colleague_words="Komt altijd op tijd.",
    )  # fmt: skip
    own = browser.get(PLAN).content.decode()
    theirs = (
        log_in(cast.own.account()).get(reverse("candidates:candidate", args=[person.pk])).content.decode()
    )
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
        assert tap(browser, step_page(step), answer="remove").status_code == 404
    assert PlanStep.objects.count() == 2 and "Haal weg" not in browser.get(PLAN).content.decode()


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


def test_all_that_is_kept_stands_there_but_for_words_that_are_read_over_first(cast, person, browser, at):
    note_contact(
        actor=cast.own.actor(), at=at, channel="call", day=at.date(), candidate_ids=[person.pk],
        words="Zei dat buurman Piet drinkt.",
    )  # fmt: skip
    Need.objects.create(candidate=person, kind="childcare", words="Opvang op woensdag", noted_at=at)
    page = browser.get(KEPT).content.decode()
    assert "Opvang op woensdag" in page
    assert "Ik bak brood." in page and "fatima@post.example" in page
    assert "buurman Piet" not in page and "Dan krijgt u die woorden op papier" in page


def test_who_looked_stands_there_by_function_and_organisation_and_never_by_name(cast, person, browser, at):
    beside = making.colleague_beside(cast.own, name="Bas Bakker")
    looks = (
        (cast.own.actor(), ("candidates:candidate", "candidates:candidate", "candidates:then_and_now")),
        (actor_of(beside, cast.own.organisation.pk), ("candidates:candidate",)),
        (cast.other.actor("coordinator"), ("candidates:candidate",) * 3),
    )
    for actor, pages in looks:
        for page in pages:
            log_personal_views(
                actor=actor, at=at - timedelta(days=1), page=page,
                seen=[("candidate", cast.own.organisation.pk, [person.pk])],
            )  # fmt: skip
    for address in (LOOKED, KEPT):
        page = browser.get(address).content.decode()
        assert "2 relatiemanagers van Gemeente Waalsteen (3 keer)" in page, (
            "once for each page, not each time"
        )
        assert "Een coördinator van Gemeente Lingeveld<" in page and "23 november 2026" in page
    for house in (cast.own, cast.other):
        for account in (beside, *house.colleagues.values()):
            assert account.name not in page and account.email not in page


def test_who_looked_asks_the_database_as_much_for_many_days_as_for_one(cast, person, browser, at):
    asked = []
    for days in (1, 40):
        for day in range(days):
            log_personal_views(
                actor=cast.own.actor(), at=at - timedelta(days=2 + day), page="candidates:candidate",
                seen=[("candidate", cast.own.organisation.pk, [person.pk])],
            )  # fmt: skip
        with CaptureQueriesContext(connection) as seen:
            assert browser.get(LOOKED).status_code == 200
        asked.append(len(seen))
    assert asked[0] == asked[1]


def test_who_looked_at_a_file_that_was_brought_together_with_this_one_stands_there_too(cast, person, at):
    other = making.candidate(cast.own, "Fatma")
    log_personal_views(
        actor=cast.other.actor(), at=at - timedelta(days=1), page="desk:candidates",
        seen=[("candidate", cast.own.organisation.pk, [other.pk, *(uuid4() for _ in range(9))])],
    )  # fmt: skip
    commands.merge_candidates(actor=cast.own.actor(), at=at, candidate_id=person.pk, other_id=other.pk)
    browser = own_client(person, at, "strong")  # two files are brought together: who was there logs in anew
    with CaptureQueriesContext(connection) as seen:
        page = browser.get(LOOKED).content.decode()
    assert "van Gemeente Lingeveld" in page
    read = [asked["sql"].split(" FROM ")[0] for asked in seen if "audit_personalview" in asked["sql"]]
    assert not [sql for sql in read if "SELECT" in sql and "about_ids" in sql], (
        "keys of thousands of others stay where they are"
    )


def test_who_read_what_is_guarded_is_told_by_function_and_the_reason_is_read_over_first(
    cast, person, browser, at
):
    beside = making.colleague_beside(cast.own, name="Kenmerk Naam")
    reason = "Kenmerkreden over een ander"
    actor = actor_of(beside, cast.own.organisation.pk)
    commands.open_needs(actor=actor, at=at, candidate_id=person.pk, reason=reason)
    page = browser.get(KEPT).content.decode()
    assert "Wie las wat u nodig hebt" in page and "Kenmerk" not in page
    assert "Een collega van Gemeente Waalsteen las wat u nodig hebt, en schreef op waarom" in page
    parts = all_kept_of(cast.own.actor(), person, at)
    paper = str([part.rows for part in parts])
    assert f"Een relatiemanager van Gemeente Waalsteen: {reason}" in paper and "Kenmerk Naam" not in paper


def test_nobody_looked_is_said_too(browser):
    assert "Niemand bekeek uw gegevens nog." in browser.get(LOOKED).content.decode()


def test_an_objection_to_the_region_holds_at_once_and_taken_back_gives_back_what_there_was(
    cast, person, browser, at
):
    def found():
        return {each.id for each in queries.search_profiles_in_region(cast.other.actor())}

    assert person.pk in found()
    tap(browser, OBJECT, kind="region", words="Ik ken daar mensen")
    assert person.pk not in found()
    with pytest.raises(ObjectionStands):
        commands.change_candidate(
            actor=cast.own.actor(), at=at, candidate_id=person.pk, is_shared=True, assigned_to_id=None
        )
    tap(browser, OBJECT, kind="region", take_back="1")
    assert person.pk in found()
    Candidate.objects.update(is_shared=False)
    for extra in ({}, {"take_back": "1"}):
        tap(browser, OBJECT, kind="region", **extra)
    assert person.pk not in found(), "it was not shared before either"


def test_it_says_what_holds_now_and_not_what_might(cast, person, browser, at):
    found, read = "u vinden, zonder uw naam", "Nu lezen werkgevers die u ontmoet"
    page = browser.get(OBJECT).content.decode()
    assert found in page and read not in page and "u keurde geen tekst ‘Over mij’ goed" in page
    Candidate.objects.update(is_shared=False)
    Presentation.objects.create(
        candidate=person, words="Ik bak.", written_at=at, approved_words="Ik bak.", approved_at=at
    )
    page = browser.get(OBJECT).content.decode()
    assert found not in page and read in page and "in de regio u niet vinden" in page


def test_with_an_objection_who_does_not_hold_the_gathering_reads_no_name(cast, person, browser, at):
    gathering = making.gathering(cast.own)
    making.guest(gathering, person, "yes")

    def names():
        return repr(list(guest_rows(cast.other.actor(), gathering)))

    before = names()
    tap(browser, OBJECT, kind="region")
    assert "Fatima" in before and "Fatima" not in names()


def test_an_objection_to_employers_hides_the_text_and_ends_ideas_at_once(cast, person, browser, at):
    Presentation.objects.create(
        candidate=person, words="Ik bak.", written_at=at, approved_words="Ik bak.", approved_at=at
    )
    assert queries.read_by_employers([person.pk]) == {person.pk: "Ik bak."}
    tap(browser, OBJECT, kind="employers")
    assert queries.read_by_employers([person.pk]) == {}
    assert queries.not_to_be_proposed([person.pk]) == {person.pk}
    assert ideas_for(making.gathering(cast.own).pk, [person.pk]) == {}
    tap(browser, OBJECT, kind="employers", take_back="1")
    assert queries.read_by_employers([person.pk]) == {person.pk: "Ik bak."}


def test_a_colleague_sees_an_objection_and_notes_one_that_was_told(cast, person, browser, log_in):
    tap(browser, OBJECT, kind="employers", words="Eerst oefenen")
    colleague, address = log_in(cast.own.account()), reverse("portal:note_objection", args=[person.pk])
    page = colleague.get(reverse("candidates:candidate", args=[person.pk])).content.decode()
    assert "Werkgevers mogen niets over Fatima lezen" in page and "Eerst oefenen" in page
    tap(colleague, address, kind="region", words="Zei het aan tafel")
    assert {each.kind for each in Objection.objects.filter(ended_at=None)} == {"region", "employers"}
    assert Entry.objects.filter(verb="candidates.make_objection").count() == 2
    assert tap(colleague, address, kind="alles").status_code == 409
    paper = colleague.get(reverse("privacy:kept_of_candidate", args=[person.pk])).content.decode()
    assert "Waartegen u bezwaar maakte" in paper and "Zei het aan tafel" in paper


def test_the_candidate_chooses_how_to_be_reached_and_old_links_close(cast, person, browser, at):
    version = queries.reach_version(person)
    old = links.reach_of("email", person.email)
    tap(
        browser, CHOICES, preferred_channel="sms", email="nieuw@post.example", phone="06 12 34 56 78",
        version=version,
    )  # fmt: skip
    person.refresh_from_db()
    assert (person.preferred_channel, person.email, person.phone) == (
        "sms",
        "nieuw@post.example",
        "+31612345678",
    )
    assert old not in links.reaches(person.email, person.phone)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"preferred_channel": "email", "email": "x", "phone": ""}, "Dit is geen volledig e-mailadres"),
        (
            {"preferred_channel": "email", "email": "", "phone": "06 12 34 56 78"},
            "Zo kunnen wij u niet bereiken",
        ),
        ({"preferred_channel": "call", "email": "", "phone": ""}, "geen manier over om u te bereiken"),
        ({"preferred_channel": "call", "email": "", "phone": "12"}, "Dit telefoonnummer klopt niet"),
    ],
)
def test_what_cannot_be_is_said_to_the_candidate_and_stays_typed(person, browser, typed, said):
    answer = tap(browser, CHOICES, **typed).content.decode()
    assert said in answer and (not typed["phone"] or f'value="{typed["phone"]}"' in answer)
    person.refresh_from_db()
    assert person.email == "fatima@post.example"


def test_what_a_colleague_changed_meanwhile_is_not_overwritten(cast, person, browser, at):
    version = queries.reach_version(person)
    commands.change_candidate(
        actor=cast.own.actor(), at=at, candidate_id=person.pk, phone="+31687654321", assigned_to_id=None
    )
    sent = {"preferred_channel": "email", "email": "nieuw@post.example", "version": version}
    page = tap(browser, CHOICES, **sent, phone=person.phone).content.decode()
    assert "wijzigde dit intussen" in page and "Nu staat er" not in page
    assert 'value="nieuw@post.example"' in page and 'value="+31687654321"' in page, (
        "left as it was: as it stands"
    )
    page = tap(browser, CHOICES, **sent, phone="+31611111111").content.decode()
    assert "Nu staat er: +31687654321" in page and 'value="+31611111111"' in page
    person.refresh_from_db()
    assert person.email == "fatima@post.example"


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
    for path, most in (("/mijn/", 16), (PLAN, 12), (LOOKED, 12), (OBJECT, 10), (CHOICES, 10)):
        with django_assert_max_num_queries(most):
            browser.get(path)
