"""Today shows what the role may see, in a number of queries that does not grow."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests import making
from tests.contacts.noting import TODAY, reminder
from tests.help_requests.asking import WORDS, asked

from werktop.accounts.models import Account
from werktop.accounts.roles import Role
from werktop.audit.models import PersonalView
from werktop.gatherings.models import Host
from werktop.matches.models import FollowUp, NextStep

pytestmark = pytest.mark.django_db


def talks(cast, at, count):
    made = making.gathering(cast.own, starts_at=at - timedelta(days=7))
    firm = making.employer(cast.own)
    for _ in range(count):
        person = making.candidate(cast.own)
        common = {"gathering": made, "region": made.region, "organisation": made.organisation, "made_at": at}
        FollowUp.objects.create(
            candidate=person, entrepreneur=making.entrepreneur(firm), ground="mutual", status="sent",
            starts_at=at - timedelta(days=2), ends_at=at - timedelta(days=2, hours=-1), sent_at=at, **common,
        )  # fmt: skip
        NextStep.objects.create(
            candidate=making.candidate(cast.own, "Bilal"),
            owner=cast.own.account(),
            words="Bel en praat na.",
            **common,
        )
    return made


@pytest.mark.parametrize("role", Role.values)
def test_every_role_has_a_home(cast, log_in, clock, role):
    making.gathering(cast.own)
    assert log_in(cast.own.account(role)).get("/").status_code == 200


def test_talks_without_outcome_and_next_steps_come_up(cast, log_in, clock, at):
    talks(cast, at, 1)
    page = log_in(cast.own.account()).get("/").content.decode()
    assert "Noteer wat eruit kwam" in page
    assert "Bilal" in page
    for person in (FollowUp.objects.get().candidate, NextStep.objects.get().candidate):
        assert reverse("candidates:candidate", args=[person.pk]) in page


def test_everybody_who_counts_on_me_is_counted_and_there(cast, log_in, clock, at):
    talks(cast, at, 20)
    page = log_in(cast.own.account()).get("/").content.decode()
    assert "40 mensen rekenen vandaag op je" in page
    assert page.count("Noteer wat eruit kwam") == 20
    assert "En nog 28" in page


def test_who_stands_there_twice_is_one_of_the_people(cast, log_in, clock, at):
    talks(cast, at, 2)
    step = NextStep.objects.first()
    step.candidate = FollowUp.objects.first().candidate
    step.save()
    page = log_in(cast.own.account()).get("/").content.decode()
    assert "3 mensen rekenen vandaag op je" in page and page.count("Noteer wat eruit kwam") == 2
    assert page.count("Volgende stap") == 2


def test_after_a_gathering_today_asks_for_the_proposals_and_then_to_send_them(cast, log_in, clock, at):
    made = making.gathering(cast.own, starts_at=at - timedelta(hours=3))
    client = log_in(cast.own.account())
    assert "Stel gesprekken voor" not in client.get("/").content.decode()
    made.status = "finished"
    made.save()
    page = client.get("/").content.decode()
    assert "Stel gesprekken voor" in page
    assert "Volgende prettige gesprek" not in page
    assert "Niemand hoeft op je te wachten" not in page
    FollowUp.objects.create(
        gathering=made, region=made.region, organisation=made.organisation, made_at=at, ground="mutual",
        candidate=making.candidate(cast.own), entrepreneur=making.entrepreneur(making.employer(cast.own)),
    )  # fmt: skip
    assert "1 voorstel of volgende stap wacht op jou." in client.get("/").content.decode()
    FollowUp.objects.update(status="sent", sent_at=at)
    assert "wacht op jou" not in client.get("/").content.decode()
    assert "Stel gesprekken voor" not in log_in(cast.other.account()).get("/").content.decode()


def test_the_own_gathering_of_today_comes_before_one_that_nobody_began(cast, log_in, clock, at):
    """A host opens Today in the evening: the own table, not an afternoon that was left as it was."""
    evening = at + timedelta(hours=9)
    clock.set(evening)
    idle = making.gathering(
        cast.own, tables=1, host_employer=making.employer(cast.own, "Middag BV"), starts_at=at
    )
    begun = making.gathering(
        cast.own,
        tables=1,
        host_employer=making.employer(cast.own, "Nu BV"),
        starts_at=evening - timedelta(hours=1),
    )
    host = cast.own.account(Role.TABLE_HOST)
    for made in (idle, begun):
        Host.objects.filter(gathering=made).update(account=host)
    for account in (host, cast.own.account()):
        page = log_in(account).get("/").content.decode()
        assert page.index("Prettig gesprek van vandaag") < page.index("Nu BV") < page.index("Middag BV")
        assert reverse("gatherings:day", args=[begun.pk]) in page
    # the only one of today asks to be begun or ended, whatever comes on other days
    begun.starts_at, begun.ends_at = evening + timedelta(days=9), evening + timedelta(days=9, hours=2)
    begun.save()
    page = log_in(host).get("/").content.decode()
    assert page.index("Prettig gesprek van vandaag") < page.index("Middag BV") < page.index("Nu BV")


def test_another_organisation_and_a_host_see_none_of_it(cast, log_in, clock, at):
    talks(cast, at, 1)
    for account in (
        cast.other.account(),
        cast.own.account(Role.TABLE_HOST),
        cast.own.account(Role.COORDINATOR),
    ):
        page = log_in(account).get("/").content.decode()
        assert "Bilal" not in page
        assert "Fatima" not in page


def test_the_day_is_offered_only_where_its_page_opens(cast, log_in, clock, at):
    made = making.gathering(cast.own, starts_at=at + timedelta(hours=2), tables=1)
    host = Host.objects.get(gathering=made).account
    day, cockpit = (reverse(f"gatherings:{name}", args=[made.pk]) for name in ("day", "gathering"))
    for account, opens in (
        (cast.own.account(), True),
        (cast.own.account(Role.COORDINATOR), True),
        (host, True),
        (cast.other.account(), False),
        (cast.other.account(Role.COORDINATOR), False),
        (cast.own.account(Role.TEAM_LEAD), False),
    ):
        client = log_in(account)
        page = client.get("/").content.decode()
        assert ("Naar het gesprek van vandaag" in page, "Bekijk het gesprek" in page) == (opens, not opens)
        assert (f'href="{day}"' in page) == opens
        leads_to_note = 'href="#sentence"' in page
        assert leads_to_note == (opens and 'id="sentence"' in page), "the day stands before the note"
        assert leads_to_note or account != cast.own.account()
        assert page.split("<main")[1].split("</main>")[0].count("utrecht-button--primary-action") <= 1
        assert client.get(day if opens else cockpit).status_code == 200


def test_tomorrow_there_is_no_day_to_go_to(cast, log_in, clock, at):
    making.gathering(cast.own, starts_at=at + timedelta(days=1))
    assert "Bekijk het gesprek" in log_in(cast.own.account()).get("/").content.decode()


def test_who_is_responsible_reads_whom_the_house_erases_within_a_month(cast, log_in, clock, at):
    mine, colleague = cast.own.account(), cast.own.account(Role.COORDINATOR)
    soon = (at + timedelta(days=20)).date()
    making.candidate(cast.own, "Wim", assigned_to=mine, erase_date=soon, left_at=at)
    making.candidate(cast.own, "Noor", assigned_to=mine)
    client, line = log_in(mine), "?erasing=mine"
    page = client.get("/").content.decode()
    assert "1 kandidaat wordt binnen een maand gewist" in page and line in page
    making.candidate(cast.own, "Els", erase_date=soon)
    making.candidate(cast.own, "Bas", assigned_to=colleague, erase_date=soon)
    assert "2 kandidaten worden binnen een maand gewist" in client.get("/").content.decode()
    found = client.get("/kandidaten/?erasing=mine").content.decode()
    assert [name in found for name in ("Wim", "Els", "Noor", "Bas")] == [True, True, False, False]
    Account.objects.filter(pk=colleague.pk).update(left_at=at)
    assert "3 kandidaten worden binnen een maand gewist" in client.get("/").content.decode(), (
        "a colleague left"
    )
    assert "Bas" in client.get("/kandidaten/?erasing=all").content.decode()
    client.cookies["django_language"] = "en"
    assert "3 candidates will be erased within a month" in client.get("/").content.decode()
    for other in (cast.own.account(Role.TABLE_HOST), cast.other.account()):
        assert line not in log_in(other).get("/").content.decode()


def test_the_number_of_queries_does_not_grow(cast, log_in, clock, at):
    client = log_in(cast.own.account())
    counts = []
    for more in (10, 40):
        talks(cast, at, more)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            client.get("/")
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_who_is_invited_by_another_organisation_is_told_to_who_works_with_them(cast, log_in, clock, at):
    mine = cast.own.account()
    naima = making.candidate(cast.own, "Naima", assigned_to=mine)
    theirs = making.gathering(cast.other, starts_at=at + timedelta(days=20))
    guest = making.guest(theirs, naima, reply="chosen")
    line = f"is uitgenodigd door {theirs.organisation.name}"
    assert line not in log_in(mine).get("/").content.decode(), "nobody was invited yet"
    type(guest).objects.filter(pk=guest.pk).update(reply="invited", invited_at=at)
    assert log_in(mine).get("/").content.decode().count(line) == 1
    assert line not in log_in(cast.own.account(Role.COORDINATOR)).get("/").content.decode()
    type(theirs).objects.filter(pk=theirs.pk).update(status="finished")
    assert line not in log_in(mine).get("/").content.decode(), "it was closed early, and is not to come"
    type(theirs).objects.filter(pk=theirs.pk).update(status="preparing")
    type(guest).objects.filter(pk=guest.pk).update(invited_at=at - timedelta(days=8))
    assert line not in log_in(mine).get("/").content.decode(), "a week later it was read"
    at_home = making.gathering(cast.own, starts_at=at + timedelta(days=20))
    making.guest(at_home, naima, reply="invited", invited_at=at)
    assert "is uitgenodigd door" not in log_in(mine).get("/").content.decode()


def test_of_many_whom_another_organisation_invites_three_are_named_and_the_others_counted(
    cast, log_in, clock, at
):
    mine = cast.own.account()
    theirs = making.gathering(cast.other, starts_at=at + timedelta(days=20))
    for n in range(60):
        person = making.candidate(cast.own, f"Kandidaat{n}x", assigned_to=mine)
        making.guest(theirs, person, reply="invited", invited_at=at)
    page = log_in(mine).get("/").content.decode()
    assert len(re.findall(r"Kandidaat\d+x", page)) == 3
    assert "en nog 57 kandidaten" in page
    assert page.count(f"zijn uitgenodigd door {theirs.organisation.name}") == 1
    (shown,) = PersonalView.objects.filter(page="desk:today").values_list("about_ids", flat=True)
    assert len(shown) == 3


@pytest.mark.parametrize(("channel", "notice"), [("call", 20), ("sms", 0)])
def test_whom_no_message_of_another_organisation_reaches_in_time_is_named_to_call(
    cast, log_in, clock, at, channel, notice
):
    """Invited an hour before the start, or reached by telephone alone; whose candidate nobody is, all colleagues read."""
    theirs = making.gathering(cast.other, starts_at=at + timedelta(days=notice, hours=1))
    person = making.candidate(cast.own, "Yonas")
    guest = making.guest(theirs, person, reply="invited", invited_at=at, channel=channel)
    in_time = making.candidate(cast.own, "Opmaila")
    making.guest(theirs, in_time, reply="invited", invited_at=at, channel="email")
    page = log_in(cast.own.account()).get("/").content.decode()
    address = reverse("gatherings:guests", args=[theirs.pk]) + "?reply=invited"
    assert re.search(rf'Bel: <a[^>]*href="{re.escape(address)}">Yonas', page)
    assert "Opmaila" not in page
    type(guest).objects.filter(pk=guest.pk).update(reply="yes")
    assert "Yonas" not in log_in(cast.own.account()).get("/").content.decode()


def test_of_many_reminders_the_first_stand_there_and_the_rest_are_counted(cast, log_in, clock, at):
    fatima = making.candidate(cast.own)
    reminder(cast.own, what="eerst deze", due_date=TODAY - timedelta(days=9), candidate_ids=[fatima.pk])
    client = log_in(cast.own.account())
    assert "1 mens rekent vandaag op je" in client.get("/").content.decode()
    for number in range(10):
        reminder(cast.own, what=f"voor mezelf {number}")
    for _number in range(4):
        reminder(cast.own, what="weer bellen", candidate_ids=[fatima.pk])
    reminder(cast.own, what="iemand anders", candidate_ids=[making.candidate(cast.own, "Kees").pk])
    page = client.get("/").content.decode()
    assert "Eerst deze" in page and "Iemand anders" not in page and page.count("Weer bellen") == 1
    assert "Nog 4 herinneringen van vandaag of eerder" in page
    # Fatima, Kees, and ten promises to nobody by name
    assert "12 mensen rekenen vandaag op je" in page


def test_with_whom_nobody_spoke_for_weeks_three_are_named_and_the_others_counted(cast, log_in, clock, at):
    mine, long_ago = cast.own.account(), at - timedelta(weeks=6, days=1)
    client = log_in(mine)
    assert "niet gesproken" not in client.get("/").content.decode()
    for number in range(5):
        making.candidate(
            cast.own, f"Lang{number}", assigned_to=mine, created_at=long_ago - timedelta(days=number)
        )
    making.candidate(cast.own, "Pas", assigned_to=mine, created_at=long_ago, spoken_at=at - timedelta(days=2))
    making.candidate(cast.own, "Nieuw", assigned_to=mine, created_at=at - timedelta(days=3))
    making.candidate(cast.own, "Weg", assigned_to=mine, created_at=long_ago, left_at=at)
    making.candidate(cast.own, "Ander", assigned_to=cast.own.account(Role.COORDINATOR), created_at=long_ago)
    page = client.get("/").content.decode()
    line = page[page.index('id="silent"') :].split("</p>")[0]
    others = ("Lang1", "Pas", "Nieuw", "Weg", "Ander")
    named = [name for name in ("Lang4", "Lang3", "Lang2", *others) if name in line]
    assert named == ["Lang4", "Lang3", "Lang2"]
    assert "en nog 2" in line and "unspoken=6" in line
    seen = PersonalView.objects.filter(page="desk:today").latest("at")
    assert len(seen.about_ids) == 3


def test_the_next_gathering_shows_how_its_guests_answered_to_who_reads_its_list(cast, log_in, clock, at):
    made = making.gathering(cast.own, starts_at=at + timedelta(days=5))
    firm = making.employer(cast.own)
    for reply in ("yes", "yes", "invited", "no"):
        making.guest(made, making.candidate(cast.own), reply=reply, invited_at=at)
    making.guest(made, making.entrepreneur(firm), reply="yes", invited_at=at)
    page = log_in(cast.own.account()).get("/").content.decode()
    assert "2 kandidaten komen" in page and "1 ondernemer komt" in page
    assert "2 komen, 1 nog geen antwoord, 1 kan niet" in page
    for account in (cast.other.account(), cast.own.account(Role.TABLE_HOST)):
        assert "kandidaten komen" not in log_in(account).get("/").content.decode()


def test_how_contact_goes_well_stands_beside_what_is_to_be_done(cast, log_in, clock, at):
    fatima = making.candidate(cast.own, assigned_to=cast.own.account(), adjusted_ways=["call"])
    reminder(cast.own, what="vraag naar de bus", candidate_ids=[fatima.pk])
    asked(cast.own, fatima)
    page = log_in(cast.own.account()).get("/").content.decode()
    assert (
        "Vraag naar de bus · bellen, niet schrijven" in page and f"{WORDS} · bellen, niet schrijven" in page
    )


def test_what_is_to_be_called_has_its_number_to_tap(cast, log_in, clock):
    fatima = making.candidate(cast.own, phone="+31612345678")
    kees = making.candidate(cast.own, "Kees", phone="+31687654321")
    reminder(cast.own, what="terugbellen over de stage", candidate_ids=[fatima.pk])
    reminder(cast.own, what="cv belichten", candidate_ids=[kees.pk])
    page = log_in(cast.own.account()).get("/").content.decode()
    assert 'href="tel:+31612345678"' in page and "+31687654321" not in page
