"""Next steps of candidates without a talk: whose they are, and in words what is to be done."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from werktop.accounts import queries as accounts
from werktop.audit.actors import Actor
from werktop.audit.refusals import NotVisible
from werktop.employers import queries as employers

from ..models import FollowUp, FollowUpStatus, NextStep, StepReason
from .own_talk import GUESTS, TAKE_BACK
from .owners import Colleagues, who_are_there
from .read_once import People, people_of
from .talks import last_day_to_call


@dataclass(frozen=True)
class Step:
    """A next step with the candidate and the colleague whose step it is, or (done) was. `owner` is None for an open
    step that nobody has who works for the candidate's organisation now: it is of all who arrange talks there."""

    row: NextStep
    candidate: Any
    owner: Any | None
    introducer: Any | None = None
    firm: Any | None = None

    @property
    def call_by(self) -> date | None:
        """The last day on which the candidate, who was told so, is called; None where nothing was told."""
        return last_day_to_call(self.row.told_at)

    @property
    def is_by_network(self) -> bool:
        """Whether it is known through whom the step goes, and to which firm."""
        return self.introducer is not None and self.firm is not None

    @property
    def words(self) -> str:
        """What is to be done, in the reader's language; a colleague's own words as they are."""
        if self.row.words:
            return self.row.words
        if self.introducer is not None and self.firm is not None:
            words = (
                _(
                    "Via het netwerk: %(who)s kent %(firm)s. Bel eerst de kandidaat: mag de naam bij hen genoemd worden?"
                )
                if self.is_called
                else _(
                    "Via het netwerk: %(who)s kent %(firm)s. Mail of schrijf eerst de kandidaat: mag de naam genoemd worden?"
                )
            )
            return words % {"who": self.introducer.name, "firm": self.firm.name}
        return _by_call(self.row.reason) if self.is_called else _in_writing(self.row.reason)

    @property
    def is_called(self) -> bool:
        """Whether the candidate can be called; else the message said that somebody writes."""
        return bool(self.candidate.phone)

    def words_for(self, organisation_id: UUID | None) -> str:
        """The same for a reader of this organisation: who does not take the step reads what it is, not what to do."""
        if self.row.words or self.row.organisation_id == organisation_id:
            return self.words
        if self.introducer is not None and self.firm is not None:
            return _("Via het netwerk: %(who)s kent %(firm)s.") % {
                "who": self.introducer.name,
                "firm": self.firm.name,
            }
        return {
            StepReason.ASKED: _("Een ondernemer praat graag verder: zie de kansen."),
            StepReason.DECLINED: _("Ziet af van een gesprek."),
            StepReason.TALK_OFF: _("Een gesprek gaat niet door."),
        }.get(StepReason(self.row.reason), _("Napraten over het gesprek."))


def _by_call(reason: str) -> str:
    # the wish itself stands in the proposal alone, which is forgotten after thirty days
    if reason == StepReason.ASKED:
        return _("Een ondernemer praat graag verder: zie de kansen. Bel en vraag of daar zin in is.")
    if reason == StepReason.DECLINED:
        return _("Ziet af van een gesprek. Bel zonder te vragen waarom: wat is de volgende stap?")
    if reason == StepReason.TALK_OFF:
        return _("Een gesprek gaat niet door. Bel: wat is de volgende stap?")
    return _("Bel en praat na: wat was prettig, en wat is de volgende stap?")


def _in_writing(reason: str) -> str:
    if reason == StepReason.ASKED:
        return _(
            "Een ondernemer praat graag verder: zie de kansen. Mail of schrijf, en vraag of daar zin in is."
        )
    if reason == StepReason.DECLINED:
        return _("Ziet af van een gesprek. Mail of schrijf zonder te vragen waarom: wat is de volgende stap?")
    if reason == StepReason.TALK_OFF:
        return _("Een gesprek gaat niet door. Mail of schrijf: wat is de volgende stap?")
    return _("Mail of schrijf: wat was prettig, en wat is de volgende stap?")


def steps_visible_to(viewer: Actor) -> QuerySet[NextStep]:
    """Next steps of gatherings that the own organisation is responsible for, and of own candidates."""
    own = NextStep.objects.filter(region_id=viewer.region_id).select_related("organisation")
    if not viewer.can("arrange_follow_ups"):
        return own.none()
    return own.filter(gathering__organisation_id=viewer.organisation_id) | own.filter(
        organisation_id=viewer.organisation_id
    )


def own_steps(viewer: Actor) -> QuerySet[NextStep]:
    """Those that the viewer may choose and take: of the candidates of the own organisation."""
    return steps_visible_to(viewer).filter(organisation_id=viewer.organisation_id)


def open_rows_of(viewer: Actor, at: datetime, there: Colleagues) -> list[NextStep]:
    """The next steps with candidates of the viewer's organisation that are not done, oldest first (for Today): the
    viewer's own, and those that nobody has who works there now. One because of a talk that a guest or a colleague called
    off waits until that can no longer be taken back: with it the step would go. One because a talk was not held stands
    there at once. `there`: who works at that organisation."""
    others = {key for key, _organisation in there} - {viewer.id}
    rows = own_steps(viewer).filter(done_at=None)
    rows = rows.filter(Q(owner=None) | ~Q(owner__in=others))
    can_be_put_back = FollowUp.objects.filter(
        gathering_id=OuterRef("gathering_id"),
        candidate_id=OuterRef("candidate_id"),
        status=FollowUpStatus.DECLINED,
        unsuitable_by__in=GUESTS,
        called_off_at=OuterRef("made_at"),
        called_off_at__gt=at - TAKE_BACK,
    )
    return list(rows.exclude(Exists(can_be_put_back)).order_by("made_at", "id"))


def step_for(viewer: Actor, next_step_id: UUID) -> Step:
    """One next step that the viewer may see, else `NotVisible`."""
    found = steps_visible_to(viewer).filter(pk=next_step_id).first()
    if found is None:
        raise NotVisible()
    return steps_of([found])[0]


def steps_of(
    rows: Iterable[NextStep], people: People | None = None, there: Colleagues | None = None
) -> list[Step]:
    """These next steps with the people and the firm in them: five queries for any number. `people`: who holds these,
    and `there`: who works at their organisations, where the caller has read them."""
    found = list(rows)
    if people is None:
        people = people_of(
            (r.candidate_id for r in found), (r.introducer_id for r in found if r.introducer_id)
        )
    if there is None:
        there = who_are_there({r.organisation_id for r in found if r.done_at is None})
    owners = accounts.accounts_by_id([r.owner_id for r in found if r.owner_id])
    firms = employers.employers_by_id({r.firm_id for r in found if r.firm_id})
    return [
        Step(
            r,
            people.candidates[r.candidate_id],
            owners.get(r.owner_id)
            if r.owner_id and (r.done_at or (r.owner_id, r.organisation_id) in there)
            else None,
            people.entrepreneurs.get(r.introducer_id) if r.introducer_id else None,
            firms.get(r.firm_id) if r.firm_id else None,
        )
        for r in found
    ]
