"""A course or other help: chosen from the list of the organisation, with what both expected of it, and looked at together."""

from __future__ import annotations

import re
from datetime import date
from uuid import uuid4

import pytest
from django.urls import reverse
from tests import making
from tests.gatherings.page_asking import text_of
from tests.own_pages import own_client, tap

from werktop.accounts.queries import actor_of
from werktop.audit.refusals import NotVisible
from werktop.candidates import commands, queries
from werktop.candidates.commands.refusals import EndsBeforeItBegins, IsStillToCome, NothingIsSaid
from werktop.candidates.models import InstrumentUse
from werktop.catalogue import commands as catalogue
from werktop.catalogue.models import Instrument

pytestmark = pytest.mark.django_db


@pytest.fixture
def fatima(cast):
    return making.candidate(cast.own, "Fatima", assigned_to=cast.own.account(), term_codes=("koken",))


@pytest.fixture
def course(cast, at, fatima):
    facts = {"name": "Taalmaatje", "from_date": date(2026, 11, 2), "expectation": "Zelf durven bellen"}
    key = commands.note_part(
        actor=cast.own.actor(), at=at, candidate_id=fatima.pk, part="instrument", **facts
    )
    return InstrumentUse.objects.get(pk=key)


def test_it_is_typed_once_chosen_after_that_and_looked_at_together(cast, clock, log_in, fatima):
    client, form = log_in(cast.own.account()), reverse("candidates:note_part", args=[fatima.pk, "instrument"])
    assert "Wie zei dit?" not in text_of(client.get(form)), "both look at it"
    typed = {"from_date": "2026-11-02", "expectation": "Zelf durven bellen"}
    nameless = client.post(form, typed | {"request_key": uuid4()})
    assert "Kies een cursus of hulp" in text_of(nameless)
    assert "Zelf durven bellen" in nameless.content.decode()
    new = {"request_key": uuid4(), "name": "Taalmaatje", "is_listed": "on"}
    client.post(form, typed | new)
    row, offered = InstrumentUse.objects.get(), Instrument.objects.get()
    assert '<option value="Taalmaatje"' in client.get(form).content.decode()
    client.post(
        reverse("candidates:change_part", args=[fatima.pk, "instrument", row.pk]),
        typed
        | {"request_key": uuid4(), "picked": "Taalmaatje", "until_date": "2026-11-20", "outcome": "helped"}
        | {
            "colleague_outcome": "unknown",
            "candidate_words": "Ik bel nu zelf",
            "grew": [str(making.terms("koken")[0].pk)],
        },
    )
    change = text_of(client.get(reverse("candidates:change_part", args=[fatima.pk, "instrument", row.pk])))
    assert "Taalmaatje: wat deed het?" in change
    row.refresh_from_db()
    assert (row.name, row.outcome, row.seen_date) == ("Taalmaatje", "helped", date(2026, 11, 24))
    answer = client.get(reverse("candidates:candidate", args=[fatima.pk]))
    page = text_of(answer)
    both = "kandidaat: het hielp, collega: ik weet het nog niet"
    for words in ("Verwacht: Zelf durven bellen", both, "Ik bel nu zelf", "Gegroeid: Koken en bakken"):
        assert words in page, words
    before_and_after = f"?van=2026-11-01&amp;tot=2026-11-20&amp;na={row.pk}"
    assert before_and_after in answer.content.decode()
    then = client.get(
        reverse("candidates:then_and_now", args=[fatima.pk]) + before_and_after.replace("&amp;", "&")
    )
    assert "Voor en na: Taalmaatje" in text_of(then) and "Zelf durven bellen" in text_of(then)
    listed = reverse("catalogue:instruments")
    client.post(listed, {"request_key": uuid4(), "away": str(offered.pk)})
    assert '<option value="Taalmaatje"' not in client.get(form).content.decode()
    assert "Weer aanbieden" in text_of(client.get(listed))


@pytest.mark.parametrize(
    ("facts", "refusal"),
    [
        ({"seen_date": date(2026, 11, 1)}, EndsBeforeItBegins),
        ({"seen_date": date(2026, 12, 1)}, IsStillToCome),
        ({"grew": [uuid4()]}, NothingIsSaid),
    ],
)
def test_what_cannot_be_is_refused(cast, at, fatima, course, facts, refusal):
    asked = {"actor": cast.own.actor(), "at": at, "candidate_id": fatima.pk, "part": "instrument"}
    with pytest.raises(refusal):
        commands.note_part(**asked, row_id=course.pk, **facts)


