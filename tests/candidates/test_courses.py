"""A course or other help: chosen from the list of the organisation, with what both expected of it, and looked at together."""

from __future__ import annotations

import re
from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from tests import making
from tests.gatherings.page_asking import text_of
from tests.own_pages import own_client, tap

from werktop.accounts.queries import actor_of
from werktop.audit.kept import all_kept_of
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
    assert tap(own_client(other, at, "strong"), step, answer="outcome", words="Nee").url == "/mijn/plan/"
    course.refresh_from_db()
    assert (course.candidate_words, course.noted_by) == ("Ik bel nu zelf", None)


def test_an_own_page_of_before_does_not_win_from_what_a_colleague_noted(cast, at, clock, fatima, course):
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


def test_what_a_colleague_did_not_touch_keeps_what_the_candidate_said_meanwhile(
    cast, at, clock, log_in, fatima, course
):
    client = log_in(cast.own.account())
    form = reverse("candidates:change_part", args=[fatima.pk, "instrument", course.pk])
    opened = client.get(form)
    sent = {
        "version": opened.context["form"]["version"].value(),
        "picked": "Taalmaatje",
        "from_date": "2026-11-02",
        "expectation": "Zelf durven bellen",
        "colleague_words": "Zij belt nu",
    }
    browser, step = own_client(fatima, at, "strong"), reverse("portal:own_step", args=[course.pk])
    tap(browser, step, answer="outcome", words="Het was te snel", outcome="not")
    late = client.post(form, sent | {"request_key": uuid4()})
    assert late.status_code == 409 and "Waar jij niets veranderde" in text_of(late)
    shown = late.context["form"]
    again = {
        name: bound.value() for name in shown.fields if (bound := shown[name]).value() not in (None, "", [])
    }
    assert (again["outcome"], again["candidate_words"], again["colleague_words"]) == (
        "not",
        "Het was te snel",
        "Zij belt nu",
    )
    client.post(form, again | {"request_key": uuid4()})
    course.refresh_from_db()
    assert (course.outcome, course.candidate_words, course.colleague_words) == (
        "not",
        "Het was te snel",
        "Zij belt nu",
    )


def test_words_that_were_replaced_are_read_in_the_story_then_and_now_and_on_paper(
    cast, at, clock, log_in, fatima, course
):
    browser, step = own_client(fatima, at, "strong"), reverse("portal:own_step", args=[course.pk])
    tap(browser, step, answer="outcome", words="Het was te snel", outcome="not")
    asked = {"actor": cast.own.actor(), "candidate_id": fatima.pk, "part": "instrument", "row_id": course.pk}
    commands.note_part(at=at + timedelta(days=1), **asked, candidate_words="Later ging het", outcome="helped")
    client = log_in(cast.own.account())
    assert "kandidaat zei: “Het was te snel”" in text_of(
        client.get(reverse("candidates:candidate", args=[fatima.pk]))
    )
    days = {"van": at.date(), "tot": at.date() + timedelta(days=1)}
    assert "“Het was te snel”" in text_of(
        client.get(reverse("candidates:then_and_now", args=[fatima.pk]), days)
    )
    kept = [
        said
        for part in all_kept_of(cast.own.actor(), fatima, at + timedelta(days=2))
        for _what, said in part.rows
    ]
    assert any("Het was te snel" in said for said in kept)


def test_a_course_is_not_looked_at_without_a_word_of_what_it_did(cast, at, clock, log_in, fatima, course):
    form = reverse("candidates:change_part", args=[fatima.pk, "instrument", course.pk])
    sent = {
        "request_key": uuid4(),
        "picked": "Taalmaatje",
        "from_date": "2026-11-02",
        "seen_date": "2026-11-10",
    }
    again = log_in(cast.own.account()).post(form, sent)
    assert "Kies of het hielp, of schrijf wat het deed." in text_of(again)
    assert 'value="2026-11-10"' in again.content.decode(), "what was typed stays"
    course.refresh_from_db()
    assert course.seen_date is None, "the invitation to look at it together stays"


def test_an_own_page_of_before_takes_what_it_did_not_touch(cast, at, clock, fatima, course):
    browser, step = own_client(fatima, at, "strong"), reverse("portal:own_step", args=[course.pk])
    version = re.findall(r'name="version" value="([^"]+)"', browser.get("/mijn/plan/").content.decode())[-1]
    asked = {"actor": cast.own.actor(), "at": at, "candidate_id": fatima.pk, "part": "instrument"}
    commands.note_part(**asked, row_id=course.pk, candidate_words="Zij belt nu zelf", outcome="helped")
    late = tap(browser, step, answer="outcome", words="", outcome="not", version=version)
    shown = late.context["courses"][0]
    assert (late.status_code, shown["words"], shown["outcome"]) == (409, "Zij belt nu zelf", "not")


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
