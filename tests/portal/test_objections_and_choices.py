"""Behind the strong login: what a candidate objects to, and how one chooses to be reached."""

from __future__ import annotations

import pytest
from django.urls import reverse
from tests import making
from tests.gatherings.page_asking import text_of
from tests.own_pages import tap

from werktop.audit.models import Entry
from werktop.candidates import commands, queries
from werktop.candidates.commands.refusals import ObjectionStands
from werktop.candidates.models import Candidate, Objection, Presentation
from werktop.gatherings.queries.guests import guest_rows
from werktop.matches.ideas import ideas_for
from werktop.post import links

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
OBJECT, CHOICES = "/mijn/bezwaar/", "/mijn/keuzes/"


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


@pytest.mark.parametrize(
    "facts", [{"informed_date": None}, {"left_at": making.MOMENT}, {}], ids=["untold", "left", "objects"]
)
def test_whom_the_region_does_not_find_reads_so_everywhere(cast, person, browser, facts):
    if not facts:
        Objection.objects.create(
            candidate=person, kind="region", made_at=making.MOMENT
        )  # whatever the row says
    Candidate.objects.update(**facts)
    assert not queries.search_profiles_in_region(cast.other.actor())
    assert not facts or "in de regio u niet vinden" in text_of(browser.get(OBJECT))
    assert "vinden u zonder naam nee" in text_of(browser.get("/mijn/bewaard/"))


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
    assert "Dit is intussen veranderd" in page and "Nu staat er" not in page
    assert 'value="nieuw@post.example"' in page and 'value="+31687654321"' in page, (
        "left as it was: as it stands"
    )
    page = tap(browser, CHOICES, **sent, phone="+31611111111").content.decode()
    assert "Nu staat er: +31687654321" in page and 'value="+31611111111"' in page
    person.refresh_from_db()
    assert person.email == "fatima@post.example"