def test_the_candidate_writes_what_it_did_and_the_colleague_reads_it(cast, at, clock, log_in, fatima, course):
    browser, step = own_client(fatima, at, "strong"), reverse("portal:own_step", args=[course.pk])
    assert "Dit verwachtten we: Zelf durven bellen" in text_of(browser.get("/mijn/plan/"))
    tap(browser, step, answer="outcome", words="", outcome="")
    assert "Kies eerst of het hielp" in text_of(browser.get("/mijn/plan/"))
    tap(browser, step, answer="outcome", words="Ik bel nu zelf", outcome="partly")
    picture = queries.picture_of(cast.own.actor(), fatima)
    told = [each.now for each in picture.changes() if each.now.part == "instrument"]
    assert {each.source_words for each in told if each.row.outcome} == {"zelf verteld"}
    page = text_of(log_in(cast.own.account()).get(reverse("candidates:candidate", args=[fatima.pk])))
    assert "Ik bel nu zelf" in page and "het hielp een beetje" in page
    other = making.candidate(cast.own, "Karim")
    assert tap(own_client(other, at, "strong"), step, answer="outcome", words="Nee").status_code == 404
    course.refresh_from_db()
    assert (course.candidate_words, course.noted_by) == ("Ik bel nu zelf", None)


def test_an_own_page_of_before_does_not_win_from_what_a_colleague_noted(cast, at, fatima, course):
    browser, step = own_client(fatima, at, "strong"), reverse("portal:own_step", args=[course.pk])
    version = re.findall(r'name="version" value="([^"]+)"', browser.get("/mijn/plan/").content.decode())[-1]
    asked = {"actor": cast.own.actor(), "at": at, "candidate_id": fatima.pk, "part": "instrument"}
    commands.note_part(**asked, row_id=course.pk, outcome="helped", seen_date=at.date())
    sent = {"answer": "outcome", "words": "Ik bel nu zelf", "outcome": "not", "version": version}
    late = tap(browser, step, **sent)
    course.refresh_from_db()
    assert (late.status_code, course.outcome, course.candidate_words) == (409, "helped", "")
    said = text_of(late)
    assert "Hier is intussen iets veranderd" in said and "Ik bel nu zelf" in said and "Nu staat er: " in said
    again = re.findall(r'name="version" value="([^"]+)"', late.content.decode())[-1]
    tap(browser, step, **sent | {"version": again})
    course.refresh_from_db()
    assert (course.outcome, course.candidate_words) == ("not", "Ik bel nu zelf")


def test_another_organisation_has_a_list_of_its_own(cast, at):
    asked = {"actor": cast.own.actor(), "at": at}
    key = catalogue.offer_instrument(**asked, name=" Taalmaatje ")
    assert catalogue.offer_instrument(**asked, name="taalmaatje") == key
    with pytest.raises(NotVisible):
        catalogue.retire_instrument(actor=cast.other.actor(), at=at, instrument_id=key)
    assert catalogue.offer_instrument(actor=cast.other.actor(), at=at, name="Taalmaatje") != key


def test_what_ended_and_was_not_looked_at_together_stands_on_today_with_the_way_to_its_form(
    cast, at, clock, log_in, fatima, course
):
    client, form = log_in(cast.own.account()), f"beeld/instrument/{course.pk}/#afterwards"
    for until, stands in ((None, False), (at.date(), False), (date(2026, 11, 23), True)):
        InstrumentUse.objects.update(until_date=until, outcome="helped", candidate_words="Goed")
        assert (form in client.get("/").content.decode()) is stands, until
    page = text_of(client.get("/"))
    assert "1 mens rekent vandaag op je" in page and "Taalmaatje is voorbij sinds 23 november." in page
    assert not queries.courses_to_look_at(actor_of(making.colleague_beside(cast.own)), at)
    InstrumentUse.objects.update(seen_date=at.date())
    assert form not in client.get("/").content.decode()
