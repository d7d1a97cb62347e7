"""A visit to an employer is planned, prepared, noted in a sentence, moved or called off with a reason; the region sees who goes."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone
from tests import making
from tests.gatherings.page_asking import text_of

from werktop.accounts.roles import Role
from werktop.audit.refusals import DayOutOfReach, NotAllowed, NotVisible
from werktop.contacts import commands, queries
from werktop.contacts.commands.visits import IsOver, NotOfThisFirm, WhyCalledOff, WhyMoved
from werktop.contacts.models import ContactMoment, Visit
from werktop.contacts.questions import MOST, QUESTIONS, Known, questions_for
from werktop.contacts.refusals import ColleagueIsElsewhere
from werktop.employers.models import Chance
from werktop.work_profiles.models import WorkProfile

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan(cast, at):
    firm = making.employer(cast.own, "De Brink")
    joris = making.entrepreneur(firm)

    def do(house=cast.own, hours=24, **facts):
        asked = {"employer_id": firm.pk, "entrepreneur_id": joris.pk, "purpose": "kennismaken"} | facts
        made = commands.plan_visit(
            actor=house.actor(), at=at, **({"starts_at": at + timedelta(hours=hours)} | asked)
        )
        return Visit.objects.select_related("employer", "entrepreneur").get(pk=made)

    return do


def test_the_region_sees_who_goes_and_the_own_organisation_what_for(cast, plan, log_in):
    mine, others = plan(), plan(cast.other, hours=48, purpose="over Fatima praten")
    for house in (cast.own, cast.other):
        assert list(queries.visits_of(house.actor(), mine.employer_id)) == [mine, others]
    assert not queries.visits_of(cast.far.actor(), mine.employer_id).exists()
    for address in (
        reverse("contacts:visits"),
        reverse("employers:employer", args=[mine.employer_id]),
        reverse("contacts:prepare", args=[mine.employer_id]),
    ):
        text = text_of(log_in(cast.own.account()).get(address))
        assert "over Fatima praten" not in text
    with pytest.raises(NotVisible):
        queries.visit_for(cast.own.actor(), others.pk)
    with pytest.raises(NotAllowed):
        commands.call_off_visit(
            actor=cast.own.actor(Role.COORDINATOR), at=making.MOMENT, visit_id=mine.pk, reason="ziek"
        )


def test_what_cannot_be_is_refused(cast, at, plan):
    elsewhere = making.entrepreneur(making.employer(cast.own))
    for facts, refusal in (
        ({"entrepreneur_id": elsewhere.pk}, NotOfThisFirm),
        ({"account_id": cast.other.account().pk}, ColleagueIsElsewhere),
        ({"hours": 24 * 900}, DayOutOfReach),
        ({"employer_id": making.employer(cast.far).pk, "entrepreneur_id": None}, NotVisible),
    ):
        with pytest.raises(refusal):
            plan(**facts)


def test_it_is_moved_and_called_off_with_a_reason_and_that_is_undone(cast, at, plan):
    visit, actor = plan(), cast.own.actor()
    facts = {
        "visit_id": visit.pk,
        "entrepreneur_id": visit.entrepreneur_id,
        "account_id": visit.account_id,
        "starts_at": at + timedelta(days=3),
    }
    with pytest.raises(WhyMoved):
        commands.change_visit(actor=actor, at=at, **facts)
    commands.change_visit(actor=actor, at=at, reason="Joris is ziek", **facts)
    with pytest.raises(WhyCalledOff):
        commands.call_off_visit(actor=actor, at=at, visit_id=visit.pk, reason=" ")
    commands.call_off_visit(actor=actor, at=at, visit_id=visit.pk, reason="te druk")
    visit.refresh_from_db()
    assert (visit.starts_at, visit.reason, visit.cancelled_at) == (at + timedelta(days=3), "te druk", at)
    with pytest.raises(IsOver):
        commands.note_visit(actor=actor, at=at, visit_id=visit.pk)
    commands.reopen_visit(actor=actor, at=at, visit_id=visit.pk)
    visit.refresh_from_db()
    assert (visit.cancelled_at, visit.reason) == (None, "")


def test_a_visit_that_was_made_is_a_contact_moment_and_is_planned_again_when_that_is_taken_back(
    cast, at, plan
):
    visit, actor = plan(hours=-30), cast.own.actor()
    key = commands.note_visit(actor=actor, at=at, visit_id=visit.pk, words="prettig")
    moment = ContactMoment.objects.get(pk=key)
    visit.refresh_from_db()
    assert (moment.channel, moment.employer, timezone.localdate(moment.happened_at)) == (
        "visit", visit.employer, timezone.localdate(visit.starts_at),
    )  # fmt: skip
    assert (visit.moment_id, visit.done_at, moment.people.get().entrepreneur) == (key, at, visit.entrepreneur)
    commands.take_back_contact(actor=actor, at=at, contact_moment_id=key)
    visit.refresh_from_db()
    assert (visit.moment_id, visit.done_at) == (None, None)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, "bca"),
        ({"state": "late"}, "b"),
        ({"state": "done"}, "d"),
        ({"state": "cancelled"}, "e"),
        ({"whose": "mine"}, "ba"),
        ({"whose": "ours"}, "ba"),
        ({"words": "zagerij"}, "c"),
        ({"words": "kennismaken"}, "ba"),
        ({"sort": "-when"}, "acb"),
    ],
)
def test_visits_are_searched_filtered_and_sorted(cast, at, plan, asked, found):
    mill = making.employer(cast.own, "Zagerij Snel")
    rows = {
        plan(hours=48).pk: "a",
        plan(hours=-3).pk: "b",
        plan(cast.other, employer_id=mill.pk, entrepreneur_id=None).pk: "c",
    }
    done, off = plan(hours=-50), plan()
    rows |= {done.pk: "d", off.pk: "e"}
    commands.note_visit(actor=cast.own.actor(), at=at, visit_id=done.pk)
    commands.call_off_visit(actor=cast.own.actor(), at=at, visit_id=off.pk, reason="ziek")
    if asked.get("words") == "kennismaken":
        asked = asked | {"whose": "ours"}
    visits = queries.found_visits(cast.own.actor(), queries.VisitFilters(**asked), at)
    assert "".join(rows[row.pk] for row in visits) == found


def test_firms_that_nobody_visited_for_long_or_ever_stand_first(cast, at):
    firms = {name: making.employer(cast.own, name) for name in ("Nooit", "Lang", "Pas")}
    for name, house, days in (("Lang", cast.other, 400), ("Pas", cast.own, 20)):
        commands.note_contact(
            actor=house.actor(), at=at, channel="visit", day=timezone.localdate(at) - timedelta(days=days),
            employer_id=firms[name].pk,
        )  # fmt: skip
    own = cast.own.actor()
    assert [row.name for row in queries.unvisited(own, queries.UnvisitedFilters(), at)] == ["Nooit", "Lang"]
    assert [row.name for row in queries.unvisited(own, queries.UnvisitedFilters(months=0), at)] == ["Nooit"]
    assert not queries.unvisited(own, queries.UnvisitedFilters(months=3, words="Pas"), at).exists()


def test_what_is_not_known_is_asked_the_most_useful_first_and_never_more_than_seven():
    assert questions_for(Known()) == list(QUESTIONS.values())[:MOST]
    known = Known(**dict.fromkeys(QUESTIONS, True) | {"place": False, "story": False})
    assert questions_for(known) == [QUESTIONS["place"], QUESTIONS["story"]]


def test_a_visit_is_prepared_on_one_page_with_what_many_candidates_bring(cast, at, log_in, plan):
    visit = plan(questions="Mag ik de hal zien?\n\nWie rijdt er?")
    (known, few) = making.terms("bouwen", "koken")
    for house, number in ((cast.own, 7), (cast.other, 5)):
        for _n in range(number):
            making.candidate(house, term_codes=("bouwen",) if known else ())
    making.candidate(cast.own, term_codes=("koken",))
    making.employer(cast.other, sector=visit.employer.sector, term_codes=("bouwen", "koken"))
    page = log_in(cast.own.account()).get(reverse("contacts:prepare", args=[visit.employer_id]))
    text = text_of(page)
    assert "Mag ik de hal zien?" in text and str(QUESTIONS["work"]) in text and "Joris Maas" in text
    assert f"{known.label_nl}: ruim 10 kandidaten" in text and few.label_nl not in text


def test_a_sentence_on_the_page_of_the_visit_notes_it_and_undo_plans_it_again(cast, at, log_in, clock, plan):
    visit, client = plan(hours=-3), log_in(cast.own.account())
    page = reverse("contacts:visit", args=[visit.pk])
    said = {"sentence": "zoekt vanaf maart 2 inpakkers", "over": f"visit:{visit.pk}", "back": page}
    read = client.post(reverse("contacts:read_note"), said)
    chips = read.context["chips"]
    assert [chip.kind for chip in chips] == ["contact", "opening"] and chips[0]["channel"].value() == "visit"
    sent = {"act": "save", "read": said["sentence"], "request_key": uuid4()}
    for chip in chips:
        for field in chip:
            value = field.value()
            if value not in (None, False, ""):
                sent[field.html_name] = value
    done = client.post(reverse("contacts:quick_note"), said | sent, follow=True)
    visit.refresh_from_db()
    moment = ContactMoment.objects.get()
    assert (visit.moment_id, moment.words) == (moment.pk, said["sentence"])
    assert WorkProfile.objects.get().employer == visit.employer
    assert "Maak ongedaan" in text_of(done)
    client.post(
        reverse("contacts:take_back_note"),
        {"notitie": str(moment.note_id), "back": page, "request_key": uuid4()},
    )
    visit.refresh_from_db()
    assert (visit.done_at, ContactMoment.objects.exists()) == (None, False)


def test_the_pages_of_a_visit_plan_move_call_off_and_give_a_calendar_file(cast, at, log_in, clock):
    firm = making.employer(cast.own, "De Brink")
    client, account = log_in(cast.own.account()), cast.own.account()
    plan_page = reverse("contacts:plan_visit", args=[firm.pk])
    said = {"day": "2026-12-01", "hour": "14:30", "minutes": 60, "account_id": account.pk, "purpose": "werk"}
    wrong = client.post(plan_page, said | {"hour": "", "request_key": uuid4()})
    assert b"2026-12-01" in wrong.content and "Kies een tijd." in text_of(wrong)
    client.post(plan_page, said | {"request_key": uuid4()})
    visit = Visit.objects.get()
    page = reverse("contacts:visit", args=[visit.pk])
    version = client.get(page).context["form"].initial["version"]
    changed = said | {"day": "2026-12-02", "version": version}
    refused = client.post(page, changed | {"request_key": uuid4()})
    assert "waarom het bezoek een ander moment krijgt" in text_of(refused)
    client.post(page, changed | {"reason": "druk", "request_key": uuid4()})
    file = client.get(reverse("contacts:visit_calendar", args=[visit.pk])).content.decode()
    assert "DTSTART;TZID=Europe/Amsterdam:20261202T143000" in file and "De Brink" in file
    off = reverse("contacts:call_off_visit", args=[visit.pk])
    assert "waarom het bezoek niet doorgaat" in text_of(client.post(off, {"request_key": uuid4()}))
    client.post(off, {"why": "ziek", "request_key": uuid4()})
    assert "Afgezegd: ziek" in text_of(client.get(page))
    client.post(off, {"is_back": "1", "request_key": uuid4()})
    visit.refresh_from_db()
    assert visit.cancelled_at is None
    for name in ("download_visits", "download_unvisited"):
        lines = client.post(reverse(f"contacts:{name}"), {"request_key": uuid4()}).streaming_content
        assert "De Brink" in b"".join(lines).decode()
    client.post(reverse("contacts:take_back_visit", args=[visit.pk]), {"request_key": uuid4()})
    assert not Visit.objects.exists()


def test_a_visit_stands_on_today_when_it_is_near_and_until_it_is_noted(cast, at, log_in, clock, plan):
    plan(hours=-3), plan(hours=24 * 9, purpose="veel later")
    text = text_of(log_in(cast.own.account()).get(reverse("desk:today")))
    assert "Noteer het bezoek" in text and "veel later" not in text


def test_old_visits_push_nothing_of_today_away_and_who_stands_in_sees_those_of_who_is_away(cast, at, plan):
    due = plan(hours=2)
    ids = [plan(hours=-24 * days) for days in range(1, 6)]
    away = cast.own.actor()
    assert [each.pk for each in queries.visits_near(away, at, 2)] == [due.pk, *(each.pk for each in ids[:3])]
    here = next(each for each in cast.own.colleagues.values() if each.pk != away.id)
    assert queries.visits_near(replace(away, id=here.pk, acts_for=away.id), at, 2)
    assert not queries.visits_near(replace(away, id=here.pk), at, 2)


def test_a_chance_in_a_sentence_is_a_chip_that_is_saved_and_taken_back(cast, at, log_in, clock, plan):
    visit, client = plan(hours=-3), log_in(cast.own.account())
    page = reverse("contacts:visit", args=[visit.pk])
    said = {"sentence": "groeit hard, verhuizen in 2027", "over": f"visit:{visit.pk}", "back": page}
    chips = client.post(reverse("contacts:read_note"), said).context["chips"]
    assert [chip.kind for chip in chips] == ["contact", "chance", "chance"]
    assert [chip.head() for chip in chips[1:]] == ["Kans: groei", "Kans: verhuizing of nieuw pand, 2027"]
    sent = {"act": "save", "read": said["sentence"], "request_key": uuid4()}
    for chip in chips:
        sent |= {f.html_name: f.value() for f in chip if f.value() not in (None, False, "")}
    done = client.post(reverse("contacts:quick_note"), said | sent, follow=True)
    assert "2 kansen" in text_of(done)
    assert {each.kind for each in Chance.objects.all()} == {"growth", "moving"}
    note = ContactMoment.objects.get().note_id
    client.post(
        reverse("contacts:take_back_note"), {"notitie": str(note), "back": page, "request_key": uuid4()}
    )
    assert not Chance.objects.exists()


def test_a_chance_becomes_work_with_its_words_filled_in(cast, at, log_in):
    firm = making.employer(cast.own)
    client = log_in(cast.own.account())
    chance = Chance.objects.create(
        employer=firm, organisation=firm.organisation, region=firm.region, kind="growth", words="een avondploeg",
        noted_at=at,
    )  # fmt: skip
    shown = client.get(reverse("employers:chance", args=[chance.pk]))
    address = reverse("work_profiles:new_profile", args=[firm.pk]) + f"?kans={chance.pk.hex}"
    assert address in shown.content.decode()
    assert "een avondploeg" in client.get(address).content.decode()
    client.post(address, {"what": "inpakkers, avond", "request_key": uuid4()})
    chance.refresh_from_db()
    assert (chance.status, chance.work_profile_id) == ("work", WorkProfile.objects.get().pk)


@pytest.mark.parametrize(
    ("sentence", "days_ago"),
    [
        ("Arjan gesproken, zoekt 2 inpakkers", 3),
        ("zoekt 2 inpakkers, bel Arjan vandaag terug", 3),
        ("vandaag met Arjan gesproken", 0),
        ("gisteren met Arjan gesproken", 1),
    ],
)
def test_a_note_of_a_visit_is_of_its_day_and_of_whom_one_was_to_see_there(
    cast, at, log_in, plan, sentence, days_ago
):
    firm = making.employer(cast.own, "Waalsteen Groep")
    arjan = making.entrepreneur(firm, "Arjan", last_name="van Waalsteen")
    making.entrepreneur(making.employer(cast.own, "Elders"), "Arjan")
    making.candidate(cast.own, "Arjan")
    visit = plan(hours=-72, employer_id=firm.pk, entrepreneur_id=arjan.pk)
    read = log_in(cast.own.account()).post(
        reverse("contacts:read_note"), {"sentence": sentence, "over": f"visit:{visit.pk}"}
    )
    contact, *others = read.context["chips"]
    day = timezone.localdate(at) - timedelta(days=days_ago)
    assert (contact["channel"].value(), str(contact["day_of"].value())) == ("visit", str(day))
    assert (contact.said(), read.context["asks"]) == ("Arjan van Waalsteen", [])
    assert all("Waalsteen Groep" not in chip.said() for chip in others)
