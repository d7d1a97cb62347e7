"""Who hosts a table hears so, and that it moves or does not go on, of whichever organisation; and whose house it is."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils.formats import date_format
from tests import making
from tests.gatherings.page_asking import at_page, post, text_of

from werktop.audit.actors import SYSTEM
from werktop.gatherings.commands.cancelling import cancel_gathering
from werktop.gatherings.commands.changing import change_gathering
from werktop.gatherings.commands.tables import TablePlan, arrange_tables
from werktop.gatherings.models import Gathering, Host
from werktop.gatherings.outdated import is_outdated
from werktop.gatherings.queries.others_to_tell import others_to_tell
from werktop.post.commands import deliver_message
from werktop.post.models import Message

pytestmark = pytest.mark.django_db


@pytest.fixture
def made(cast):
    made = making.gathering(cast.own, tables=2)
    Host.objects.all().delete()
    return made


@pytest.fixture
def helper(cast):
    """A table host of another organisation."""
    return cast.other.account("table_host")


def put_down(cast, at, made, *accounts) -> None:
    tables = list(made.tables.order_by("number"))
    keys = [each.pk for each in accounts] + [None] * len(tables)
    plans = [TablePlan(table.pk, host_id=key) for table, key in zip(tables, keys, strict=False)]
    arrange_tables(actor=cast.own.actor(), at=at, gathering_id=made.pk, tables=plans)


def told() -> list[tuple[str, str, str]]:
    found = Message.objects.order_by("created_at", "id")
    return [(m.purpose, m.to_address, m.status) for m in found]


def deliver(at) -> None:
    for key in Message.objects.filter(status="waiting").values_list("pk", flat=True):
        deliver_message(actor=SYSTEM, at=at, message_id=key)


def move(cast, at, made, **facts):
    return change_gathering(actor=cast.own.actor(), at=at, gathering_id=made.pk, **facts)


def test_who_is_put_down_as_a_host_hears_so_once_and_who_is_off_it_too(cast, at, made, helper):
    put_down(cast, at, made, helper)
    put_down(cast, at, made, helper)
    message = Message.objects.get()
    assert (message.purpose, message.to_kind, message.to_address) == ("host_asked", "account", helper.email)
    assert made.place_name in message.body
    assert "BEGIN:VEVENT" in message.calendar
    assert message.organisation_id == cast.own.organisation.pk
    deliver(at)
    put_down(cast, at, made)
    assert [(p, s) for p, _a, s in told()] == [("host_asked", "sent"), ("host_off", "waiting")]
    assert "METHOD:CANCEL" in Message.objects.get(purpose="host_off").calendar


def test_each_reads_the_own_task_and_hears_when_it_becomes_another(cast, at, made, helper):
    own = cast.own.account("table_host")
    tables = [TablePlan(made.tables.order_by("number")[0].pk, host_id=own.pk)]
    asked = {"actor": cast.own.actor(), "at": at, "gathering_id": made.pk}
    arrange_tables(**asked, tables=tables, spare_ids=[helper.pk])
    deliver(at)
    assert words_to(own) == [("Je bent tafelhost", True, False)]
    assert words_to(helper) == [("Je helpt bij een gesprek", False, True)]
    move(cast, at, made, place_name="De Werf")
    deliver(at)
    assert words_to(own)[1:] == [("Het gesprek is veranderd", True, False)]
    assert words_to(helper)[1:] == [("Het gesprek is veranderd", False, True)]
    # they change places
    arrange_tables(**asked, tables=[TablePlan(tables[0].table_id, host_id=helper.pk)], spare_ids=[own.pk])
    deliver(at)
    assert words_to(own)[2:] == [("Je helpt bij een gesprek", False, True)]
    assert words_to(helper)[2:] == [("Je bent tafelhost", True, False)]
    arrange_tables(**asked, tables=[TablePlan(tables[0].table_id)], spare_ids=[])
    assert words_to(own)[3:] == [("Je hoeft niet meer te helpen", False, True)]
    assert words_to(helper)[3:] == [("Je bent geen tafelhost meer", True, False)]


def words_to(account) -> list[tuple[str, bool, bool]]:
    """The subject of each message to this colleague, and whether it speaks of hosting a table, and of helping."""
    found = Message.objects.filter(to_id=account.pk).order_by("created_at", "id")
    told = [(m.subject, m.body + m.calendar) for m in found]
    return [(subject, "tafelhost" in text, "help" in text) for subject, text in told]


def test_who_is_off_it_before_the_first_message_left_hears_nothing(cast, at, made, helper):
    put_down(cast, at, made, helper)
    put_down(cast, at, made)
    assert told() == [("host_asked", helper.email, "withdrawn")]


def test_nobody_hears_of_a_table_once_the_hour_has_come_nor_of_what_they_did_themselves(
    cast, at, made, helper
):
    put_down(cast, made.starts_at, made, helper)
    put_down(cast, at, made, helper, cast.own.account())
    assert told() == []


def test_hosts_of_every_organisation_hear_that_it_moves(cast, at, made, helper):
    own = cast.own.account("table_host")
    put_down(cast, at, made, helper, own)
    deliver(at)
    later = made.starts_at + timedelta(days=1)
    done = move(cast, at, made, starts_at=later, ends_at=later + timedelta(hours=2), place_name="De Werf")
    assert done["hosts"] == 2
    changed = Message.objects.filter(purpose="host_changed")
    assert {m.to_address for m in changed} == {helper.email, own.email}
    assert all("De Werf" in m.body for m in changed)
    assert move(cast, at, made, travel_tip="Bus 5")["hosts"] == 0


def test_a_second_move_takes_the_place_of_what_waits(cast, at, made, helper):
    put_down(cast, at, made, helper)
    move(cast, at, made, place_name="De Werf")
    move(cast, at, made, place_name="De Smederij")
    assert [(p, s) for p, _a, s in told()] == [("host_asked", "withdrawn")] * 2 + [("host_asked", "waiting")]
    assert "De Smederij" in Message.objects.get(status="waiting").body


def test_hosts_hear_that_it_does_not_go_on_and_who_never_heard_of_it_does_not(cast, at, made, helper):
    put_down(cast, at, made, helper)
    deliver(at)
    fresh = cast.own.account("table_host")
    put_down(cast, at, made, helper, fresh)
    cancel_gathering(actor=cast.own.actor(), at=at, gathering_id=made.pk)
    assert [(p, a) for p, a, s in told() if s == "waiting"] == [("host_cancelled", helper.email)]


@pytest.fixture
def unheard(cast, at, made, helper):
    """A host who read of the first day, and of whom two moves after it wait: the gathering as that host knows it."""
    put_down(cast, at, made, helper)
    deliver(at)
    first = Gathering.objects.get(pk=made.pk)
    for days in (1, 2):
        later = made.starts_at + timedelta(days=7 * days)
        facts = {"starts_at": later, "ends_at": later + timedelta(hours=2), "place_name": f"De Werf {days}"}
        move(cast, at + timedelta(minutes=days), made, **facts)
    return first


def day_in(gathering) -> str:
    return date_format(gathering.starts_at, "j F")


@pytest.mark.parametrize("end", ["host_cancelled", "host_off"])
def test_what_is_off_is_the_day_that_the_host_last_heard_of(cast, at, made, unheard, end):
    now = Gathering.objects.get(pk=made.pk)
    if end == "host_off":
        put_down(cast, at + timedelta(hours=1), made)
    else:
        cancel_gathering(actor=cast.own.actor(), at=at + timedelta(hours=1), gathering_id=made.pk)
    body = Message.objects.get(purpose=end).body
    known, later = (f"{day_in(each)} bij {each.place_name}" for each in (unheard, now))
    assert f"gesprek op {date_format(unheard.starts_at, 'l')} {known}" in body
    assert f"Later werd dat {later}. Ook dan hoef je niet te komen." in body
    assert "De Werf 1" not in body


def test_a_second_change_is_told_from_what_the_host_last_heard(made, unheard):
    body = Message.objects.get(purpose="host_changed", status="waiting").body
    assert f"{day_in(unheard)}, " in body and f"bij {unheard.place_name}. Dat is veranderd" in body
    assert "De Werf 2" in body and "De Werf 1" not in body


@pytest.mark.parametrize("has_read", [False, True])
def test_a_host_is_told_nothing_of_what_is_moved_back_unless_the_move_was_read(
    cast, at, made, unheard, has_read
):
    if has_read:
        deliver(at + timedelta(hours=1))
    facts = {name: getattr(unheard, name) for name in ("starts_at", "ends_at", "place_name")}
    assert move(cast, at + timedelta(hours=2), made, **facts)["hosts"] == has_read
    assert Message.objects.filter(status="waiting").count() == has_read


def test_a_host_who_read_of_the_change_hears_of_the_new_day_alone(cast, at, made, unheard):
    deliver(at + timedelta(hours=1))
    cancel_gathering(actor=cast.own.actor(), at=at + timedelta(hours=2), gathering_id=made.pk)
    body = Message.objects.get(purpose="host_cancelled").body
    assert f"{day_in(Gathering.objects.get(pk=made.pk))} bij De Werf 2" in body
    assert unheard.place_name not in body and "Later werd dat" not in body


def test_a_colleague_who_left_hears_nothing(cast, at, made, helper):
    Host.objects.create(gathering=made, account=helper)
    helper.is_active = False
    helper.save()
    assert move(cast, at, made, place_name="De Werf")["hosts"] == 0


def test_what_waits_for_a_host_goes_out_no_more_once_it_is_over(made):
    assert is_outdated(made.pk, "host_changed", made.ends_at)
    assert not is_outdated(made.pk, "host_changed", made.starts_at)


def test_the_page_that_calls_it_off_counts_the_hosts_and_names_the_firm_to_call(
    cast, at, made, helper, log_in
):
    put_down(cast, at, made, helper)
    deliver(at)
    making.entrepreneur(made.host_employer, "Dirk", phone="+31612345678")
    client = log_in(cast.own.account())
    page = text_of(client.get(at_page("cancel_gathering", made)))
    assert "1 tafelhost krijgt meteen een e-mail" in page
    assert f"Bel ook {made.host_employer.name}" in page
    assert "06 12345678" in page
    post(client, at_page("cancel_gathering", made))
    after = text_of(client.get(at_page("gathering", made)))
    assert f"Bel ook {made.host_employer.name}" in after
    assert "1 tafelhost krijgt meteen een e-mail" in after


def test_a_firm_whose_people_hear_as_guests_is_not_called(cast, at, made):
    person = making.entrepreneur(made.host_employer, "Dirk", phone="+31612345678")
    guest = making.guest(made, person, reply="yes")
    assert others_to_tell(cast.own.actor(), made, at).firm is None
    guest.reply = "no"
    guest.save()
    found = others_to_tell(cast.own.actor(), made, at)
    assert (found.firm, [each.name for each in found.people]) == (made.host_employer, [person.name])
    assert others_to_tell(cast.other.actor(), made, at).firm is None


def test_just_before_the_start_hosts_are_called_too(cast, made, helper):
    Host.objects.create(gathering=made, account=helper)
    found = others_to_tell(cast.own.actor(), made, made.starts_at - timedelta(hours=1))
    assert [each.pk for each in found.hosts_to_call] == [helper.pk]
    assert others_to_tell(cast.own.actor(), made, made.starts_at - timedelta(days=2)).hosts_to_call == []


def test_moving_it_names_the_firm_to_call(cast, made, log_in):
    making.entrepreneur(made.host_employer, "Dirk", phone="+31612345678")
    client, address = log_in(cast.own.account()), at_page("change_gathering", made)
    form = client.get(address).context["form"]
    typed = {name: form[name].value() for name in form.fields if form[name].value() is not None}
    answer = client.post(
        address, {**typed, "place_name": "De Werf", "request_key": making.uuid4()}, follow=True
    )
    assert f"Bel ook {made.host_employer.name}" in text_of(answer)
    assert reverse("gatherings:gathering", args=[made.pk]) in answer.redirect_chain[-1][0]
