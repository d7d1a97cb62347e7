"""Follow-up talks and free blocks of a gathering, as rows that pages and messages need."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils import timezone

from werktop.accounts import queries as accounts
from werktop.audit.actors import Actor
from werktop.audit.refusals import NotVisible
from werktop.audit.working_days import last_working_day

from ..models import FollowUp, FollowUpStatus, FreeBlock, Ground
from .callers import Callers, calls_in_words
from .own_talk import is_quiet
from .read_once import People, people_of

CALL_WITHIN = timedelta(days=7)
"""Within this time after a guest is told that somebody calls, somebody has called."""


def last_day_to_call(told_at: datetime | None) -> date | None:
    """The last working day on which what was promised at this moment is still in time."""
    if told_at is None:
        return None
    return last_working_day(timezone.localdate(told_at + CALL_WITHIN))


@dataclass(frozen=True)
class Talk:
    """A follow-up with the two people in it. `blocks` are the entrepreneur's free ones, first one first; `made_by` is
    the colleague who thought of it, where one did."""

    row: FollowUp
    candidate: Any
    entrepreneur: Any
    blocks: list[FreeBlock] = field(default_factory=list)
    made_by: Any | None = None

    @property
    def name_for_entrepreneur(self) -> str:
        """How the entrepreneur hears of the candidate: by the full name where the two chose each other themselves, else
        by the first name that was used in the hall (docs/decisions/0013)."""
        return self._name_of(self.candidate)

    @property
    def name_for_candidate(self) -> str:
        """How the candidate hears of the entrepreneur: by the same rule; the firm is always said."""
        return self._name_of(self.entrepreneur)

    def _name_of(self, person: Any) -> str:
        name: str = person.name if self.row.ground == Ground.MUTUAL else person.first_name
        return name

    @property
    def call_by(self) -> date | None:
        """The last day on which we call about a talk that was sent without a time; None for one with a time."""
        return last_day_to_call(self.row.sent_at) if self.row.starts_at is None else None

    @property
    def callers(self) -> Callers:
        """Which organisation calls which of the two about a moment: the one that signs the message to that person. The
        candidate's own comes first."""
        return [
            (self.row.organisation, self.candidate),
            (self.row.gathering.organisation, self.entrepreneur),
        ]

    @property
    def calls(self) -> str:
        """In words who calls which of the two."""
        return calls_in_words(self.callers)

    @property
    def without_phone(self) -> list[Any]:
        """Who of the two has no telephone number: we write to them, or ask for a number."""
        return [person for person in (self.candidate, self.entrepreneur) if not person.phone]

    @property
    def place(self) -> str:
        """Where the talk is: at the firm, unless it says otherwise."""
        return self.row.place or self.place_of_firm

    @property
    def place_of_firm(self) -> str:
        """The entrepreneur's firm, with its address."""
        firm = self.entrepreneur.employer
        return ", ".join(words for words in (firm.name, firm.address, firm.place) if words)


def follow_ups_visible_to(viewer: Actor) -> QuerySet[FollowUp]:
    """Follow-ups in the viewer's region: all of a gathering that the own organisation is responsible for, and those
    of own candidates at gatherings of others."""
    if viewer.kind == "system":
        return FollowUp.objects.all()
    own = FollowUp.objects.filter(region_id=viewer.region_id)
    own = own.select_related("organisation", "gathering__organisation")
    if not viewer.can("arrange_follow_ups"):
        return own.none()
    return own.filter(gathering__organisation_id=viewer.organisation_id) | own.filter(
        organisation_id=viewer.organisation_id
    )


def follow_up_for(viewer: Actor, follow_up_id: UUID) -> FollowUp:
    """One follow-up that the viewer may see; a guest sees the own one through its link. Else `NotVisible`."""
    if viewer.kind in ("candidate", "entrepreneur"):
        if viewer.link_purpose != "follow_up" or viewer.link_about_id != follow_up_id:
            raise NotVisible()
        mine = {f"{viewer.kind}_id": viewer.id}
        found = FollowUp.objects.filter(pk=follow_up_id, **mine).first()
    else:
        found = follow_ups_visible_to(viewer).filter(pk=follow_up_id).first()
    if found is None:
        raise NotVisible()
    return found


def talk_for(viewer: Actor, follow_up_id: UUID) -> Talk:
    """One follow-up with its two people."""
    return talks_of([follow_up_for(viewer, follow_up_id)])[0]


def rows_without_outcome(viewer: Actor, at: datetime) -> list[FollowUp]:
    """Talks that have begun, or about which we call, and of which nobody noted what came of them, oldest first."""
    rows = follow_ups_visible_to(viewer).filter(
        Q(starts_at__lte=at) | Q(starts_at__isnull=True), status=FollowUpStatus.SENT, outcome=""
    )
    return list(rows.order_by("starts_at", "sent_at", "id"))


def unsuitable_rows(viewer: Actor, at: datetime) -> list[FollowUp]:
    """Talks of which a guest said that it does not suit and can no longer take that back, oldest first."""
    rows = follow_ups_visible_to(viewer).filter(status=FollowUpStatus.UNSUITABLE).order_by("made_at", "id")
    return [row for row in rows if not is_quiet(row, at)]


def free_blocks(
    gathering_id: UUID, entrepreneur_ids: list[UUID] | None = None
) -> dict[UUID, list[FreeBlock]]:
    """Free blocks that nobody has taken, per entrepreneur, first one first."""
    rows = FreeBlock.objects.filter(gathering_id=gathering_id, taken_by=None)
    if entrepreneur_ids is not None:
        rows = rows.filter(entrepreneur_id__in=entrepreneur_ids)
    found: dict[UUID, list[FreeBlock]] = {}
    for block in rows.order_by("starts_at", "id"):
        found.setdefault(block.entrepreneur_id, []).append(block)
    return found


def blocks_given(gathering_id: UUID, entrepreneur_id: UUID) -> list[FreeBlock]:
    """All blocks that an entrepreneur gave for a gathering, taken or not (for the entrepreneur's own page)."""
    return list(
        FreeBlock.objects.filter(gathering_id=gathering_id, entrepreneur_id=entrepreneur_id)
        .select_related("taken_by")
        .order_by("starts_at")
    )


def talks_of(rows: list[FollowUp], people: People | None = None) -> list[Talk]:
    """These follow-ups with their people and free blocks, in the order given: five queries for any number. `people`:
    who holds these, where the caller has read them."""
    if people is None:
        people = people_of((r.candidate_id for r in rows), (r.entrepreneur_id for r in rows))
    makers = accounts.accounts_by_id(list({r.made_by_id for r in rows if r.made_by_id}))
    free: dict[tuple[UUID, UUID], list[FreeBlock]] = {}
    for block in FreeBlock.objects.filter(
        gathering_id__in={r.gathering_id for r in rows},
        entrepreneur_id__in={r.entrepreneur_id for r in rows},
        taken_by=None,
    ).order_by("starts_at", "id"):
        free.setdefault((block.gathering_id, block.entrepreneur_id), []).append(block)
    return [
        Talk(
            r,
            people.candidates[r.candidate_id],
            people.entrepreneurs[r.entrepreneur_id],
            free.get((r.gathering_id, r.entrepreneur_id), []),
            makers.get(r.made_by_id) if r.made_by_id else None,
        )
        for r in rows
    ]
