"""What is laid down goes out: over real SMTP, later when the server is down, once, with one Message-ID."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import transaction
from icalendar import Calendar
from procrastinate.contrib.django.models import ProcrastinateJob
from tests.storm.side_by_side import Beside

from werktop.audit.actors import SYSTEM
from werktop.audit.refusals import NotVisible
from werktop.post import calendar, commands, queries
from werktop.post.commands import NoAddress, NotToRetry, back_off, deliver_message, withdraw_messages
from werktop.post.models import Link, Message

pytestmark = pytest.mark.django_db


def deliver(key, at):
    return deliver_message(actor=SYSTEM, at=at, message_id=key)


def jobs():
    return ProcrastinateJob.objects.filter(task_name="post.deliver", status="todo")


def test_a_message_and_its_job_are_laid_down_together(lay_down):
    key = lay_down()
    assert Message.objects.get().status == "waiting"
    assert jobs().get().args == {"message_id": str(key)}


def test_when_the_caller_fails_neither_message_nor_job_is_left(lay_down):
    with pytest.raises(RuntimeError), transaction.atomic():
        lay_down()
        raise RuntimeError
    assert not Message.objects.exists()
    assert not jobs().exists()


def test_the_mail_that_arrives_is_the_one_that_was_laid_down(lay_down, mail_server, at, cast):
    file = calendar.event(
        uid="g1@werktop", sequence=0, made_at=at, title="Gesprek", starts_at=at, ends_at=at + timedelta(hours=2),
        time_zone="Europe/Amsterdam", place="Tiel", description="", organiser_name="Waalsteen",
        organiser_email="post@waalsteen.example",
    )  # fmt: skip
    key = lay_down(calendar=file)
    assert deliver(key, at) == "sent"
    (mail,) = mail_server.received
    row = Message.objects.get()
    assert mail["Message-ID"] == row.message_id
    assert mail["Auto-Submitted"] == "auto-generated"
    assert mail["Subject"] == "Een uitnodiging van Gemeente Waalsteen"
    assert mail["From"].addresses[0].display_name == "Gemeente Waalsteen"
    assert mail["Reply-To"] == cast.own.organisation.email
    assert mail["To"].addresses[0].addr_spec == "fatima@post.example"
    text, attached = mail.iter_parts()
    assert text.get_content().startswith("Beste Fatima,")
    assert (attached.get_content_type(), attached.get_param("method")) == ("text/calendar", "REQUEST")
    (made,) = Calendar.from_ical(attached.get_content()).events
    assert made["attendee"] == "mailto:fatima@post.example"
    assert (row.status, row.sent_at, row.tries) == ("sent", at, 1)


def test_a_message_is_delivered_once_however_often_its_job_runs(lay_down, mail_server, at):
    key = lay_down()
    assert [deliver(key, at), deliver(key, at)] == ["sent", "sent"]
    assert len(mail_server.received) == 1


def test_when_the_mail_server_is_down_the_message_waits_and_goes_out_later(lay_down, mail_server, at):
    mail_server.stop()
    key = lay_down()
    assert deliver(key, at) == "waiting"
    row = Message.objects.get()
    assert (row.tries, row.not_before_at) == (1, at + timedelta(minutes=1))
    assert "refused" in row.last_fault
    assert jobs().count() == 2  # its first and the next try
    mail_server.start()
    assert deliver(key, at) == "waiting", "not before its moment"
    assert deliver(key, at + timedelta(minutes=1)) == "sent"
    assert mail_server.received[0]["Message-ID"] == row.message_id


def test_tries_are_further_and_further_apart_and_end_after_days(lay_down, mail_server, at):
    assert [back_off(n) for n in (1, 2, 3, 7, 50)] == [timedelta(minutes=m) for m in (1, 2, 4, 60, 60)]
    mail_server.stop()
    key = lay_down()
    Message.objects.update(tries=commands.MOST_TRIES - 1)
    assert deliver(key, at) == "failed"


def test_an_address_that_does_not_exist_fails_at_once_and_staff_see_why(lay_down, mail_server, at, cast):
    mail_server.refusals["fatima@post.example"] = "550 5.1.1 <fatima@post.example> No such user"
    key = lay_down()
    assert deliver(key, at) == "failed"
    (seen,) = queries.outbox(cast.own.actor())
    assert seen.last_fault == "550 5.1.1 <…> No such user"
    assert not queries.outbox(cast.other.actor()).exists()


def test_a_full_mailbox_is_tried_again(lay_down, mail_server, at):
    mail_server.refusals["fatima@post.example"] = "452 4.2.2 Mailbox full"
    assert deliver(lay_down(), at) == "waiting"


def test_an_address_that_no_mail_can_have_fails(lay_down, mail_server, at):
    assert deliver(lay_down(to_address="fatima@post.example\nBcc: all@post.example"), at) == "failed"
    assert not mail_server.received


def test_a_crash_between_sending_and_marking_sends_the_same_message_again_with_the_same_id(
    lay_down, mail_server, at, monkeypatch
):
    class Killed(BaseException):
        pass

    def die(*_args, **_kwargs):
        raise Killed

    key = lay_down()
    with monkeypatch.context() as patch, pytest.raises(Killed):
        patch.setattr(Message, "save", die)
        deliver(key, at)
    assert Message.objects.get().status == "waiting"
    assert deliver(key, at) == "sent"
    first, second = mail_server.received
    assert first["Message-ID"] == second["Message-ID"]


def test_a_withdrawn_message_does_not_go_out(lay_down, mail_server, at):
    about = uuid4()
    key, other = lay_down(about_id=about), lay_down()
    withdrawn = withdraw_messages(actor=SYSTEM, at=at, about_kind="gathering", about_id=about)
    assert withdrawn == 1
    assert deliver(key, at) == "withdrawn"
    assert deliver(other, at) == "sent"
    assert withdraw_messages(actor=SYSTEM, at=at, about_kind="gathering", about_id=about) == 0


def test_a_failed_message_is_withdrawn_too_and_cannot_be_tried_again(cast, lay_down, at):
    about = uuid4()
    key = lay_down(about_id=about)
    Message.objects.update(status="failed", tries=3, last_fault="451 later")
    assert withdraw_messages(actor=SYSTEM, at=at, about_kind="gathering", about_id=about) == 1
    with pytest.raises(NotToRetry):
        commands.retry_message(actor=cast.own.actor(), at=at, message_id=key)
    assert deliver(key, at) == "withdrawn"


def test_one_purpose_or_one_person_can_be_withdrawn(lay_down, at):
    about, person = uuid4(), uuid4()
    lay_down(about_id=about, purpose="reminder", to_id=person)
    lay_down(about_id=about, purpose="reminder")
    lay_down(about_id=about)
    what = {"actor": SYSTEM, "at": at, "about_kind": "gathering", "about_id": about}
    assert withdraw_messages(**what, purposes=["reminder"], to_id=person) == 1
    assert withdraw_messages(**what, purposes=["reminder"]) == 1
    assert Message.objects.filter(status="waiting").count() == 1


def test_a_message_for_later_waits_for_its_moment(lay_down, mail_server, at):
    key = lay_down(not_before_at=at + timedelta(days=1))
    assert jobs().get().scheduled_at is not None
    assert deliver(key, at) == "waiting"
    assert Message.objects.get().tries == 0
    assert deliver(key, at + timedelta(days=1)) == "sent"


def test_without_an_address_nothing_is_laid_down(lay_down):
    with pytest.raises(NoAddress):
        lay_down(to_address=" ")
    with pytest.raises(ValueError, match="call"):
        lay_down(channel="call")
    assert not Message.objects.exists()


def test_an_sms_goes_to_the_stand_in_and_outside_the_demo_it_waits_for_a_gateway(lay_down, at, settings):
    assert deliver(lay_down(channel="sms", to_address="+31600000000"), at) == "sent"
    settings.HAS_MAILBOX_PAGE = False
    assert deliver(lay_down(channel="sms", to_address="+31600000000"), at) == "waiting"


def test_a_failed_message_is_tried_again_by_its_own_organisation_only(lay_down, mail_server, at, cast):
    mail_server.refusals["fatima@post.example"] = "550 5.1.1 No such user"
    key = lay_down()
    deliver(key, at)
    with pytest.raises(NotVisible):
        commands.retry_message(actor=cast.other.actor(), at=at, message_id=key)
    mail_server.refusals.clear()
    commands.retry_message(actor=cast.own.actor(), at=at, message_id=key)
    assert deliver(key, at) == "sent"
    with pytest.raises(NotToRetry):
        commands.retry_message(actor=cast.own.actor(), at=at, message_id=key)


def test_the_demo_counts_a_mail_as_sent_without_a_server(lay_down, at, settings):
    settings.EMAIL_BACKEND = "werktop.post.gateways.Mailbox"
    assert deliver(lay_down(), at) == "sent"


def test_old_messages_are_forgotten_a_year_after_sending(lay_down, at):
    old, young, waiting = lay_down(), lay_down(), lay_down()
    Message.objects.filter(pk=old).update(status="sent", sent_at=at - timedelta(days=366))
    Message.objects.filter(pk=young).update(status="sent", sent_at=at - timedelta(days=364))
    assert commands.forget_old_messages(actor=SYSTEM, at=at) == 1
    assert set(Message.objects.values_list("pk", flat=True)) == {young, waiting}
    assert commands.forget_old_messages(actor=SYSTEM, at=at) == 0


def test_links_that_ended_long_ago_go_a_batch_at_a_time(cast, at):
    for days in (366, 367, 368, 364):
        Link.objects.create(
            organisation=cast.own.organisation, purpose="x", holder_kind="candidate", holder_id=uuid4(),
            about_kind="x", about_id=uuid4(), made_at=at - timedelta(days=400),
            expires_at=at - timedelta(days=days),
        )  # fmt: skip
    left = []
    while commands.forget_old_messages(actor=SYSTEM, at=at, most=2) >= 2:
        left.append(Link.objects.count())
    assert left == [2]
    assert Link.objects.get().expires_at == at - timedelta(days=364)


def test_what_is_due_is_picked_up_by_the_sweep_once(lay_down, at):
    key = lay_down()
    lay_down(not_before_at=at + timedelta(days=1))
    later = at + timedelta(minutes=5)
    assert queries.due_messages(at=later, laid_down_before=later) == [key]
    assert commands.nudge(key)
    assert not commands.nudge(key)


@pytest.mark.django_db(transaction=True)
def test_a_message_that_somebody_holds_is_looked_at_again_soon(lay_down, at):
    key = lay_down()
    with transaction.atomic():
        Message.objects.select_for_update().get(pk=key)
        other = Beside(lambda: deliver(key, at))
        other.start()
        assert other.end() == ""
    assert Message.objects.get().status == "waiting"
    later = jobs().exclude(scheduled_at=None).get()
    assert later.args == {"message_id": str(key)}
