"""What is needed to be able to work stands only where who works with this person looks: a marked value turns up nowhere else."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.urls import reverse
from tests import making
from tests.candidates.picture_making import use_domains
from tests.whole.erasing import tables_that_hold
from tests.whole.samples import samples_of
from tests.whole.test_permissions import STAFF_URLS, URLS

from werktop.accounts.roles import CAPABILITIES, Role
from werktop.candidates import queries
from werktop.candidates.models import PARTS, Adjustment, Candidate, Look, Need, Objection
from werktop.config.permissions import TABLE
from werktop.config.permissions.entries import STAFF
from werktop.contacts.models import ContactMoment, Draft, Reminder
from werktop.help_requests.models import HandOver, HelpRequest

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
MARK = "Kenmerkzin"
SAID_OF_THE_DAY = "Kenmerkdag"
"""What the free note of the file says of the day."""
ADJUSTED = "Kenmerkmanier"
"""How contact goes well: whoever may call the person reads it."""
WHERE_THE_DAY_IS_ARRANGED = {"gatherings:gathering", "gatherings:guests", "gatherings:download_guests"}
OF_THE_FILE = {"candidates:candidate", "candidates:change_candidate", "privacy:kept_of_candidate"}
FOR_WHO_WORKS_WITH_THE_PERSON = {
    "desk:today",
    "candidates:agreed",
    "candidates:candidate",
    "candidates:change_part",
    "candidates:leave_candidate",
    "candidates:then_and_now",
    "privacy:kept_of_candidate",
}
ASKED, HANDED = "Kenmerkvraag", "Kenmerkoverdracht"
"""What somebody asks help with, and what was written for who was asked to help."""
WHERE_IT_IS_ASKED = {
    "desk:today",
    "candidates:candidate",
    "candidates:leave_candidate",
    "candidates:erase_candidate",
    "help_requests:help_request",
    "help_requests:help_requests",
    "help_requests:hand_over",
    "privacy:kept_of_candidate",
}
WHERE_IT_IS_HANDED = {"help_requests:help_request", "help_requests:received", "privacy:kept_of_candidate"}
TOLD, SPOKEN, OBJECTED, DRAFTED = "Kenmerkdrijfveer", "Kenmerkcontact", "Kenmerkbezwaar", "Kenmerkbegin"
"""What moves somebody and what is expected; what was said and promised in contact; why somebody objects; a sentence that is not
saved yet."""
WHERE_ONE_OBJECTS = {"candidates:candidate", "portal:note_objection", "privacy:kept_of_candidate"}
WHERE_ONE_SPOKE = {
    "candidates:candidate",
    "candidates:leave_candidate",
    "contacts:download_moments",
    "contacts:download_reminders",
    "contacts:moment",
    "contacts:moments",
    "contacts:prepare",
    "contacts:reminder",
    "contacts:reminders",
    "desk:today",
    "employers:employer",
    "privacy:kept_of_candidate",
}
OF_THE_HOUSE = (TOLD, SPOKEN, OBJECTED)
"""Not for others than colleagues of the own organisation who work with candidates; `SPOKEN` not for all of these."""
FOR_THE_PERSON = {"privacy:kept_of_candidate"}
"""All that is kept is for the person, whichever colleague hands it over."""


def works_with(found, account) -> None:
    """Let this colleague work with the candidate."""
    person = Candidate.objects.filter(pk=found["candidate_id"])
    person.update(assigned_to=account, day_note=SAID_OF_THE_DAY)


@pytest.fixture
def samples(cast) -> dict[str, Any]:
    found = samples_of(cast.own)
    works_with(found, cast.own.account())
    need = Need.objects.create(
        candidate_id=found["candidate_id"], noted_at=making.MOMENT, kind="debts",
        due_date=(making.MOMENT - timedelta(days=1)).date(),
        **{name: f"{MARK} {name}" for name in ("words", "action", "who", "reason")},
    )  # fmt: skip
    use_domains(cast.own.organisation)
    for part, facts in (
        ("income", {"law": "ioaz"}),
        ("standing", {"kind": "sheltered", "answer": "yes"}),
        ("domain", {"domain": "money", "score": 1}),
    ):
        PARTS[part]._default_manager.create(
            candidate_id=found["candidate_id"], noted_at=making.MOMENT, reason=f"{MARK} {part}", **facts
        )
    for name in ("words", "reason"):
        Adjustment.objects.create(
            candidate_id=found["candidate_id"],
            noted_at=making.MOMENT,
            way="call",
            **{name: f"{ADJUSTED} {name}"},
        )
    HelpRequest.objects.filter(pk=found["help_request_id"]).update(words=ASKED, reason=ASKED)
    HandOver.objects.filter(pk=found["hand_over_id"]).update(
        words=HANDED, reach=HANDED, to_name=HANDED, answer=HANDED
    )
    _told_by_the_person(found, cast.own)
    return found | {"part": "need", "row_id": need.pk}


def _told_by_the_person(found, house) -> None:
    """What is no secret among colleagues, and of the house all the same."""
    whose = {"candidate_id": found["candidate_id"]}
    for part, facts in (
        ("motivation", {"words": TOLD}),
        ("perspective", {"words": TOLD}),
        ("goal", {"words": TOLD}),
        ("step", {"words": TOLD, "remark": TOLD}),
        ("firm", {"firm_name": TOLD, "words": TOLD}),
        (
            "instrument",
            {"name": TOLD, "expectation": TOLD, "candidate_words": TOLD, "from_date": making.MOMENT.date()},
        ),
    ):
        PARTS[part]._default_manager.create(noted_at=making.MOMENT, **whose, **facts)
    ContactMoment.objects.filter(pk=found["moment_id"]).update(words=SPOKEN)
    Reminder.objects.filter(pk=found["reminder_id"]).update(what=SPOKEN)
    Objection.objects.create(kind="employers", words=OBJECTED, made_at=making.MOMENT, **whose)
    Draft.objects.create(
        organisation=house.organisation,
        account=house.account(),
        sentence=f"{DRAFTED} @Fatima gebeld",
        made_at=making.MOMENT,
    )


def answers_of(client, samples, role: str = Role.RELATIONSHIP_MANAGER) -> dict[str, str]:
    """What each page answers, by its name; also lists that are downloaded."""
    may, found = CAPABILITIES[role] | {STAFF}, {}
    for name in STAFF_URLS:
        # what a role may not open at all is in the permission matrix
        if set(URLS[name]) <= set(samples) and set(TABLE[name].methods.values()) & may:
            address = reverse(name, kwargs={each: samples[each] for each in URLS[name]})
            if "GET" in TABLE[name].methods:
                response = client.get(address)
            elif name.endswith(("download_candidates", "_list_taken")) or "download" in name:
                response = client.post(address, {"request_key": str(uuid4())})
            else:
                continue
            content = b"".join(response) if response.streaming else response.content
            found[name] = content.decode("utf-8", "replace")
    return found


def where(said: dict[str, str], *marks: str) -> set[str]:
    return {name for name, text in said.items() if any(mark in text for mark in marks)}


def test_who_works_with_the_person_reads_it_on_the_persons_own_pages_and_no_trail_log_or_message_keeps_it(
    cast, log_in, samples, caplog
):
    said = answers_of(log_in(cast.own.account()), samples)
    assert len(said) > 40, "the search finds the pages"
    assert where(said, MARK) == FOR_WHO_WORKS_WITH_THE_PERSON
    assert where(said, SAID_OF_THE_DAY) == OF_THE_FILE | WHERE_THE_DAY_IS_ARRANGED
    assert where(said, ASKED) == WHERE_IT_IS_ASKED
    # by name, who was asked to help stands beside the question and in the list
    assert where(said, HANDED) - WHERE_IT_IS_ASKED - WHERE_IT_IS_HANDED == set()
    parts = ("need", "candidate", "income", "standing", "domainscore")
    tables = {*tables_that_hold(MARK), *tables_that_hold(SAID_OF_THE_DAY)}
    assert tables == {f"candidates_{part}{history}" for part in parts for history in ("", "event")}
    assert where(said, SPOKEN) == WHERE_ONE_SPOKE
    assert where(said, OBJECTED) == WHERE_ONE_OBJECTS
    assert where(said, DRAFTED) == set()
    # why somebody objects, a note of contact, and what was not saved: in their own tables
    own = {"candidates_objection", "contacts_contactmoment", "contacts_reminder"}
    tables = {table for mark in (OBJECTED, SPOKEN, DRAFTED) for table in tables_that_hold(mark)}
    assert tables == {"contacts_draft", *own, *(f"{table}event" for table in own)}
    assert not any(mark in caplog.text for mark in (MARK, DRAFTED, ASKED, HANDED, ADJUSTED, *OF_THE_HOUSE))


def test_what_was_written_for_who_was_asked_to_help_stands_on_its_own_pages(cast, log_in, samples):
    HandOver.objects.filter(pk=samples["hand_over_id"]).update(to_name="Petra")
    assert where(answers_of(log_in(cast.own.account()), samples), HANDED) == WHERE_IT_IS_HANDED


@pytest.mark.parametrize(
    ("house", "role"),
    [
        *(("own", role) for role in Role.values if role != Role.RELATIONSHIP_MANAGER),
        ("other", Role.RELATIONSHIP_MANAGER),
    ],
)
def test_nobody_else_reads_it_anywhere(cast, log_in, samples, house, role):
    said = answers_of(log_in(getattr(cast, house).account(role)), samples, role)
    assert said, "the search finds the pages"
    assert where(said, MARK, SAID_OF_THE_DAY, ADJUSTED, ASKED, HANDED, DRAFTED, *OF_THE_HOUSE) == set()


def test_who_received_a_hand_over_reads_what_was_written_for_that_alone(cast, log_in, samples):
    to = {"to_account": cast.other.account(), "to_organisation": cast.other.organisation}
    HandOver.objects.filter(pk=samples["hand_over_id"]).update(**to)
    said = answers_of(log_in(cast.other.account()), samples)
    assert where(said, ASKED) == set()
    assert where(said, HANDED) == {"help_requests:received"}


def test_a_colleague_who_does_not_work_with_the_person_reads_it_nowhere(cast, log_in, samples):
    said = answers_of(log_in(making.colleague_beside(cast.own)), samples)
    assert len(said) > 40, "the search finds the pages"
    assert where(said, MARK, SAID_OF_THE_DAY, SPOKEN) == set()
    assert where(said, ASKED, HANDED) - FOR_THE_PERSON == set()
    assert where(said, ADJUSTED) == {"candidates:candidate", "candidates:then_and_now"}
    assert where(said, DRAFTED) == set()


def test_with_a_reason_a_colleague_reads_it_on_the_persons_pages_until_the_day_ends(
    cast, log_in, samples, at
):
    beside = making.colleague_beside(cast.own)
    facts = {"candidate_id": samples["candidate_id"], "by": beside, "reason": "Zij belt nu", "opened_at": at}
    look = Look.objects.create(until_at=at + timedelta(hours=1), **facts)
    said = answers_of(log_in(beside), samples)
    # what is to be done of it stands with who works with the person
    assert where(said, MARK) == FOR_WHO_WORKS_WITH_THE_PERSON - {"desk:today", "candidates:agreed"}
    on_the_persons_pages = {"candidates:candidate", "candidates:leave_candidate"}
    on_the_persons_pages |= {"contacts:moment", "contacts:reminder"}
    assert where(said, SPOKEN) == on_the_persons_pages | FOR_THE_PERSON
    Look.objects.filter(pk=look.pk).update(until_at=at)
    assert where(answers_of(log_in(beside), samples), MARK, SPOKEN) == set()


def test_others_in_the_region_find_nothing_of_the_picture_but_words_of_the_catalogue(cast, samples):
    profiles = list(queries.search_profiles_in_region(cast.other.actor()))
    assert samples["candidate_id"] in {profile.id for profile in profiles}
    assert MARK not in repr(profiles)
    fields = {"id", "organisation_id", "pc4", "languages", "term_ids"}
    assert all(set(vars(profile)) == fields for profile in profiles)
