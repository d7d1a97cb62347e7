"""Who does a step or what is needed: on whose Today it stands, what one tap does there, and what comes of it when somebody goes."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone
from tests import making
from tests.candidates.picture_making import picture_on
from tests.gatherings.page_asking import text_of
from tests.own_pages import own_client

from werktop.accounts.queries import actor_of
from werktop.accounts.standing_in import as_the_absent
from werktop.audit.actors import SYSTEM
from werktop.audit.refusals import NotVisible
from werktop.candidates import commands, queries
from werktop.candidates.commands.refusals import ColleagueIsElsewhere, TwoDoers
from werktop.candidates.models import Candidate, Need, PlanStep

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def yara(cast):
    """A colleague who does not work with Fatima."""
    return making.colleague_beside(cast.own, name="Yara Bos")


@pytest.fixture
def fatima(cast):
    return making.candidate(cast.own, "Fatima", assigned_to=cast.own.account())


@pytest.fixture
def note(cast, at, fatima):
    def do(part="step", **facts):
        facts = {"words": "Bel de bakker", "due_date": timezone.localdate(at)} | facts
        if part == "need":
            facts = {"kind": "transport"} | facts
        return commands.note_part(actor=cast.own.actor(), at=at, candidate_id=fatima.pk, part=part, **facts)

    return do


@pytest.fixture
def due(cast, at):
    """The keys of what is due for this colleague (of nobody said: who works with Fatima), so many days on."""

    def of(account=None, days=0):
        account = account or cast.own.account()
        viewer = actor_of(account, cast.own.organisation.pk)
        return [each.row.pk for each in queries.agreed_due(viewer, at + days * DAY, 12).first]

    return of


def test_it_stands_with_who_does_it_on_its_day(note, due, yara):
    ours, hers = note(doer="assigned"), note("need", owner_id=yara.pk)
    own, elsewhere = note(doer="candidate", words="Bel"), note(who="Samira van de gemeente", words="Schrijf")
    nobodys = note("need", words="Een fiets")
    note(doer="assigned", due_date=None, words="Ooit")
    assert set(due()) == {ours, nobodys} and due(yara) == [hers]
    assert set(due(days=1)) == {ours, nobodys, own, elsewhere}, "asked after the day after"
    assert due(days=-1) == []


def test_of_who_left_it_comes_back_to_who_works_with_the_candidate(cast, at, note, due, yara):
    key = note(owner_id=yara.pk)
    yara.memberships.update(is_active=False)
    (each,) = queries.agreed_due(cast.own.actor(), at, 12).first
    assert each.row.pk == key and each.has_left and not each.is_mine


def test_it_goes_along_with_the_candidate_and_back(cast, at, fatima, note, due, yara):
    Candidate.objects.update(assigned_to=yara)
    keys = {note(owner_id=cast.own.account().pk)}
    Candidate.objects.update(assigned_to=cast.own.account())
    keys.add(note("need", doer="assigned"))
    asked = {"actor": cast.own.actor(), "at": at, "candidate_ids": [fatima.pk]}
    commands.hand_over_candidates(**asked, from_id=cast.own.account().pk, to_id=yara.pk)
    assert set(due(yara)) == keys and due() == []
    assert not PlanStep.objects.filter(owner__isnull=False).exists()
    commands.take_back_hand_over(**asked, from_id=yara.pk, to_id=cast.own.account().pk)
    assert set(due()) == keys and due(yara) == []


def test_who_stands_in_sees_and_does_it(cast, at, fatima, note, yara):
    key = note("need", owner_id=yara.pk)
    stands_in = replace(
        actor_of(making.colleague_beside(cast.own), cast.own.organisation.pk), acts_for=yara.pk
    )
    assert [each.row.pk for each in queries.agreed_due(as_the_absent(stands_in), at, 12).first] == [key]
    commands.finish_part(actor=stands_in, at=at, candidate_id=fatima.pk, part="need", row_id=key)
    assert Need.objects.get().done_date == timezone.localdate(at)


def test_who_is_named_reads_that_need_alone(cast, at, fatima, note, yara):
    hers, another = note("need", owner_id=yara.pk), note("need", words="Een fiets")
    viewer = actor_of(yara, cast.own.organisation.pk)
    asked = {"actor": viewer, "at": at, "candidate_id": fatima.pk, "part": "need"}
    commands.put_off_part(**asked, row_id=hers, due_date=timezone.localdate(at) + DAY)
    for forbidden in (
        lambda: commands.finish_part(**asked, row_id=another),
        lambda: commands.note_part(**asked, words="Een auto", kind="transport"),
    ):
        with pytest.raises(NotVisible):
            forbidden()
    assert "need" not in picture_on(viewer, fatima.pk, timezone.localdate(at))


def test_who_is_named_reads_it_while_it_is_open_and_until_the_end_of_that_day(cast, at, fatima, note, yara):
    key, viewer = note("need", owner_id=yara.pk), actor_of(yara, cast.own.organisation.pk)

    def is_read(days=0):
        return queries.can_see_row(viewer, fatima, "need", key, at + days * DAY)

    assert is_read(days=40)
    commands.finish_part(actor=viewer, at=at, candidate_id=fatima.pk, part="need", row_id=key)
    assert (is_read(), is_read(days=1)) == (True, False), "for a tap that was a slip"
    asked = {"actor": viewer, "at": at + DAY, "candidate_id": fatima.pk, "part": "need", "row_id": key}
    with pytest.raises(NotVisible):
        commands.finish_part(**asked, is_done=False)
    commands.finish_part(**asked | {"actor": cast.own.actor()}, is_done=False)
    assert is_read(days=2)
    commands.remove_part(**asked)
    assert (is_read(days=1), is_read(days=2)) == (True, False)


def test_who_made_oneself_the_stand_in_reads_a_need_that_names_the_other_with_a_reason_alone(
    cast, at, fatima, note, yara
):
    need, step = note("need", owner_id=yara.pk), note("step", owner_id=yara.pk)
    stands_in = actor_of(making.colleague_beside(cast.own), cast.own.organisation.pk)
    stands_in = replace(stands_in, acts_for=yara.pk, is_self_set=True)
    for viewer in (stands_in, as_the_absent(stands_in)):
        assert [each.row.pk for each in queries.agreed_due(viewer, at, 12).first] == [step]
    assert queries.agreed_due(replace(stands_in, kind="system"), at, 12).first == []
    asked = {"actor": stands_in, "at": at, "candidate_id": fatima.pk}
    with pytest.raises(NotVisible):
        commands.finish_part(**asked, part="need", row_id=need)
    commands.open_needs(**asked, reason="Yara is ziek en de fietsbank belt")
    commands.finish_part(**asked, part="need", row_id=need)
    assert Need.objects.get().done_date == timezone.localdate(at)


def test_what_is_due_is_counted_by_the_database(cast, at, note, django_assert_num_queries):
    for number in range(7):
        note(doer="assigned", words=f"Stap {number}")
    with django_assert_num_queries(3):
        found = queries.agreed_due(cast.own.actor(), at, 3)
    assert (len(found.first), found.more) == (3, 4)


def test_a_colleague_of_elsewhere_and_two_who_do_it_are_refused(cast, note):
    with pytest.raises(ColleagueIsElsewhere):
        note(owner_id=cast.other.account().pk)
    with pytest.raises(TwoDoers):
        note(doer="candidate", who="Samira")


def test_on_today_one_tap_does_it_puts_it_off_or_ends_it_and_each_is_taken_back(
    cast, at, clock, log_in, fatima, note, yara
):
    key, client = note("need", owner_id=yara.pk, action="Vraag de fietsbank"), log_in(yara)
    at_row = [fatima.pk, "need", key]

    def tap(name, **sent):
        sent = {"request_key": uuid4(), "back": "/"} | sent
        return text_of(client.post(reverse(f"candidates:{name}", args=at_row), sent, follow=True))

    page = text_of(client.get("/"))
    assert "Vraag de fietsbank" in page and "1 mens rekent vandaag op je" in page
    for name, sent, said, back, undo in (
        ("finish_part", {}, "Gedaan: Bel de bakker", "finish_part", {"is_open": "1"}),
        ("put_off_part", {"to": "week"}, "Komt terug op dinsdag 1 december", "put_off_part",
         {"to": str(timezone.localdate(at)), "is_back": "1"}),
        ("change_part", {"remove": "1"}, "Niet meer: Bel de bakker", "put_back_part", {}),
    ):  # fmt: skip
        page = tap(name, **sent)
        assert said in page and "Vraag de fietsbank" not in page and "Maak ongedaan" in page
        assert "Vraag de fietsbank" in tap(back, **undo)
    assert "Vraag de fietsbank" in text_of(client.get(reverse("candidates:agreed")))


def test_the_form_offers_the_candidate_who_works_with_her_and_colleagues_by_name(
    cast, at, clock, log_in, fatima, yara
):
    client, address = log_in(cast.own.account()), reverse("candidates:note_part", args=[fatima.pk, "step"])
    page = client.get(address).content.decode()
    assert (
        "Fatima zelf" in page and f"{cast.own.account().name}, vaste collega" in page and "Yara Bos" in page
    )
    sent = {"request_key": uuid4(), "source": "colleague", "words": "Bel de bakker"}
    again = client.post(address, sent | {"doer": str(yara.pk), "who": "Samira"})
    assert "Kies één van de twee" in text_of(again) and 'value="Samira"' in again.content.decode()
    client.post(address, sent | {"doer": str(yara.pk)})
    page = text_of(client.get(reverse("candidates:candidate", args=[fatima.pk])))
    assert "Bel de bakker Yara Bos" in page
    row = PlanStep.objects.get()
    change = reverse("candidates:change_part", args=[fatima.pk, "step", row.pk])
    client.post(change, sent | {"doer": "candidate", "request_key": uuid4()})
    row.refresh_from_db()
    assert (row.doer, row.owner) == ("candidate", None)
    assert "u zelf" in text_of(own_client(fatima, at, "strong").get("/mijn/plan/"))


def test_what_was_put_back_and_taken_away_anew_is_kept_from_the_last_time_on(cast, at, note, fatima):
    asked = {
        "actor": cast.own.actor(),
        "at": at,
        "candidate_id": fatima.pk,
        "part": "need",
        "row_id": note("need"),
    }
    commands.remove_part(**asked)
    Need.pgh_event_model.objects.filter(pgh_label="delete").update(pgh_created_at=at - 400 * DAY)
    commands.put_back_part(**asked)
    commands.remove_part(**asked)
    assert commands.forget_settled(actor=SYSTEM, at=timezone.now() + DAY) == 0
    commands.put_back_part(**asked)
    assert Need.objects.get().pk == asked["row_id"]
