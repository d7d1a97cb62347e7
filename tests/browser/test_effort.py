"""The effort that the main tasks may cost, counted in a real browser; the table is printed at the end of the run."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse
from playwright.sync_api import expect
from tests import making
from tests.browser.effort import PHONE
from tests.browser.walk.after import proposal
from tests.gatherings.day_making import running_day
from tests.proposals.work_making import work_at

from werktop.candidates.models import Candidate
from werktop.catalogue.models import Term
from werktop.contacts.models import ContactMoment, Reminder, Visit
from werktop.gatherings.models import Agreement, Click, Guest, TalentSeen
from werktop.matches.models import FollowUp, FreeBlock, Ground
from werktop.placements.models import Placement
from werktop.post import links
from werktop.proposals.models import Proposal
from werktop.work_profiles.models import WorkProfile

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
MANAGER, HOST = "relationship manager", "table host"


@pytest.fixture
def guest_at(somebody, at):
    """`guest_at(guest, "talk_on")` has opened the own link; the count starts there."""

    def do(guest, purpose):
        token = links.make_link(
            organisation_id=guest.organisation_id,
            purpose=purpose,
            holder_kind=guest.kind,
            holder_id=guest.candidate_id or guest.entrepreneur_id,
            about_kind="gathering",
            about_id=guest.gathering_id,
            at=at,
            expires_at=at + timedelta(days=30),
        )
        visitor = somebody("gast", PHONE)
        visitor.open(reverse(f"portal:{purpose}", kwargs={"token": token}))
        visitor.start_counting()
        return visitor

    return do


def test_a_new_candidate_usable_for_the_next_gathering(colleague, cast, counts):
    manager = colleague(cast.own.account())
    manager.open(reverse("candidates:new_candidate"))
    manager.start_counting()
    manager.fill("Naam", "Samira Bakkali")
    manager.fill("Telefoon", "06 12 34 56 78")
    manager.fill("Postcode", "4001 AB")
    manager.tick("Arabisch")
    for words in ("koken en bakken", "een tolk"):
        manager.tick(words)
    manager.press("Bewaar")
    made = Candidate.objects.get(first_name="Samira")
    assert (made.languages, made.is_interpreter_needed, made.terms.count()) == (["nl", "ar"], True, 1)
    counts(
        manager, who=MANAGER, task="new candidate, 6 fields", starts_at="the empty form",
        most_steps=1, most_taps=6, most_fields=6,
    )  # fmt: skip


def test_a_placement_after_an_employers_yes(colleague, cast, at, clock, counts):
    work = work_at(cast.own, at)
    WorkProfile.objects.update(forms=["regular"])
    fatima = making.candidate(cast.own, "Fatima", assigned_to=cast.own.account())
    yes = Proposal.objects.create(
        organisation=cast.own.organisation, region=work.region, candidate=fatima, work_profile=work,
        entrepreneur=work.to_call, reason="Werkt netjes.", status="taken", made_at=at, said_how="talk", said_at=at,
        sent_at=at, decided_at=at,
    )  # fmt: skip
    manager = colleague(cast.own.account())
    manager.open(reverse("proposals:proposal", args=[yes.pk]))
    manager.follow("Noteer de plaatsing")
    manager.start_counting()
    manager.fill("Eerste werkdag", "2026-12-01")
    manager.press("Noteer de plaatsing")
    made = Placement.objects.get()
    assert (made.proposal, made.entrepreneur, made.footing) == (yes, work.to_call, "regular")
    counts(
        manager, who=MANAGER, task="note a placement after the employer's yes", starts_at="the form, filled in",
        most_steps=1, most_taps=4, most_fields=4,
    )  # fmt: skip


def test_a_placement_without_a_proposal(colleague, cast, at, clock, counts):
    joris = work_at(cast.own, at).to_call
    fatima = making.candidate(cast.own, "Fatima", assigned_to=cast.own.account())
    manager = colleague(cast.own.account())
    manager.open(reverse("placements:choose_firm", args=[fatima.pk]))
    manager.start_counting()
    manager.follow("Hier", joris.employer.name)
    manager.fill("Wat voor werk is het?", "inpakken")
    manager.choose("In welke vorm?", "gewone baan")
    manager.press("Noteer de plaatsing")
    assert Placement.objects.get().entrepreneur == joris
    counts(
        manager, who=MANAGER, task="note a placement without a proposal", starts_at="the list of firms",
        most_steps=2, most_taps=4, most_fields=4,
    )  # fmt: skip


def test_a_trial_placement_with_what_is_asked_before_it(colleague, cast, at, clock, counts):
    joris = work_at(cast.own, at).to_call
    fatima = making.candidate(cast.own, "Fatima", assigned_to=cast.own.account())
    manager = colleague(cast.own.account())
    manager.open(reverse("placements:note_placement", args=[fatima.pk, joris.employer_id]))
    manager.start_counting()
    manager.fill("Wat voor werk is het?", "inpakken")
    manager.choose("In welke vorm?", "proefplaatsing")
    manager.fill("Uren per week", "24")
    manager.fill("Loopt naar verwachting tot", "2027-01-29")
    manager.press("Noteer de plaatsing")
    manager.tick("Het komt niet in de plaats van iemands betaalde werk")
    manager.tick("Wie de uitkering betaalt, zei ja voor de eerste dag")
    manager.press("Noteer de plaatsing")
    assert Placement.objects.get().leave_given
    counts(
        manager, who=MANAGER, task="note a trial placement, with who says yes to it", starts_at="the form",
        most_steps=2, most_taps=6, most_fields=6,
    )  # fmt: skip


def test_a_visit_that_found_work_to_come_and_a_day_to_call(colleague, cast, clock, counts):
    firm = making.employer(cast.own, "Bakkerij Jansen")
    manager = colleague(cast.own.account())
    manager.open(reverse("desk:today"), look=False)
    manager.start_counting()
    sentence = "Langs geweest bij @Bakkerij Jansen, zoekt vanaf maart 2 inpakkers, vrijdag terugbellen"
    manager.fill("Wie sprak je, en wat hoorde je?", sentence)
    # read while it was typed: no page load
    manager.press("Klopt, bewaar")
    made, opening, reminder = ContactMoment.objects.get(), WorkProfile.objects.get(), Reminder.objects.get()
    assert (made.channel, made.employer, opening.employer, reminder.employer) == ("visit", firm, firm, firm)
    assert (opening.places, opening.what) == (2, "inpakkers")
    counts(
        manager, who=MANAGER, task="an employer visit with a future opening and a follow-up date",
        starts_at="Today, on the phone", most_steps=1, most_taps=5,
    )  # fmt: skip


def test_a_planned_visit_that_found_work_to_come_and_a_day_to_call(colleague, cast, at, clock, counts):
    firm = making.employer(cast.own, "Bakkerij Jansen")
    visit = Visit.objects.create(
        organisation=cast.own.organisation, region=firm.region, employer=firm, account=cast.own.account(),
        starts_at=at - timedelta(hours=1), made_at=at, changed_at=at,
    )  # fmt: skip
    manager = colleague(cast.own.account())
    manager.open(reverse("contacts:visit", args=[visit.pk]))
    manager.start_counting()
    manager.fill("Wie sprak je, en wat hoorde je?", "Zoekt vanaf maart 2 inpakkers, vrijdag terugbellen")
    manager.press("Klopt, bewaar", look=False)
    visit.refresh_from_db()
    opening, reminder = WorkProfile.objects.get(), Reminder.objects.get()
    assert visit.moment_id == ContactMoment.objects.get(channel="visit", employer=firm).pk
    assert (opening.employer, opening.places, reminder.employer) == (firm, 2, firm)
    counts(
        manager, who=MANAGER, task="a planned visit with a future opening and a follow-up date",
        starts_at="the visit, on the phone", most_steps=1, most_taps=5,
    )  # fmt: skip


def test_three_candidates_are_put_forward_with_reasons(colleague, cast, at, clock, counts):
    work = work_at(cast.own, at)
    work.terms.create(term=Term.objects.get(code="koken"))
    names = ("Fatima", "Kees", "Rosa")
    people = [
        making.candidate(cast.own, name, assigned_to=cast.own.account(), term_codes=("koken",))
        for name in names
    ]
    manager = colleague(cast.own.account())
    manager.open(reverse("work_profiles:profile", args=[work.pk]))
    manager.start_counting()
    for name in names:
        manager.tick(name)
    manager.press("Stel voor wie gekozen is")
    for person in people:
        card = manager.main.locator("section.card", has_text=person.name)
        card.get_by_label("Waarom past dit?").fill("Werkt netjes en houdt van bakken.")
        manager.taps, manager.fields = manager.taps + 1, manager.fields + 1
    manager.press("Stel voor", look=False)
    assert Proposal.objects.filter(work_profile=work, candidate__in=people, status="asking").count() == 3
    counts(
        manager, who=MANAGER, task="put 3 candidates forward for a work profile, with reasons",
        starts_at="the work profile", most_steps=2, most_taps=None,
    )  # fmt: skip


def test_fifty_candidates_and_fourteen_entrepreneurs_are_invited(colleague, cast, counts):
    terms = (("koken",), ("bouwen",), ("dieren", "koken"), ())
    firm = making.employer(cast.own, "Houtbouw Rijnstroom", term_codes=("bouwen", "koken"))
    made = making.gathering(cast.own, tables=7, host_employer=firm)
    for number in range(60):
        making.candidate(cast.own, f"Gast{number}", term_codes=terms[number % 4])
    for number in range(16):
        making.entrepreneur(making.employer(cast.own, f"Bedrijf {number}"), f"Ondernemer{number}")
    manager = colleague(cast.own.account())
    manager.open(reverse("gatherings:gathering", args=[made.pk]), look=False)
    manager.start_counting()
    manager.follow("Kies ondernemers, daarna 50 kandidaten")
    manager.press("Zet op de lijst, nu kandidaten")
    manager.press("Nodig uit")
    invited = Guest.objects.filter(gathering=made, reply="invited")
    assert (invited.filter(kind="candidate").count(), invited.filter(kind="entrepreneur").count()) == (50, 14)
    counts(
        manager, who=MANAGER, task="invite 50 candidates and 14 entrepreneurs", starts_at="the gathering",
        most_steps=3, most_taps=0,
    )  # fmt: skip


def test_from_clicks_to_follow_up_appointments(colleague, cast, at, clock, counts):
    day = running_day(cast.own, at=at)
    for candidate, entrepreneur in (("Fatima", "Joris"), ("Kees", "Joris"), ("Rosa", "Ineke")):
        both = day.guests[candidate], day.guests[entrepreneur]
        for chooser, chosen in (both, both[::-1]):
            Click.objects.create(
                gathering=day.gathering, chooser=chooser, chosen=chosen, noted_at=at, source="host"
            )
    for hour in range(4):
        begins = at + timedelta(days=7, hours=hour)
        FreeBlock.objects.create(
            gathering=day.gathering, entrepreneur=day.guests["Joris"].entrepreneur,
            starts_at=begins, ends_at=begins + timedelta(hours=1),
        )  # fmt: skip
    day.gathering.status = "finished"
    day.gathering.save()
    manager = colleague(cast.own.account())
    manager.open(reverse("matches:after", args=[day.gathering.pk]), look=False)
    manager.start_counting()
    manager.press("Stel gesprekken voor")
    proposed = FollowUp.objects.filter(status="proposed", ground=Ground.HOST, starts_at__isnull=False)
    changed = proposed.earliest("pk")
    was, one_tap = changed.starts_at, 1
    card = proposal(manager, changed)
    manager.tap(card.get_by_role("radio").nth(1))
    manager.press("Verstuur wat akkoord is")
    changed.refresh_from_db()
    assert (changed.status, changed.starts_at == was) == ("sent", False)
    counts(
        manager, who=MANAGER, task="from clicks to sent appointments, one proposal changed",
        starts_at="the page after the gathering", most_steps=2, most_taps=one_tap,
    )  # fmt: skip


def test_a_whole_table_is_noted_on_one_screen(colleague, cast, at, clock, counts):
    day = running_day(cast.own, at=at)
    host = colleague(day.host_account())
    host.open(reverse("gatherings:table_screen", args=[day.gathering.pk, 1]), look=False)
    host.start_counting()
    for candidate, entrepreneur in (
        ("Fatima", "Joris"), ("Fatima", "Ineke"), ("Rosa", "Ineke"), ("Yonas", "Joris"), ("Marit", "Ineke"), ("Bilal", "Joris"),
    ):  # fmt: skip
        value = f"{day.guests[candidate].pk}:{day.guests[entrepreneur].pk}"
        host.tap(host.page.locator(f'input[name=klik][value="{value}"]'))
    sheet = lambda name: host.page.locator(f"#bij-{day.guests[name].pk}")  # noqa: E731
    host.tap(host.page.get_by_role("button", name="Fatima"))
    host.tap(sheet("Fatima").locator("label.pick").nth(0))
    host.tap(sheet("Fatima").locator("label.pick").nth(2))
    host.look()
    host.tap(sheet("Fatima").locator("label.pick", has_text="Komt kijken bij Joris"))
    host.tap(sheet("Fatima").get_by_role("button", name="Rosa"))
    host.tap(sheet("Rosa").locator("label.pick").nth(1))
    host.tap(sheet("Rosa").get_by_role("button", name="Bilal"))
    host.tap(sheet("Bilal").locator("label.pick").nth(1))
    host.tap(sheet("Bilal").get_by_role("button", name="Klaar"))
    host.page.get_by_text("Alles is bewaard.", exact=True).first.wait_for()
    assert (Click.objects.count(), TalentSeen.objects.count(), Agreement.objects.count()) == (12, 4, 1)
    expect(host.page.locator("[data-counts]")).to_have_text("6 kliks, 4 talenten, 1 afspraak")
    counts(
        host, who=HOST, task="a whole table: 6 clicks, 4 talents, 1 agreement", starts_at="the table screen",
        most_steps=0, most_taps=15,
    )  # fmt: skip


def test_somebody_is_checked_in_from_the_list_or_by_the_badge(colleague, cast, at, clock, counts):
    day = running_day(cast.own, at=at, is_here=False)
    host = colleague(day.host_account())
    host.open(reverse("gatherings:day", args=[day.gathering.pk]), look=False)
    host.start_counting()
    host.press("Is er", of="Fatima")
    counts(
        host, who="at the door", task="check in from the list", starts_at="the day", most_steps=1, most_taps=0
    )
    host.open(reverse("gatherings:badge", args=[day.guests["Kees"].badge]))
    host.start_counting()
    host.press("Is er")
    assert set(
        Guest.objects.filter(arrived_at__isnull=False).values_list("candidate__first_name", flat=True)
    ) == {"Fatima", "Kees"}
    counts(
        host,
        who="at the door",
        task="check in by the badge",
        starts_at="the scanned code",
        most_steps=1,
        most_taps=0,
    )


def test_a_candidate_answers_an_invitation(guest_at, cast, clock, counts):
    guest = making.guest(
        making.gathering(cast.own, tables=1), making.candidate(cast.own, "Fatima"), "invited"
    )
    fatima = guest_at(guest, "invitation")
    fatima.press("Ja, ik kom")
    assert Guest.objects.get(pk=guest.pk).reply == "yes"
    counts(
        fatima, who="candidate", task="answer an invitation", starts_at="the link in the message",
        most_steps=1, most_taps=0,
    )  # fmt: skip


def test_a_candidate_says_with_whom_to_talk_on(guest_at, cast, at, clock, counts):
    day = running_day(cast.own, at=at)
    fatima = guest_at(day.guests["Fatima"], "talk_on")
    names = ("Joris", "Ineke")
    for name in names:
        fatima.tick(name)
    fatima.press("Dit is mijn antwoord")
    assert Click.objects.filter(chooser=day.guests["Fatima"]).count() == len(names)
    counts(
        fatima, who="candidate", task="say with whom to talk on (2 names)",
        starts_at="the link in the message", most_steps=1, most_taps=len(names),
    )  # fmt: skip


def test_an_entrepreneur_says_what_work_there_may_be(guest_at, cast, at, clock, counts):
    day = running_day(cast.own, at=at)
    joris = guest_at(day.guests["Joris"], "talk_on")
    joris.fill("Wat voor werk kan er bij u zijn?", "In maart een leerplek in de werkplaats.")
    joris.press("Dit is mijn antwoord")
    firm = day.guests["Joris"].entrepreneur.employer
    firm.refresh_from_db()
    assert firm.looks_for == "In maart een leerplek in de werkplaats."
    counts(
        joris, who="entrepreneur", task="say what work there may be, one sentence",
        starts_at="the link in the message", most_steps=1, most_taps=1,
    )  # fmt: skip
