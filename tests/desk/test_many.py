"""What is done with many candidates at once: it says first what will happen, and after it what was and was not done."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.urls import reverse
from tests import making

from werktop.audit.models import Entry
from werktop.candidates.models import Candidate
from werktop.contacts.models import Reminder
from werktop.desk.pages.choose_candidates import DOES
from werktop.gatherings.models import Guest

pytestmark = pytest.mark.django_db
CHOOSE = reverse("desk:choose_candidates")
INVITE, ASSIGN = reverse("desk:invite_candidates"), reverse("desk:assign_candidates")
TAKE = reverse("desk:download_candidates")
TICKED = "?wie=aangevinkt"


@pytest.fixture
def client(cast, log_in, clock):
    return log_in(cast.own.account())


@pytest.fixture
def people(cast):
    return [making.candidate(cast.own, name) for name in ("Ali", "Bo", "Cas")]


def tick(client, *people):
    keys = [str(each.pk) for each in people]
    return client.post(CHOOSE, {"shown": keys, "candidate": keys, "then": "show"})


def form(count, **more):
    return {"request_key": str(uuid4()), "count": str(count)} | more


def test_the_button_leads_to_what_will_happen_with_whom(client, people):
    keys = [str(each.pk) for each in people]
    sent = {"shown": keys, "candidate": keys[:2], "then": "assign:aangevinkt", "q": "a"}
    assert client.post(CHOOSE, sent)["Location"] == f"{ASSIGN}?q=a&wie=aangevinkt"
    assert "2 kandidaten gaan naar de collega die je kiest" in client.get(ASSIGN + TICKED).content.decode()
    assert "3 kandidaten gaan" in client.get(f"{ASSIGN}?wie=gevonden").content.decode()


@pytest.mark.parametrize("does", DOES)
def test_every_button_for_many_leads_to_a_page(client, people, does):
    keys = [str(people[0].pk)]
    sent = {"shown": keys, "candidate": keys, "then": f"{does}:aangevinkt"}
    assert client.post(CHOOSE, sent, follow=True).status_code == 200


def test_who_is_ticked_goes_on_the_guest_list_and_it_says_who_did_not(client, cast, people):
    gathering = making.gathering(cast.own)
    making.guest(gathering, people[0])
    Candidate.objects.filter(pk=people[1].pk).update(left_at=making.MOMENT)
    tick(client, *people)
    answer = client.post(INVITE + TICKED, form(3, gathering=gathering.pk, how="list"), follow=True)
    text = answer.content.decode()
    assert set(Guest.objects.values_list("candidate_id", flat=True)) == {people[0].pk, people[2].pk}
    assert "1 gast staat erbij op de lijst. 1 stond er al op." in text and "die is gestopt" in text
    nobody = client.get(INVITE + TICKED).content.decode()
    assert "Vink eerst aan" in nobody and "0 kandidaten" not in nobody, "nobody is ticked any more"


def test_all_whom_the_filters_find_are_invited_at_once(client, cast, people):
    gathering = making.gathering(cast.own)
    client.post(f"{INVITE}?q=ali&wie=gevonden", form(1, gathering=gathering.pk, how="invite"))
    assert Guest.objects.get().reply == "invited"


def test_what_is_refused_keeps_what_was_chosen(client, cast, people):
    gathering = making.gathering(cast.own)
    making.guest(gathering, people[0])
    tick(client, people[0])
    answer = client.post(INVITE + TICKED, form(1, gathering=gathering.pk, how="invite"))
    assert answer.status_code == 409 and "is al uitgenodigd" in answer.content.decode()
    assert client.post(INVITE + TICKED, form(1, how="list")).status_code == 409


def test_more_or_fewer_than_were_read_asks_again(client, cast, people):
    colleague = making.colleague_beside(cast.own)
    answer = client.post(f"{ASSIGN}?wie=gevonden", form(2, to_id=colleague.pk))
    assert answer.status_code == 409 and "Het zijn er nu 3" in answer.content.decode()
    assert not Candidate.objects.filter(assigned_to=colleague).exists()


def test_a_list_that_is_downloaded_holds_those_of_whom_the_log_says_so(client, cast, people):
    assert client.post(f"{TAKE}?wie=gevonden", form(2)).status_code == 409
    answer = client.post(f"{TAKE}?wie=gevonden", form(3))
    making.candidate(cast.own, "Zonnebloem")  # somebody else fits by the time that the browser reads it
    said = b"".join(answer.streaming_content).decode()
    assert "Cas" in said and "Zonnebloem" not in said
    assert Entry.objects.get(verb="desk.note_list_taken").detail["count"] == 3


def test_people_of_several_colleagues_go_to_one_and_back_each_to_their_own(client, cast, people, at):
    colleague = making.colleague_beside(cast.own)
    ali, bo, cas = people
    Candidate.objects.filter(pk=ali.pk).update(assigned_to=cast.own.account())
    Candidate.objects.filter(pk=cas.pk).update(assigned_to=colleague)
    promise = Reminder.objects.create(
        organisation=cast.own.organisation, region=cast.region, what="bellen", due_date=at.date(),
        owner=cast.own.account(), made_at=at,
    )  # fmt: skip
    promise.people.create(candidate=ali)
    tick(client, *people)
    done = client.post(ASSIGN + TICKED, form(3, to_id=colleague.pk), follow=True).content.decode()
    assert "2 kandidaten gaan verder met Bas Vermeer" in done and "1 niet: al bij Bas Vermeer" in done
    assert Candidate.objects.filter(assigned_to=colleague).count() == 3
    promise.refresh_from_db()
    assert promise.owner == colleague
    back = client.post(reverse("desk:take_back_assignment"), {"request_key": uuid4()}, follow=True)
    assert "2 kandidaten zijn terug" in back.content.decode()
    was = dict(Candidate.objects.values_list("first_name", "assigned_to_id"))
    assert was == {"Ali": cast.own.account().pk, "Bo": None, "Cas": colleague.pk}
    promise.refresh_from_db()
    assert promise.owner == cast.own.account()
    again = client.post(reverse("desk:take_back_assignment"), {"request_key": uuid4()}, follow=True)
    assert "geen overdracht" in again.content.decode()


def test_nobody_of_another_organisation_goes_along(client, cast, people):
    stranger = making.candidate(cast.other, "Vreemd")
    tick(client, people[0], stranger)
    assert "1 kandidaat gaat naar" in client.get(ASSIGN + TICKED).content.decode()


def test_who_is_ticked_is_downloaded_with_an_audit_line(client, people):
    tick(client, people[1])
    assert "een lijst van 1 kandidaat" in client.get(TAKE + TICKED).content.decode()
    file = client.post(TAKE + TICKED, {"request_key": uuid4()})
    text = b"".join(file.streaming_content).decode()
    assert "Bo" in text and "Ali" not in text
    assert Entry.objects.get(verb="desk.note_list_taken").detail == {"count": 1}
