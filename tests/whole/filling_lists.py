"""Rows for pages with a list: as many as one asks for, which hang together as in life."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from itertools import pairwise
from typing import Any
from uuid import uuid4

from django.db.models import Model
from tests import making
from tests.whole.samples import samples_of

from werktop.accounts.models import Account, Membership, StandIn
from werktop.accounts.roles import Role
from werktop.ambassadors.models import Club, ClubMember, Fellow, Idea
from werktop.audit.actors import SYSTEM
from werktop.audit.commands import log_personal_views
from werktop.audit.keys import new_key
from werktop.audit.likeness import in_order, note_pairs
from werktop.audit.models import Entry, Likeness
from werktop.candidates.models import Candidate, CandidateTerm, Look, Need, OwnWriting, PlanStep
from werktop.contacts.models import ContactMoment, MomentPerson, Reminder, ReminderPerson, Visit
from werktop.employers.models import Chance, Employer, EmployerQuestion, Entrepreneur
from werktop.exchange.models import Upload
from werktop.gatherings.models import Gathering, Guest
from werktop.help_requests.models import HelpRequest
from werktop.market_plan.models import Target
from werktop.placements.models import Placement
from werktop.post.models import Message
from werktop.proposals.models import Proposal
from werktop.work_profiles.models import WorkProfile


def copies(row: Model, count: int, **own: Callable[[int], Any]) -> list[Any]:
    """`count` rows like this one, each with a key of its own and what `own` gives for its number."""
    kind = type(row)
    made = []
    for number in range(count):
        values = {f.attname: getattr(row, f.attname) for f in kind._meta.concrete_fields}
        values |= {"id": new_key()} | {name: give(number) for name, give in own.items()}
        made.append(kind(**values))
    return kind._base_manager.bulk_create(made)


def a_mark() -> str:
    return uuid4().hex[:10]


class Lists:
    """Fills each list with rows that hang together as in life."""

    def __init__(self, house: making.House) -> None:
        self.house = house
        self.found = samples_of(house)
        self.gathering = Gathering.objects.get(pk=self.found["gathering_id"])
        self.candidate = Candidate.objects.get(pk=self.found["candidate_id"])

    def candidates(self, count: int) -> list[Candidate]:
        rows = copies(
            self.candidate,
            count,
            email=lambda _n: f"{a_mark()}@post.example",
            last_name=lambda n: f"Nr {n}",
            assigned_to_id=lambda _n: self.house.account().pk,
        )
        (term,) = making.terms("bouwen")
        CandidateTerm.objects.bulk_create(
            CandidateTerm(candidate=row, term=term, noted_at=making.MOMENT) for row in rows
        )
        return rows

    def looks(self, count: int) -> None:
        mine, other = self.house.account(), self.house.account(Role.COORDINATOR)
        Look.objects.bulk_create(
            Look(
                candidate=row, by=other, of=mine, reason="voor de tafel", opened_at=making.MOMENT,
                until_at=making.MOMENT,
            )
            for row in self.candidates(count)
        )  # fmt: skip

    def own_writings(self, keys: list[Any]) -> None:
        OwnWriting.objects.bulk_create(
            OwnWriting(candidate_id=key, kind="step", row_id=new_key(), written_at=making.MOMENT)
            for key in keys
        )

    def doubles(self, count: int) -> None:
        keys = [row.pk for row in self.candidates(count + 2)]
        self._pairs("candidate", keys)
        apart = {in_order(one, other): "" for one, other in zip(keys, keys[2:], strict=False)}
        note_pairs("candidate", self.house.organisation.pk, apart, making.MOMENT)
        told = Likeness.objects.filter(kind="candidate", why="")
        told.update(apart_at=making.MOMENT, apart_by_id=self.house.account().pk)

    def double_firms(self, count: int) -> None:
        self._pairs("entrepreneur", [row.pk for row in self.employers(count + 1)])

    def _pairs(self, kind: str, keys: list[Any]) -> None:
        pairs = {in_order(one, other): "name place" for one, other in pairwise(keys)}
        note_pairs(kind, self.house.organisation.pk, pairs, making.MOMENT)

    def employers(self, count: int) -> list[Entrepreneur]:
        firms = copies(
            Employer.objects.get(pk=self.found["employer_id"]), count, name=lambda _n: f"Firma {a_mark()}"
        )
        person = Entrepreneur.objects.get(pk=self.found["entrepreneur_id"])
        return copies(
            person,
            count,
            employer_id=lambda n: firms[n].pk,
            email=lambda _n: f"{a_mark()}@firma.example",
        )

    def work_profiles(self, count: int) -> None:
        firms = [person.employer_id for person in self.employers(count)]
        copies(
            WorkProfile.objects.get(pk=self.found["work_profile_id"]), count, employer_id=firms.__getitem__
        )

    def chances(self, count: int) -> None:
        firms = [row.employer_id for row in self.employers(count)]
        copies(Chance.objects.get(pk=self.found["chance_id"]), count, employer_id=firms.__getitem__)

    def questions(self, count: int) -> None:
        copies(EmployerQuestion.objects.get(pk=self.found["employer_question_id"]), count)

    def gatherings(self, count: int) -> None:
        copies(self.gathering, count)

    def guests(self, count: int) -> None:
        people = self.candidates(count)
        guest = Guest.objects.get(pk=self.found["guest_id"])
        copies(guest, count, candidate_id=lambda n: people[n].pk, badge=lambda _n: a_mark()[:8])

    def messages(self, count: int, channel: str = "email") -> None:
        message = Message.objects.get(pk=self.found["message_id"])
        copies(
            message,
            count,
            channel=lambda _n: channel,
            message_id=lambda _n: f"<{a_mark()}@werktop.example>",
            to_address=lambda _n: "a@post.example" if channel == "email" else message.to_address,
        )

    def letters(self, count: int) -> None:
        self.messages(count, "letter")

    def moments(self, count: int) -> None:
        people = self.candidates(count)
        made = copies(ContactMoment.objects.get(pk=self.found["moment_id"]), count)
        MomentPerson.objects.bulk_create(
            MomentPerson(moment=row, candidate=person) for row, person in zip(made, people, strict=True)
        )

    def reminders(self, count: int) -> None:
        people = self.candidates(count)
        made = copies(Reminder.objects.get(pk=self.found["reminder_id"]), count)
        ReminderPerson.objects.bulk_create(
            ReminderPerson(reminder=row, candidate=person) for row, person in zip(made, people, strict=True)
        )

    def targets(self, count: int) -> None:
        row = Target.objects.get(pk=self.found["target_id"])
        row.approached_by = self.house.account()
        copies(row, count, name=lambda n: f"Firma {a_mark()} {n}")

    def visits(self, count: int) -> None:
        people = self.employers(count)
        copies(
            Visit.objects.get(pk=self.found["visit_id"]), count,
            employer_id=lambda n: people[n].employer_id, entrepreneur_id=lambda n: people[n].pk,
        )  # fmt: skip

    def proposals(self, count: int) -> None:
        people = iter(self.candidates(count))
        copies(
            Proposal.objects.get(pk=self.found["proposal_id"]), count, candidate_id=lambda _n: next(people).pk
        )

    def placements(self, count: int) -> None:
        people = iter(self.candidates(count))
        copies(
            Placement.objects.get(pk=self.found["placement_id"]),
            count,
            candidate_id=lambda _n: next(people).pk,
            started_date=lambda n: making.MOMENT.date() + timedelta(days=n % 7),
            contact_id=lambda _n: self.house.account().pk,
        )

    def fellows(self, count: int) -> None:
        copies(Fellow.objects.get(pk=self.found["fellow_id"]), count)

    def clubs(self, count: int) -> None:
        copies(Club.objects.get(pk=self.found["club_id"]), count, name=lambda _n: f"Club {a_mark()}")

    def club_members(self, count: int) -> None:
        ClubMember.objects.bulk_create(
            ClubMember(club_id=self.found["club_id"], employer_id=each.employer_id, noted_at=making.MOMENT)
            for each in self.employers(count)
        )

    def ideas(self, count: int) -> None:
        copies(Idea.objects.get(pk=self.found["idea_id"]), count)

    def help_requests(self, count: int) -> None:
        people = self.candidates(count)
        asked = HelpRequest.objects.get(pk=self.found["help_request_id"])
        copies(asked, count, candidate_id=lambda n: people[n].pk)

    def agreed(self, count: int) -> None:
        """Steps and needs of today, half of them of each."""
        for model, own in ((PlanStep, {}), (Need, {"kind": "transport"})):
            model.objects.bulk_create(
                model(
                    candidate=row, words="Bellen", doer="assigned", due_date=making.MOMENT.date(),
                    noted_at=making.MOMENT, **own,
                )
                for row in self.candidates(count // 2)
            )  # fmt: skip

    def uploads(self, count: int) -> None:
        Upload.objects.bulk_create(
            Upload(
                organisation=self.house.organisation, account=self.house.account(), kind="candidates",
                created_at=making.MOMENT, expires_at=making.MOMENT.replace(year=2027),
            )
            for _n in range(count)
        )  # fmt: skip

    def colleagues(self, count: int) -> None:
        accounts = Account.objects.bulk_create(
            Account(email=f"{a_mark()}@house.example", name=f"Collega {n}") for n in range(count)
        )
        Membership.objects.bulk_create(
            Membership(account=a, organisation=self.house.organisation, role=Role.TABLE_HOST)
            for a in accounts
        )

    def trail(self, count: int) -> None:
        Entry.objects.bulk_create(
            Entry(
                at=making.MOMENT, verb="x.y", about_kind="x", actor_kind="staff",
                actor_id=self.house.account().pk, organisation_id=self.house.organisation.pk,
            )
            for _n in range(count)
        )  # fmt: skip
        seen = [("candidate", None, [self.candidate.pk])]
        log_personal_views(actor=SYSTEM, at=making.MOMENT, page="x", seen=seen)

    def meanwhile(self, count: int) -> None:
        mine = self.house.account()
        StandIn.objects.create(
            organisation=self.house.organisation, absent=mine, stand_in=self.house.account(Role.COORDINATOR),
            starts_at=making.MOMENT, ends_at=making.MOMENT.replace(year=2027),
        )  # fmt: skip
        Entry.objects.bulk_create(
            Entry(
                at=making.MOMENT, verb="x.y", about_kind="x", actor_kind="staff",
                actor_id=self.house.account(Role.COORDINATOR).pk, organisation_id=self.house.organisation.pk,
                detail={"stood_in_for": str(mine.pk)},
            )
            for _n in range(count)
        )  # fmt: skip

    def words(self, count):
        first = making.own_term(self.house)
        copies(
            first, count, code=lambda n: f"eigen-w{first.pk.hex[-6:]}-{n}", key=lambda n: f"{first.key} {n}"
        )
