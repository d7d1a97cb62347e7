"""Who was not in touch for two years is erased: announced a month before, and kept when a colleague says so."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests import making

from werktop.audit.actors import SYSTEM
from werktop.audit.models import Entry, PersonalView
from werktop.audit.refusals import NotAllowed, NotVisible
from werktop.audit.retention import TERMS, clear
from werktop.candidates import commands, jobs
from werktop.candidates.models import Candidate
from werktop.config.commandline.postgres import WEB
from werktop.gatherings.models import Guest

pytestmark = pytest.mark.django_db
BEGAN = datetime(2020, 3, 3, 10, 0, tzinfo=UTC)
END = TERMS["contact"].end(BEGAN)
DAY = timedelta(days=1)


@pytest.fixture
def candidate(cast, clock):
    clock.set(END - 30 * DAY)
    return making.candidate(cast.own, "Wim", created_at=BEGAN)


def erase_date() -> date | None:
    return Candidate.objects.get().erase_date


def test_it_is_announced_a_month_before_on_the_page_of_who_may_edit(candidate, cast, clock, log_in):
    clock.set(END - 31 * DAY)
    jobs.forget(0)
    assert erase_date() is None
    clock.set(END - 30 * DAY)
    jobs.forget(0)
    page = log_in(cast.own.account()).get(f"/kandidaten/{candidate.pk}/").content.decode()
    assert "Wim wordt op" in page and "3 maart 2022 gewist" in page and "Bewaar nog een jaar" in page


def test_one_button_keeps_the_file_for_another_year_and_then_it_is_announced_again(
    candidate, cast, clock, log_in
):
    jobs.forget(0)
    answer = log_in(cast.own.account()).post(f"/kandidaten/{candidate.pk}/bewaren/", {"request_key": uuid4()})
    assert answer.status_code == 302 and erase_date() is None
    clock.set(END + DAY)
    assert jobs.forget(0) == 0
    clock.set(TERMS["presence"].end(END))  # a year later
    assert jobs.forget(0) == 0 and erase_date() is not None
    clock.set(clock.moment + 31 * DAY)
    assert jobs.forget(0) == 1 and not Candidate.objects.exists()


def test_only_the_own_organisation_and_who_edits_candidates_keeps_one(candidate, cast, at):
    with pytest.raises(NotVisible):
        commands.keep_candidate(actor=cast.other.actor(), at=at, candidate_id=candidate.pk)
    with pytest.raises(NotAllowed):
        commands.keep_candidate(actor=cast.own.actor("table_host"), at=at, candidate_id=candidate.pk)


def test_an_answer_after_the_announcement_takes_it_back(candidate, cast, clock):
    jobs.forget(0)
    guest = making.guest(making.gathering(cast.own, starts_at=END + 9 * DAY), candidate, reply="invited")
    Guest.objects.filter(pk=guest.pk).update(replied_at=END - 5 * DAY)
    clock.set(END + DAY)
    assert jobs.forget(0) == 0
    assert erase_date() is None


def test_what_a_colleague_registers_is_no_contact_and_keeps_no_file(candidate, cast, clock):
    jobs.forget(0)
    asked = {"actor": cast.own.actor(), "at": END - DAY, "candidate_id": candidate.pk}
    commands.change_candidate(phone="0612345678", **asked)
    key = commands.note_part(part="goal", words="Bellen", **asked)
    commands.finish_part(part="goal", row_id=key, **asked)
    commands.remove_part(part="goal", row_id=key, **asked)
    commands.put_back_part(part="goal", row_id=key, **asked)
    guest = making.guest(making.gathering(cast.own, starts_at=END + 9 * DAY), candidate, reply="invited")
    Guest.objects.filter(pk=guest.pk).update(invited_at=END - DAY)
    candidate.refresh_from_db()
    assert candidate.contact_at is None and erase_date() is not None
    clock.set(END + DAY)
    assert jobs.forget(0) == 1


def test_who_comes_back_is_kept_for_a_year_from_that_day(candidate, cast, clock):
    jobs.forget(0)
    commands.note_returned(actor=cast.own.actor(), at=END - DAY, candidate_id=candidate.pk)
    clock.set(END + 300 * DAY)
    assert jobs.forget(0) == 0 and erase_date() is None


def test_after_a_long_silence_of_the_job_there_is_still_a_month(candidate, clock):
    clock.set(END + 400 * DAY)
    assert jobs.forget(0) == 0
    assert erase_date() == (END + 430 * DAY).date()
    clock.set(END + 429 * DAY)
    assert jobs.forget(0) == 0
    clock.set(END + 430 * DAY)
    assert jobs.forget(0) == 1


def test_more_than_a_batch_goes_and_a_stopped_job_is_finished_by_the_next(cast, clock, monkeypatch):
    for _each in range(5):
        making.candidate(cast.own, created_at=BEGAN)
    Candidate.objects.update(erase_date=END.date())
    assert commands.erase_out_of_touch(actor=SYSTEM, at=END + DAY, most=2) == 2, (
        "a batch, and then it is killed"
    )
    monkeypatch.setattr("werktop.audit.retention.BATCH", 2)
    clock.set(END + DAY)
    assert [jobs.forget(0), jobs.forget(0)] == [3, 0]
    assert Entry.objects.filter(verb="candidates.erase_candidate").count() == 5


def test_a_hundred_announced_ask_the_database_as_much_as_one(cast, at):
    made, counts = making.gathering(cast.own, starts_at=END), []
    for many in (1, 100):
        for _each in range(many):
            person = making.candidate(cast.own, created_at=BEGAN, erase_date=END.date())
            making.guest(made, person, reply="invited", replied_at=END - 5 * DAY)
        with CaptureQueriesContext(connection) as queries:
            assert commands.take_back_erasures(actor=SYSTEM, at=END) is None
        counts.append(len(queries))
        assert not Candidate.objects.exclude(erase_date=None).exists()
    assert counts[0] == counts[1]


def test_announcements_are_taken_back_over_more_than_a_batch(cast, clock, monkeypatch):
    for number in range(5):
        person = making.candidate(cast.own, created_at=BEGAN, erase_date=END.date())
        if number % 2:
            making.guest(making.gathering(cast.own, starts_at=END), person, replied_at=END - 5 * DAY)
    after, looks = None, 0
    while after := commands.take_back_erasures(actor=SYSTEM, at=END, after=after, most=2):
        looks += 1
    assert looks == 2
    assert Candidate.objects.filter(erase_date=None).count() == 2


def test_the_role_that_serves_does_it_and_can_take_no_younger_line(cast, candidate):
    Entry.objects.create(at=BEGAN - 2000 * DAY, verb="x", about_kind="x", actor_kind="system")
    Entry.objects.create(at=END, verb="y", about_kind="x", actor_kind="system")
    Candidate.objects.update(erase_date=END.date())
    with connection.cursor() as cursor:
        cursor.execute(f"SET LOCAL ROLE {WEB}")
        assert clear("candidates", at=END + DAY) == 1
        assert clear("audit", at=END + DAY) == 1
        far = datetime(2100, 1, 1, tzinfo=UTC)
        PersonalView.objects.create(at=datetime.now(UTC), page="x", about_kind="x", actor_kind="staff")
        cursor.execute("SELECT audit_forget_lines('audit_personalview', %s, 99)", [far])
        assert cursor.fetchone()[0] == 0, "the database keeps to its own clock"
    assert Entry.objects.filter(verb="y").exists()
