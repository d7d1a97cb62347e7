"""The pages after a gathering: all but one-sided wishes start as agreed, one button sends, results are totals."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests import making
from tests.matches.making_talks import click, evening

from werktop.accounts.roles import Role
from werktop.audit.models import PersonalView
from werktop.gatherings.models import Gathering, Host
from werktop.matches import commands
from werktop.matches.models import FollowUp, FreeBlock, NextStep
from werktop.post.models import Message
from werktop.regions.queries import place_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


@pytest.fixture
def told(cast, at):
    made = evening(cast)
    click(made, made.guests[0], made.firms[0])
    click(made, made.guests[1], made.firms[0])
    start = at + timedelta(days=7)
    commands.give_free_blocks(
        actor=cast.own.actor(), at=at, gathering_id=made.gathering.pk, entrepreneur_id=made.partners[0].pk,
        blocks=[(start + timedelta(hours=n), start + timedelta(hours=n + 1)) for n in range(3)],
    )  # fmt: skip
    commands.propose_follow_ups(actor=cast.own.actor(), at=at, gathering_id=made.gathering.pk)
    return made


def after(told) -> str:
    return f"/gesprekken/{told.gathering.pk}/na/"


def everything(told) -> dict[str, object]:
    """What the page posts when nothing was changed."""
    talks = [f"talk:{pk}" for pk in FollowUp.objects.values_list("pk", flat=True)]
    steps = [f"step:{pk}" for pk in NextStep.objects.values_list("pk", flat=True)]
    return {"agree": talks + steps, "request_key": str(uuid4())}


def test_the_page_shows_why_and_when_and_starts_with_akkoord(cast, log_in, told):
    page = log_in(cast.own.account()).get(after(told)).content.decode()
    assert "Fatima en Joris willen allebei verder praten." in page
    assert "dinsdag 1 december, 10.00" in page
    assert page.count('name="agree"') == len(re.findall(r'name="agree" value="[^"]+" checked', page)) == 4
    assert PersonalView.objects.filter(page="matches:after").exists()


def test_a_wish_of_an_employer_alone_is_not_sent_before_a_colleague_says_so(cast, log_in, told, at):
    click(told, told.firms[1], told.guests[2], is_mutual=False)
    commands.propose_follow_ups(actor=cast.own.actor(), at=at, gathering_id=told.gathering.pk)
    chance = FollowUp.objects.get(ground="call")
    page = log_in(cast.own.account()).get(after(told)).content.decode()
    assert re.search(rf'value="talk:{chance.pk}"(?! checked)', page)
    assert f'value="talk:{chance.pk}" checked' not in page


def test_one_button_sends_and_a_second_tap_sends_nothing_more(cast, log_in, told):
    client, form = log_in(cast.own.account()), everything(told)
    for _ in range(2):
        assert client.post(after(told), form).status_code == 302
    assert Message.objects.filter(purpose="follow_up").count() == 4
    assert Message.objects.filter(purpose="next_step").count() == 2
    page = client.get(after(told)).content.decode()
    assert "Afgesproken" in page and "dinsdag 1 december, 10.00" in page


def test_a_fold_counts_what_it_holds_and_not_what_stands_above_it(cast, log_in, told, at):
    made = told.gathering
    common = {"gathering": made, "region": made.region, "organisation": made.organisation, "made_at": at}
    FollowUp.objects.all().delete()
    NextStep.objects.all().delete()
    for n in range(10):
        person = making.candidate(cast.own, f"K{n}")
        click(told, making.guest(made, person, arrived_at=made.starts_at), told.firms[0])
        FollowUp.objects.create(
            candidate=person, entrepreneur=told.partners[0], ground="mutual", status="sent", sent_at=at,
            starts_at=at + timedelta(days=n + 1), ends_at=at + timedelta(days=n + 1, hours=1), **common,
        )  # fmt: skip
    page = log_in(cast.own.account()).get(after(told)).content.decode()
    fold = page.split('id="more-talks"')[1].split("</details>")[0]
    assert "Toon de andere 2" in fold and fold.count("<li") == 2 and "Alle 10" not in page


def test_another_block_is_one_choice_in_the_same_form(cast, log_in, told):
    row = FollowUp.objects.order_by("starts_at").first()
    free = FreeBlock.objects.get(taken_by=None)
    form = everything(told) | {f"choice-talk:{row.pk}": str(free.pk)}
    log_in(cast.own.account()).post(after(told), form)
    row.refresh_from_db()
    assert row.starts_at == free.starts_at


def test_nothing_on_akkoord_says_what_to_do(cast, log_in, told):
    answer = log_in(cast.own.account()).post(after(told), {"request_key": str(uuid4())})
    assert answer.status_code == 409
    assert "op akkoord" in answer.content.decode()


def test_another_organisation_sees_its_own_candidates_only(cast, log_in, told, at):
    theirs = making.candidate(cast.other, "Oksana")
    making.guest(told.gathering, theirs, arrived_at=at)
    commands.propose_follow_ups(actor=cast.own.actor(), at=at, gathering_id=told.gathering.pk)
    page = log_in(cast.other.account()).get(after(told)).content.decode()
    assert "Oksana" in page
    assert "Fatima" not in page
    assert "Fatima" in log_in(cast.own.account()).get(after(told)).content.decode()


def test_an_outcome_needs_a_choice_and_keeps_the_sentence(cast, log_in, clock, told):
    client = log_in(cast.own.account())
    client.post(after(told), everything(told))
    row = FollowUp.objects.exclude(starts_at=None).first()
    clock.set(row.ends_at)
    address = f"/gesprekken/vervolg/{row.pk}/"
    wrong = client.post(address, {"outcome_words": "Een fijn gesprek", "request_key": str(uuid4())})
    assert "Een fijn gesprek" in wrong.content.decode()
    assert (
        client.post(
            address, {"outcome": "work", "outcome_words": "Begint maandag", "request_key": str(uuid4())}
        ).status_code
        == 302
    )
    row.refresh_from_db()
    assert (row.outcome, row.status) == ("work", "held")


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({}, "Het gesprek moet nog komen."),
        ({"status": "cancelled", "cancelled_at": making.MOMENT}, "Dit gesprek gaat niet door."),
    ],
)
def test_before_the_gathering_the_result_says_that_it_is_to_come(cast, log_in, clock, at, fields, words):
    made = making.gathering(cast.own, starts_at=at + timedelta(days=2), **fields)
    page = log_in(cast.own.account()).get(f"/gesprekken/{made.pk}/resultaat/").content.decode()
    assert words in page
    assert "spraken met" not in page


@pytest.mark.parametrize("role", [Role.RELATIONSHIP_MANAGER, Role.COORDINATOR])
def test_results_are_totals_without_names(cast, log_in, told, role):
    address = f"/gesprekken/{told.gathering.pk}/resultaat/"
    page = log_in(cast.own.account(role)).get(address).content.decode()
    assert "4 kandidaten spraken met 2 ondernemers" in page
    assert "Fatima" not in page
    file = b"".join(log_in(cast.own.account(role)).get(f"{address}download/").streaming_content).decode(
        "utf-8-sig"
    )
    assert "kliks van beide kanten;2;" in file
    assert "Fatima" not in file


def test_the_number_of_queries_does_not_grow(cast, log_in, at):
    client, counts = log_in(cast.own.account()), []
    place_of("4001")  # postcodes are read once per process
    # with both there are talks, and candidates with another next step
    for size in (4, 6):
        made = evening(cast, candidates=size)
        for guest in made.guests:
            click(made, guest, made.firms[0])
        commands.propose_follow_ups(actor=cast.own.actor(), at=at, gathering_id=made.gathering.pk)
        with CaptureQueriesContext(connection) as queries:
            client.get(after(made))
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 37


def test_a_host_notes_the_hours_that_an_entrepreneur_tells(cast, log_in, told):
    host, today = cast.own.account(Role.TABLE_HOST), making.MOMENT - timedelta(hours=2)
    Gathering.objects.update(starts_at=today, ends_at=making.MOMENT)
    address = f"/gesprekken/{told.gathering.pk}/uren/{told.partners[1].pk}/"
    assert log_in(host).get(address).status_code == 404
    Host.objects.create(gathering=told.gathering, account=host)
    page = log_in(host).get(address).content.decode()
    values = re.findall(r'name="block" value="([^"]+)"', page)
    sent = {"block": values[:2], "most_talks": "1", "request_key": str(uuid4())}
    assert log_in(host).post(address, sent).status_code == 302
    assert FreeBlock.objects.filter(entrepreneur=told.partners[1]).count() == 2
    told.firms[1].refresh_from_db()
    assert told.firms[1].most_talks == 1


def test_hours_of_somebody_who_is_no_guest_cannot_be_noted(cast, log_in, told):
    stranger = making.entrepreneur(making.employer(cast.own))
    address = f"/gesprekken/{told.gathering.pk}/uren/{stranger.pk}/"
    answer = log_in(cast.own.account()).post(address, {"block": [], "request_key": str(uuid4())})
    assert answer.status_code == 404


def test_a_colleague_adds_a_talk_that_nobody_tapped_and_a_dropped_one_comes_back(cast, log_in, told):
    client = log_in(cast.own.account())
    address = f"/gesprekken/{told.gathering.pk}/na/erbij/"
    asked = {
        "candidate": str(told.people[3].pk),
        "entrepreneur": str(told.partners[1].pk),
        "words": "Zelfde dorp.",
    }
    assert client.post(address, asked | {"request_key": str(uuid4())}).status_code == 302
    row = FollowUp.objects.get(ground="by_hand")
    assert (row.status, row.words) == ("proposed", "Zelfde dorp.")
    again = client.post(address, asked | {"request_key": str(uuid4())})
    assert "hebben al een gesprek" in again.content.decode()
    FollowUp.objects.filter(pk=row.pk).update(status="dropped")
    client.post(address, asked | {"request_key": str(uuid4())})
    row.refresh_from_db()
    assert row.status == "proposed"
