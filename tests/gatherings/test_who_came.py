"""Only who was checked in is thanked, asked about and proposed; whoever the door forgot counts after one tap."""

from __future__ import annotations

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from tests.gatherings.day_making import running_day
from tests.gatherings.test_table import note, tap

from werktop.audit.actors import SYSTEM
from werktop.audit.refusals import NotVisible
from werktop.candidates import queries as candidates
from werktop.catalogue.models import Term
from werktop.gatherings.commands import day as commands
from werktop.gatherings.commands.talks import answer_talk_on, forget_one_sided_clicks
from werktop.gatherings.day_refusals import NotFinishedYet
from werktop.gatherings.models import Click, Gathering, Guest, Round
from werktop.gatherings.queries.figures import figures_of
from werktop.gatherings.queries.talk_totals import talk_totals
from werktop.gatherings.queries.talks import people_to_talk_on_with, wishes_of
from werktop.matches.models import FollowUp, NextStep
from werktop.post import links
from werktop.post.models import Message

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
AWAY = ("Kees", "Rosa", "Ineke")


@pytest.fixture
def day(cast, at):
    """Kees, Rosa and Ineke did not come; the host's finger slipped to them all the same."""
    made = running_day(cast.own, at=at)
    keys = [made.guests[name].pk for name in AWAY]
    Guest.objects.filter(pk__in=keys).update(arrived_at=None)
    note(made, at, tap(made, "Fatima", "Joris"), tap(made, "Kees", "Joris"), tap(made, "Bilal", "Ineke"))
    note(made, at, tap(made, "Rosa", "Joris", "visit"))
    return made


@pytest.fixture
def finished(day):
    Gathering.objects.update(status="finished")
    Round.objects.update(ended_at=day.gathering.starts_at + timedelta(minutes=25))
    return day


@pytest.fixture
def lead(cast, log_in):
    return log_in(cast.own.account())


def door(client, day, name, what):
    address = reverse("gatherings:guest_at_the_door", args=[day.gathering.pk, day.guests[name].pk])
    return client.post(address, {"request_key": str(uuid4()), "what": what})


def talk_on_page(client, day, name, at):
    guest = day.guests[name]
    token = links.make_link(
        organisation_id=guest.organisation_id, purpose="talk_on", holder_kind=guest.kind,
        holder_id=guest.candidate_id or guest.entrepreneur_id, about_kind="gathering",
        about_id=day.gathering.pk, at=at, expires_at=at + timedelta(days=9),
    )  # fmt: skip
    return client.get(reverse("portal:talk_on", args=[token])).content.decode()


def propose(client, day):
    address = reverse("matches:propose", args=[day.gathering.pk])
    return client.post(address, {"request_key": str(uuid4())}, follow=True).content.decode()


def names_of(rows):
    return set(rows.values_list("candidate__first_name", flat=True))


def companions(day, name):
    return {person.first_name for person in people_to_talk_on_with(day.link(name)).people}


def test_a_guest_is_asked_about_nobody_who_did_not_come(finished, client, at):
    page = talk_on_page(client, finished, "Joris", at)
    assert all(name in page for name in ("Fatima", "Yonas", "Stefan"))
    assert not any(name in page for name in AWAY)
    assert "Ineke" not in talk_on_page(client, finished, "Bilal", at)
    assert companions(finished, "Kees") == set(), "who did not come sat with nobody"


def test_nothing_is_proposed_called_about_or_sent_for_who_did_not_come(finished, lead, at):
    Click.objects.create(
        gathering=finished.gathering, chooser=finished.guests["Joris"], chosen=finished.guests["Rosa"],
        source="guest", noted_at=at,
    )  # fmt: skip
    page = propose(lead, finished)
    assert names_of(FollowUp.objects) == {"Fatima"}
    came = {"Yonas", "Marit", "Bilal", "Femke", "Stefan", "Aisha"}
    assert names_of(NextStep.objects) == came
    assert not any(name in page for name in AWAY)
    agree = [f"talk:{row.pk}" for row in FollowUp.objects.all()]
    agree += [f"step:{row.pk}" for row in NextStep.objects.all()]
    sent = {"request_key": str(uuid4()), "agree": agree}
    lead.post(reverse("matches:after", args=[finished.gathering.pk]), sent)
    thanked = Message.objects.filter(purpose="next_step").values_list("to_id", flat=True)
    assert set(thanked) == {finished.guests[name].candidate_id for name in came}


