"""Open hiring: the order of signing up decides, a no has no consequence, and who is of another organisation is a number."""

from __future__ import annotations

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from tests import making
from tests.gatherings.page_asking import text_of

from werktop.accounts.roles import Role
from werktop.audit.models import Merge, PersonalView
from werktop.audit.refusals import NotAllowed, NotVisible, TakesPartNoMore
from werktop.candidates import commands as candidates
from werktop.candidates.models import Objection
from werktop.work_profiles import commands, queries
from werktop.work_profiles.models import SignUp, WorkProfile
from werktop.work_profiles.refusals import (
    AskFirst,
    NobodySignsUpHere,
    NotTheirTurn,
    QueueStands,
    StandsInTheQueue,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def work(cast, at):
    """Work for two people, without selection."""
    key = commands.note_work_profile(
        actor=cast.own.actor(),
        at=at,
        employer_id=making.employer(cast.own).pk,
        what="inpakker",
        places=2,
        is_open_hiring=True,
    )
    return WorkProfile.objects.get(pk=key)


@pytest.fixture
def join(at, work):
    def do(house, *people, asked_how="talk", later=0):
        return commands.sign_up(
            actor=house.actor(), at=at + timedelta(minutes=later), work_profile_id=work.pk,
            candidate_ids=[each.pk for each in people], asked_how=asked_how,
        )  # fmt: skip

    return do


@pytest.fixture
def say(cast, at):
    def do(person, state, house=cast.own):
        row = SignUp.objects.filter(candidate=person).latest("number")
        return commands.answer_offer(actor=house.actor(), at=at, sign_up_id=row.pk, state=state)

    return do


def states(work):
    return [(row.candidate.first_name, row.state, row.place) for row in work.sign_ups.order_by("number")]


def test_who_signs_up_first_gets_the_place_and_the_next_one_after_a_no(cast, work, join, say, at):
    ann, bob, cas = (making.candidate(cast.own, name) for name in ("Ann", "Bob", "Cas"))
    dex = making.candidate(cast.other, "Dex")
    for number, (house, person) in enumerate(
        [(cast.own, ann), (cast.own, bob), (cast.other, dex), (cast.own, cas)], 1
    ):
        assert join(house, person) == [number]
    assert states(work) == [
        ("Ann", "offered", 1),
        ("Bob", "offered", 2),
        ("Dex", "waiting", None),
        ("Cas", "waiting", None),
    ]
    say(ann, "agreed")
    say(bob, "declined")
    say(ann, "started")
    assert states(work) == [
        ("Ann", "started", 1),
        ("Bob", "declined", None),
        ("Dex", "offered", 2),
        ("Cas", "waiting", None),
    ]
    with pytest.raises(NotTheirTurn):
        say(cas, "agreed")
    assert join(cast.own, bob) == [5], "a no has no consequence: who wants to, signs up again"
    commands.change_work_profile(actor=cast.own.actor(), at=at, work_profile_id=work.pk, places=3)
    assert states(work)[3:] == [("Cas", "offered", 3), ("Bob", "waiting", None)]


def test_a_no_by_mistake_gives_the_old_turn_back_and_a_mistaken_sign_up_leaves_nothing(
    cast, work, join, say, at
):
    ann, bob, cas, dex = (making.candidate(cast.own, name) for name in ("Ann", "Bob", "Cas", "Dex"))
    for person in (ann, bob, cas, dex):
        join(cast.own, person)
    say(ann, "declined")
    row = SignUp.objects.get(candidate=ann)
    commands.put_back_sign_up(actor=cast.own.actor(), at=at, sign_up_id=row.pk)
    assert states(work)[0] == ("Ann", "waiting", None), "the place is Cas's meanwhile"
    wrong = SignUp.objects.get(candidate=bob)
    commands.take_back_sign_up(actor=cast.own.actor(), at=at, sign_up_id=wrong.pk)
    assert states(work) == [("Ann", "offered", 2), ("Cas", "offered", 1), ("Dex", "waiting", None)]
    assert not SignUp.pgh_event_model.objects.filter(pgh_obj_id=wrong.pk).exists()


def test_of_those_who_sign_up_in_one_press_a_lot_decides_once(cast, work, join):
    people = [making.candidate(cast.own, f"K{n}") for n in range(12)]
    join(cast.own, *people)
    drawn = list(work.sign_ups.order_by("number").values_list("candidate_id", flat=True))
    assert sorted(drawn) == sorted(each.pk for each in people) and drawn != [each.pk for each in people]
    with pytest.raises(IntegrityError), transaction.atomic():
        work.sign_ups.filter(number=3).update(number=1)


def test_nobody_signs_up_unasked_twice_or_where_somebody_is_chosen(cast, work, join, at):
    ann = making.candidate(cast.own, "Ann")
    with pytest.raises(AskFirst):
        join(cast.own, ann, asked_how="")
    with pytest.raises(NotVisible):
        join(cast.other, ann)
    with pytest.raises(NotVisible):
        join(cast.far, making.candidate(cast.far))
    join(cast.own, ann)
    with pytest.raises(StandsInTheQueue):
        join(cast.own, ann)
    with pytest.raises(QueueStands):
        commands.change_work_profile(
            actor=cast.own.actor(), at=at, work_profile_id=work.pk, is_open_hiring=False
        )
    commands.close_work_profile(actor=cast.own.actor(), at=at, work_profile_id=work.pk, status="gone")
    with pytest.raises(NobodySignsUpHere):
        join(cast.own, making.candidate(cast.own))
    with pytest.raises(NotAllowed):
        commands.sign_up(
            actor=cast.own.actor(Role.COORDINATOR),
            at=at,
            work_profile_id=work.pk,
            candidate_ids=[ann.pk],
            asked_how="talk",
        )


def test_of_another_organisation_one_reads_a_number_and_the_employer_first_names_of_who_said_yes(
    cast, clock, work, join, say, log_in
):
    ann = making.candidate(cast.own, "Ann", last_name="Xylofanter")
    bob = making.candidate(cast.other, "Bob", last_name="Quagmans")
    join(cast.own, ann)
    join(cast.other, bob)
    queue = reverse("work_profiles:queue", args=[work.pk])
    mine, theirs = (
        text_of(log_in(cast.own.account()).get(queue)),
        text_of(log_in(cast.other.account()).get(queue)),
    )
    assert (
        "1. Ann Xylofanter" in mine
        and "2. een kandidaat van een andere organisatie" in mine
        and "Quagmans" not in mine
    )
    assert "Xylofanter" not in theirs and "2. Bob Quagmans" in theirs
    assert "Nog 0 plekken vrij. 2 keer aangeboden, wachten op antwoord." in mine
    page = log_in(cast.own.account()).get(reverse("work_profiles:profile", args=[work.pk])).content.decode()
    assert re.search(rf'primary-action[^>]*href="{queue}"|href="{queue}"[^>]*primary-action', page)
    assert queries.first_names_agreed([work.pk]) == {}
    say(ann, "agreed")
    assert queries.first_names_agreed([work.pk]) == {work.pk: ["Ann"]}
    theirs = text_of(log_in(cast.other.account()).get(queue))
    assert "1. Ann Zegt ja" in theirs and "Xylofanter" not in theirs
    looked = PersonalView.objects.filter(actor_id=cast.other.account().pk).order_by("-at").first()
    assert looked is not None
    row = SignUp.objects.get(candidate=ann)
    answer = reverse("work_profiles:answer_offer", args=[row.pk])
    assert (
        log_in(cast.other.account()).post(answer, {"request_key": uuid4(), "state": "declined"}).status_code
        == 404
    )


def test_one_is_signed_up_from_the_page_and_answers_are_noted_there(cast, clock, work, log_in):
    ann = making.candidate(cast.own, "Ann", assigned_to=cast.own.account())
    client, queue = log_in(cast.own.account()), reverse("work_profiles:queue", args=[work.pk])
    missing = client.post(queue, {"request_key": uuid4(), "who": [ann.pk]})
    assert "Vraag het eerst zelf" in text_of(missing) and "checked" in missing.content.decode()
    done = client.post(queue, {"request_key": uuid4(), "who": [ann.pk], "asked_how": "call"}, follow=True)
    assert "Aangemeld, nummer 1." in text_of(done) and "Nog 1 plek vrij." in text_of(done)
    answer = reverse("work_profiles:answer_offer", args=[SignUp.objects.get().pk])
    said = text_of(client.post(answer, {"request_key": uuid4(), "state": "agreed"}, follow=True))
    assert "Zegt ja, aangemeld op" in said
    page = text_of(client.get(reverse("candidates:candidate", args=[ann.pk])))
    assert "inpakker" in page and "nummer 1, zegt ja" in page


def test_who_objects_to_employers_stands_in_no_queue(cast, work, join, say, at):
    ann, bob, cas, dex = (making.candidate(cast.own, name) for name in ("Ann", "Bob", "Cas", "Dex"))
    for person in (ann, bob, cas):
        join(cast.own, person)
    say(ann, "agreed")
    say(bob, "agreed")
    for person in (ann, dex):
        candidates.make_objection(actor=cast.own.actor(), at=at, candidate_id=person.pk, kind="employers")
    assert states(work) == [("Ann", "declined", None), ("Bob", "agreed", 2), ("Cas", "offered", 1)]
    with pytest.raises(candidates.ObjectsToEmployers):
        join(cast.own, dex)
    with pytest.raises(candidates.ObjectsToEmployers):
        back(cast, at, ann)
    Objection.objects.create(candidate=bob, kind="employers", made_at=at)
    with pytest.raises(candidates.ObjectsToEmployers):
        say(bob, "started")
    assert queries.first_names_agreed([work.pk]) == {}


def back(cast, at, person):
    row = SignUp.objects.get(candidate=person)
    return commands.put_back_sign_up(actor=cast.own.actor(), at=at, sign_up_id=row.pk)


def test_a_place_that_came_free_while_it_was_closed_is_offered_when_it_opens(cast, work, join, say, at):
    ann, bob, cas = (making.candidate(cast.own, name) for name in ("Ann", "Bob", "Cas"))
    for person in (ann, bob, cas):
        join(cast.own, person)
    own = {"actor": cast.own.actor(), "at": at, "work_profile_id": work.pk}
    commands.close_work_profile(**own, status="gone")
    say(ann, "declined")
    commands.move_work_profile(**own, status="open")
    assert states(work)[2] == ("Cas", "offered", 1)


def test_two_files_of_one_person_that_become_one_leave_a_place_to_the_next(cast, work, join, at):
    ann, again, bob = (making.candidate(cast.own, name) for name in ("Ann", "Ann", "Bob"))
    for person in (ann, again, bob):
        join(cast.own, person)
    own = {"actor": cast.own.actor(), "at": at, "candidate_id": again.pk}
    candidates.merge_candidates(**own, other_id=ann.pk)
    assert states(work) == [("Ann", "offered", 1), ("Bob", "offered", 2)]
    merge = Merge.objects.get(kept_id=again.pk)
    candidates.take_apart_candidates(**own, merge_id=merge.pk)
    assert states(work) == [("Ann", "offered", 1), ("Ann", "waiting", None), ("Bob", "offered", 2)]


def test_who_stops_leaves_the_place_to_the_next(cast, work, join, at):
    ann, bob, cas = (making.candidate(cast.own, name) for name in ("Ann", "Bob", "Cas"))
    for person in (ann, bob, cas):
        join(cast.own, person)
    candidates.note_left(actor=cast.own.actor(), at=at, candidate_id=ann.pk)
    assert states(work) == [("Ann", "declined", None), ("Bob", "offered", 2), ("Cas", "offered", 1)]
    with pytest.raises(TakesPartNoMore):
        back(cast, at, ann)
