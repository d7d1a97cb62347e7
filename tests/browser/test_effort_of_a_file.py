"""What it costs to know one's file: each fact noted once, a list handed on, help asked; in the table of `test_effort.py`."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse
from playwright.sync_api import expect
from tests import making
from tests.browser.effort import PHONE
from tests.exchange.making import CANDIDATE_HEADER, workbook
from tests.help_requests.asking import asked, last_mail, link_in
from tests.own_pages import own_cookie

from werktop.accounts.models import StandIn
from werktop.audit.actors import SYSTEM
from werktop.candidates import commands
from werktop.candidates.models import (
    Candidate,
    HasRequirement,
    InstrumentUse,
    Need,
    PlanStep,
    Presentation,
    Wish,
)
from werktop.contacts.models import ContactMoment, Reminder
from werktop.help_requests.models import HandOver

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
MANAGER, PAGE = "relationship manager", "the candidate's page"
TODAY = date(2026, 11, 24)


@pytest.fixture
def manager(colleague, cast, clock):
    return colleague(cast.own.account())


def to_form(manager, person, part):
    """From the page of this candidate, where one is again after every form, to that of a part, through the fold that it is in."""
    page = reverse("candidates:candidate", args=[person.pk])
    if page not in manager.page.url or "/beeld/" in manager.page.url:
        manager.open(page, look=False)
    manager.start_counting()
    address = f'a[href$="/beeld/{part}/"]'
    link = manager.main.locator(address).first
    while not link.is_visible():
        folds = manager.main.locator("details:not([open])", has=manager.page.locator(address))
        manager.tap(folds.first.locator("summary").first)
    manager.arrive(link, look=False)


def test_facts_of_one_person(manager, cast, counts):
    manages = {"who": MANAGER, "starts_at": PAGE, "most_steps": 2}
    person = making.candidate(cast.own, term_codes=("koken",), assigned_to=cast.own.account())
    making.colleague_beside(cast.own)
    to_form(manager, person, "step")
    manager.tick("zelf verteld")
    manager.fill("Wat is de stap?", "Bellen met de open dag")
    manager.choose("Wie doet het?", "Fatima zelf")
    manager.fill("Voor welke dag?", "2026-12-01")
    manager.press("Bewaar", look=False)
    assert PlanStep.objects.get().doer == "candidate"
    counts(manager, task="a step with who does it and a day", most_taps=5, **manages)

    to_form(manager, person, "need")
    manager.tick("zelf verteld")
    manager.choose("Waar gaat het over?", "vervoer")
    manager.fill("Wat helpt om te kunnen werken?", "Een fiets die het doet")
    manager.fill("Wat doen we?", "Vragen bij de fietswerkplaats")
    manager.choose("Wie doet het?", cast.own.account().name)
    manager.press("Bewaar", look=False)
    assert Need.objects.get().doer == "assigned"
    counts(manager, task="a need with what is done and by whom", most_taps=6, **manages)

    to_form(manager, person, "wish")
    manager.unfold("Uren, dagen, reizen en vorm")
    manager.fill("Uren per week, hoogstens", "24")
    manager.tick("ochtend")
    manager.tick("fiets")
    manager.tick("proefplaatsing")
    manager.press("Bewaar", look=False)
    assert Wish.objects.get().day_parts == ["morning"]
    counts(manager, task="a wish: hours, part of the day, travel and form", most_taps=6, **manages)

    to_form(manager, person, "requirement")
    manager.choose("Waar gaat het over?", "Kan een vroege dienst draaien (voor 7 uur)?")
    manager.tick("Ja")
    manager.tick("zelf verteld")
    manager.press("Bewaar", look=False)
    assert HasRequirement.objects.get().answer == "yes"
    counts(manager, task="a requirement of work: yes, no or unknown", most_taps=5, **manages)

    to_form(manager, person, "instrument")
    manager.fill("Welke cursus of hulp?", "Taalmaatje")
    manager.fill("Wat verwachten jullie ervan?", "Zelf durven bellen")
    manager.fill("Vanaf", "2026-10-01")
    manager.press("Bewaar", look=False)
    course = InstrumentUse.objects.get()
    counts(manager, task="a course and what is expected of it", most_taps=5, **manages)
    manager.open(reverse("candidates:change_part", args=[person.pk, "instrument", course.pk]), look=False)
    manager.start_counting()
    manager.unfold("Samen bekeken")
    manager.fill("Samen bekeken op", TODAY.isoformat())
    manager.tick("het hielp")
    manager.fill("Wat veranderde er, in de woorden van de kandidaat?", "Ik bel nu zelf")
    manager.press("Bewaar", look=False)
    course.refresh_from_db()
    assert (course.outcome, course.candidate_words) == ("helped", "Ik bel nu zelf")
    counts(
        manager, who=MANAGER, task="what a course did, looked at together", starts_at="the course",
        most_steps=1, most_taps=4,
    )  # fmt: skip


def test_who_is_who(manager, cast, at, counts, tmp_path):
    people = [
        making.candidate(cast.own, "Samira", last_name="Bakkali", email="", phone="+31612345678"),
        making.candidate(cast.own, "Samirra", last_name="Bakkali", email="", phone="+31612345679"),
    ]  # fmt: skip
    commands.look_for_doubles(actor=SYSTEM, at=at, organisation_id=cast.own.organisation.pk)
    sheet = tmp_path / "lijst.xlsx"
    row = ("Samira Bakkali", "", "", "4001 AB", "", "Nederlands", "", "", "", "")
    sheet.write_bytes(workbook([CANDIDATE_HEADER, row]))
    manager.open(reverse("exchange:uploads"), look=False)
    manager.tick("Gastenlijst met kandidaten")
    manager.page.set_input_files("input[type=file]", sheet)
    manager.press("Bekijk de lijst", look=False)
    manager.start_counting()
    manager.arrive(manager.main.get_by_role("button", name="Dezelfde als").first, look=False)
    manager.sees("Van elke rij heb je gekozen.")
    counts(
        manager, who=MANAGER, task="who is who, for a row of a list", starts_at="the list that was read",
        most_steps=1, most_taps=0,
    )  # fmt: skip

    manager.open(reverse("candidates:doubles"), look=False)
    manager.start_counting()
    manager.follow("Dezelfde persoon: bekijk samen", look=False)
    manager.press("Voeg samen", look=False)
    assert Candidate.objects.filter(pk__in=[each.pk for each in people]).count() == 1
    counts(
        manager, who=MANAGER, task="two files of one person become one", starts_at="who may be there twice",
        most_steps=2, most_taps=3,
    )  # fmt: skip


def test_a_sentence_a_name_and_many_at_once(manager, cast, counts):
    (term,) = making.terms("koken")
    person = making.candidate(cast.own, "Fatima", term_codes=("bouwen",))
    beside = making.colleague_beside(cast.own)
    for number in range(20):
        making.candidate(cast.own, f"Gast{number}", languages=["ar"])
    manager.open(reverse("desk:today"), look=False)
    manager.start_counting()
    manager.fill(
        "Wie sprak je, en wat hoorde je?", f"@Fatima El Amrani gebeld, is goed in {term.label_nl}, vrijdag terugbellen"
    )  # fmt: skip
    expect(manager.main.locator(".chip")).to_have_count(3)
    manager.press("Klopt, bewaar", look=False)
    assert ContactMoment.objects.get().people.get().candidate == person
    assert Reminder.objects.exists() and person.terms.filter(term=term).exists()
    counts(
        manager, who=MANAGER, task="a sentence that is contact, a talent and a reminder", starts_at="Today, on the phone",
        most_steps=1, most_taps=2,
    )  # fmt: skip

    manager.start_counting()
    manager.arrive(manager.page.locator("a[data-search]"), look=False)
    manager.fill("Naam", "fatma el amrani")
    manager.press("Zoek", look=False)
    manager.follow("Fatima El Amrani", look=False)
    counts(
        manager, who=MANAGER, task="somebody whose name is misspelt is found", starts_at="any page, on the phone",
        most_steps=3, most_taps=1,
    )  # fmt: skip

    manager.open(f"{reverse('desk:candidates')}?lang=ar", look=False)
    manager.start_counting()
    manager.unfold("Alle 20 die de filters vinden")
    manager.press("Geef allemaal aan een collega", look=False)
    manager.choose("Aan wie?", beside.name)
    manager.press("Draag over", look=False)
    assert Candidate.objects.filter(assigned_to=beside).count() == 20
    counts(
        manager, who=MANAGER, task="20 found candidates go to a colleague", starts_at="the list, filtered",
        most_steps=2, most_taps=2,
    )  # fmt: skip

    manager.open(reverse("accounts:stand_ins"), look=False)
    manager.start_counting()
    manager.fill("Tot en met", "2026-12-04")
    manager.tick(beside.name)
    manager.press("Regel het", look=False)
    assert StandIn.objects.get().stand_in == beside
    counts(
        manager, who=MANAGER, task="ask a colleague to stand in", starts_at="who stands in",
        most_steps=1, most_taps=3,
    )  # fmt: skip


def test_help_is_handed_over_and_a_candidate_approves(
    manager, cast, at, counts, carry_post, somebody, live_server
):
    person = making.candidate(cast.own, assigned_to=cast.own.account(), own_words="Ik maak graag iets")
    row = asked(cast.own, person)
    manager.open(reverse("help_requests:hand_over", args=[row.pk]), look=False)
    manager.start_counting()
    manager.fill("Naam", "Petra Zand")
    manager.fill("E-mailadres", "petra@hulp.example")
    manager.fill("Wat vraag je?", "Kijk samen naar de brieven.")
    manager.tick("in een gesprek")
    manager.press("Vraag het", look=False)
    assert HandOver.objects.get().state == "waiting"
    counts(
        manager, who=MANAGER, task="hand a question over to a professional elsewhere", starts_at="the question",
        most_steps=1, most_taps=6,
    )  # fmt: skip
    carry_post()
    petra = somebody("petra", PHONE)
    petra.open(link_in(last_mail()), look=False)
    petra.start_counting()
    petra.press("Ja, ik help", look=False)
    assert HandOver.objects.get().state == "accepted"
    counts(
        petra, who="professional", task="confirm a hand-over", starts_at="the link in the message",
        most_steps=1, most_taps=0,
    )  # fmt: skip

    own = somebody("kandidaat", PHONE)
    own.page.context.add_cookies([own_cookie(person, at, live_server.url)])
    own.open(reverse("portal:about_me"), look=False)
    own.start_counting()
    own.press("Dit klopt. Werkgevers mogen dit lezen", look=False)
    assert Presentation.objects.get().is_approved
    counts(
        own, who="candidate", task="approve what employers read", starts_at="the page about me",
        most_steps=1, most_taps=0,
    )  # fmt: skip