def test_whoever_the_door_forgot_is_let_in_after_the_end_with_one_tap_and_then_counts(finished, lead, at):
    address = reverse("gatherings:day", args=[finished.gathering.pk])
    noted = lead.get(address).content.decode().split('id="group-noted"', 1)[1].split("</section>", 1)[0]
    assert noted.count("Was er toch") == 3
    assert all(name in noted for name in AWAY)
    door(lead, finished, "Kees", "was_here")
    assert "Kees" in companions(finished, "Joris")
    assert companions(finished, "Kees") == {"Joris"}
    assert 'id="group-noted"' in lead.get(address).content.decode()
    propose(lead, finished)
    assert names_of(FollowUp.objects) == {"Fatima", "Kees"}
    door(lead, finished, "Kees", "was_not_here")
    propose(lead, finished)
    assert names_of(FollowUp.objects) == {"Fatima"}


def test_who_had_not_said_yes_and_came_all_the_same_is_found_after_the_end_too(finished, lead):
    Guest.objects.filter(pk=finished.guests["Sanne"].pk).update(reply="invited", arrived_at=None)
    page = lead.get(reverse("gatherings:day", args=[finished.gathering.pk]) + "?toch=1").content.decode()
    assert "Sanne" in page.split('id="group-open"', 1)[1]


def test_only_who_leads_says_afterwards_who_was_there_and_not_before_the_end(day, cast, log_in, at):
    guest = day.guests["Kees"]
    for actor in (day.host(), cast.other.actor(), cast.far.actor()):
        with pytest.raises(NotVisible):
            commands.confirm_was_here(actor=actor, at=at, guest_id=guest.pk)
    with pytest.raises(NotVisible):
        commands.confirm_was_here(actor=cast.own.actor(), at=at, guest_id=uuid4())
    with pytest.raises(NotFinishedYet):
        commands.confirm_was_here(actor=cast.own.actor(), at=at, guest_id=guest.pk)
    Gathering.objects.update(status="finished")
    host = log_in(day.host_account())
    assert "Was er toch" not in host.get(reverse("gatherings:day", args=[day.gathering.pk])).content.decode()
    assert door(host, day, "Kees", "was_here").status_code == 409
    guest.refresh_from_db()
    assert guest.arrived_at is None


def test_who_is_let_in_when_all_rounds_are_over_sat_at_the_own_table(day, at):
    commands.end_round(actor=SYSTEM, at=at, gathering_id=day.gathering.pk, number=1)
    assert "Kees" not in companions(day, "Joris")
    commands.check_in(actor=SYSTEM, at=at + timedelta(hours=1), guest_id=day.guests["Kees"].pk)
    assert "Kees" in companions(day, "Joris")


def test_where_rounds_rotate_only_who_was_in_during_a_round_sat_at_its_table(cast, at):
    day = running_day(cast.own, at=at, rounds=2, begun=2)
    Round.objects.filter(number=1).update(
        started_at=at - timedelta(minutes=40), ended_at=at - timedelta(minutes=20)
    )
    day.plan.seats.filter(guest=day.guests["Joris"], round=2).update(table=day.tables[1])
    assert {"Kees", "Rosa", "Bilal", "Aisha"} <= companions(day, "Joris")
    late, early = day.guests["Kees"].pk, day.guests["Aisha"].pk
    Guest.objects.filter(pk=late).update(arrived_at=at - timedelta(minutes=10))
    Guest.objects.filter(pk=early).update(left_at=at - timedelta(minutes=25))
    assert {"Kees", "Aisha"} & companions(day, "Joris") == set()
    note(day, at, tap(day, "Kees", "Joris"))
    assert "Kees" in companions(day, "Joris"), "who was tapped together did meet"


def test_the_table_screen_marks_who_is_not_in_and_puts_them_last(day, log_in):
    client = log_in(day.host_account())
    address = reverse("gatherings:table_screen", args=[day.gathering.pk, 1])
    page = client.get(address).content.decode()
    rows = re.findall(
        r'<div class="kliks__row( kliks__row--away)?".*?<strong>(\w+)</strong>(.*?)</button>', page, re.S
    )
    assert [name for _away, name, _rest in rows][-2:] == ["Kees", "Rosa"]
    assert {name for away, name, rest in rows if away and "nog niet hier" in rest} == {"Kees", "Rosa"}
    head = page.split("kliks__head", 1)[1].split("kliks__row", 1)[0]
    assert head.index("Joris") < head.index("Ineke") < head.index("nog niet hier")
    door(client, day, "Kees", "here")
    door(client, day, "Rosa", "here")
    door(client, day, "Ineke", "here")
    assert "nog niet hier" not in client.get(address).content.decode()


def test_the_results_count_only_between_people_who_came(finished, lead):
    totals = talk_totals(finished.gathering.pk)
    assert (totals.mutual, totals.seen_by_host) == (0, 1)
    assert (totals.candidates_only, totals.entrepreneurs_only, totals.agreements) == (0, 0, 0)
    page = lead.get(reverse("matches:results_download", args=[finished.gathering.pk]))
    told = b"".join(page.streaming_content).decode("utf-8-sig")
    assert "kandidaten kwamen;7" in told
    assert "kliks van beide kanten;0" in told and "kliks die een tafelhost zag;1" in told
    assert "afspraken aan tafel;0" in told
    door(lead, finished, "Rosa", "was_here")
    assert talk_totals(finished.gathering.pk).agreements == 1


def test_a_click_with_somebody_who_did_not_come_goes_with_those_of_one_side_and_was_never_counted(day, at):
    before = talk_totals(day.gathering.pk)
    assert Click.objects.count() == 6
    assert forget_one_sided_clicks(actor=SYSTEM, at=at + timedelta(days=29)) == 0
    assert forget_one_sided_clicks(actor=SYSTEM, at=at + timedelta(days=31)) == 4
    assert talk_totals(day.gathering.pk) == before
    assert not Click.objects.filter(chosen__arrived_at=None).exists()
    assert len(wishes_of(day.gathering.pk).mutual) == 1


def test_an_answer_does_not_undo_a_tap_about_somebody_it_did_not_ask_about(finished, lead, at):
    answer_talk_on(
        actor=finished.link("Joris"), at=at, gathering_id=finished.gathering.pk, chosen_guest_ids=[],
        **finished.holder("Joris"),
    )  # fmt: skip
    left = Click.objects.filter(chooser=finished.guests["Joris"])
    assert [(click.chosen_id, click.source) for click in left] == [(finished.guests["Kees"].pk, "host")]


def test_a_talent_reaches_the_picture_only_of_who_came(day, lead, at):
    term = Term.objects.filter(kind="competency").earliest("pk")
    note(day, at, tap(day, "Kees", term.pk, "talent"), tap(day, "Fatima", term.pk, "talent"))
    commands.finish_day(actor=SYSTEM, at=at, gathering_id=day.gathering.pk)

    def has_it(name):
        key = day.guests[name].candidate_id
        return term.pk in candidates.term_ids_of([key]).get(key, set())

    assert has_it("Fatima")
    assert not has_it("Kees")
    assert talk_totals(day.gathering.pk).talents == 1
    door(lead, day, "Kees", "was_here")
    assert has_it("Kees")


def test_a_table_at_which_people_sat_counts_also_when_it_closed_later(cast, at):
    made = running_day(cast.own, at=at)
    assert figures_of(made.gathering.pk).tables == 2
    made.gathering.tables.filter(number=2).update(is_closed=True)
    assert figures_of(made.gathering.pk).tables == 2
