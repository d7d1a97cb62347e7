"""Who sees which help requests: who works with the candidate, and the owner; who made oneself the stand-in of the owner those of
a candidate that was opened with a reason. A receiver sees the hand-over alone."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, Prefetch, Q, QuerySet, Window
from django.utils.translation import gettext as _

from werktop.accounts import queries as accounts
from werktop.audit.actors import Actor
from werktop.audit.refusals import NotVisible
from werktop.audit.running import Running
from werktop.candidates.queries import guarded_ids_of, works_with, works_with_or_opened
from werktop.help_requests.models import CAME_BACK, LIVE, OPEN, Answer, HandOver, HelpRequest

WAITS = Q(state=Answer.WAITING, help_request__state__in=OPEN)
"""A hand-over that waits for an answer."""


def seen_to_by(viewer: Actor, at: datetime | None = None) -> Q:
    """Help requests that the viewer sees to. Who made oneself the stand-in of an owner sees none of that one's on lists; with
    `at`, for one page, those of whom was opened with a reason."""
    own = Q(owner_id__in=guarded_ids_of(viewer))
    if at is None or not viewer.is_self_set:
        return own
    return own | Q(owner_id__in=viewer.ids) & works_with_or_opened(viewer, at, "candidate__")


def help_requests_visible_to(viewer: Actor, at: datetime | None = None) -> QuerySet[HelpRequest]:
    """The help requests of the viewer's organisation of candidates with whom the viewer works (`working.works_with`), and those
    that the viewer sees to (`seen_to_by`); what has to be done first stands first. With candidate, owner and hand-overs at hand.
    """
    if not viewer.can("edit_candidates"):
        return HelpRequest.objects.none()
    handed = HandOver.objects.select_related("to_account", "sent_by").order_by("-sent_at", "-id")
    return (
        HelpRequest.objects.filter(
            works_with(viewer, "candidate__") | seen_to_by(viewer, at),
            organisation_id=viewer.organisation_id,
        )
        .select_related("candidate", "owner")
        .prefetch_related(Prefetch("hand_overs", queryset=handed))
        .order_by("due_date", "id")
    )


def help_request_for(viewer: Actor, help_request_id: UUID, at: datetime) -> HelpRequest:
    """One help request that the viewer may see; else `NotVisible`."""
    found = help_requests_visible_to(viewer, at).filter(pk=help_request_id).first()
    if found is None:
        raise NotVisible()
    return found


def help_requests_of_candidate(
    viewer: Actor, candidate_id: UUID, at: datetime | None = None
) -> QuerySet[HelpRequest]:
    """The help requests of one candidate."""
    return help_requests_visible_to(viewer, at).filter(candidate_id=candidate_id)


def hand_over_for(viewer: Actor, hand_over_id: UUID, at: datetime) -> HandOver:
    """A hand-over of a help request that the viewer may see; else `NotVisible`."""
    seen = help_requests_visible_to(viewer, at).order_by().values("pk")
    found = (
        HandOver.objects.select_related("help_request__candidate", "to_account", "sent_by")
        .filter(pk=hand_over_id, help_request__in=seen)
        .first()
    )
    if found is None:
        raise NotVisible()
    return found


def received_hand_over_for(viewer: Actor, hand_over_id: UUID | None) -> HandOver:
    """A hand-over to the viewer: by a link for this one, or to the viewer's account at the organisation where the viewer is now
    (or that of whom the viewer stands in for there). `NotVisible` where it is not, where the receiver does not do that work there
    any more, where it was withdrawn, and where the help request is over."""
    found = HandOver.objects.select_related(
        "help_request__candidate", "help_request__organisation", "sent_by"
    )
    if hand_over_id is None:
        raise NotVisible()
    if viewer.link_purpose == "hand_over" and viewer.link_about_id:
        own = found.filter(pk=viewer.link_about_id)
    elif viewer.kind == "staff" and viewer.can("edit_candidates"):
        own = found.filter(to_account_id__in=viewer.ids, to_organisation_id=viewer.organisation_id)
    else:
        own = found.none()
    open_to = Q(state__in=LIVE, help_request__state__in=OPEN) | Q(state__in=CAME_BACK)
    row = own.filter(open_to, pk=hand_over_id).first()
    if row is None or not _is_still_there(row):
        raise NotVisible()
    return row


def _is_still_there(row: HandOver) -> bool:
    """Whether the receiver does the work for which it was asked: a link goes on lying in a mailbox after somebody left."""
    if row.to_organisation_id is None:
        return row.to_email != ""
    may = accounts.who_may("edit_candidates", [row.to_organisation_id])
    return (row.to_account_id, row.to_organisation_id) in may


def hand_overs_received_by(viewer: Actor) -> QuerySet[HandOver]:
    """What others ask the viewer to take over at this organisation and waits for an answer, the oldest first."""
    return _to(viewer).filter(WAITS)


def hand_overs_taken_by(viewer: Actor) -> QuerySet[HandOver]:
    """What the viewer took over at this organisation of another one, and helps with now, the oldest first. Of the own organisation
    it is a help request that the viewer sees to."""
    return _to(viewer).filter(_taken_by(viewer))


def hand_overs_to_answer_or_taken_by(viewer: Actor) -> QuerySet[Any]:
    """Both in one go, what waits for an answer first; each row says how many were taken over (`taken_in_all`)."""
    found = _to(viewer).filter(WAITS | _taken_by(viewer)).order_by("-state", "sent_at", "id")
    return found.annotate(taken_in_all=Window(Count("pk", filter=Q(state=Answer.ACCEPTED))))


def hand_overs_finished_by(viewer: Actor) -> QuerySet[HandOver]:
    """What the viewer took over of another organisation and said to be done, the last first. Of the person
    nothing is shown any more."""
    found = _to(viewer).filter(_of_another(viewer), state=Answer.DONE)
    return found.order_by("-done_at", "-id")


def _taken_by(viewer: Actor) -> Q:
    return Q(state=Answer.ACCEPTED, help_request__state__in=OPEN) & _of_another(viewer)


def _of_another(viewer: Actor) -> Q:
    return ~Q(help_request__organisation_id=viewer.organisation_id)


def _to(viewer: Actor) -> QuerySet[HandOver]:
    if not viewer.can("edit_candidates"):
        return HandOver.objects.none()
    return (
        HandOver.objects.filter(to_account_id__in=viewer.ids, to_organisation_id=viewer.organisation_id)
        .select_related("help_request__organisation", "sent_by")
        .order_by("sent_at", "id")
    )


@dataclass(frozen=True)
class Professional:
    """A receiver elsewhere as the post needs one: reached by e-mail alone. `pk` is the key of the hand-over."""

    pk: UUID
    name: str
    email: str
    phone: str = ""
    languages: list[str] = field(default_factory=lambda: ["nl"])

    @property
    def id(self) -> UUID:
        """The same key, as a row has it."""
        return self.pk

    @property
    def first_name(self) -> str:
        """A professional is written to by the whole name."""
        return self.name


def professionals_by_id(ids: Collection[UUID]) -> dict[UUID, Professional]:
    """Receivers elsewhere by the key of their hand-over. One query."""
    rows = HandOver.objects.filter(pk__in=list(ids)).exclude(to_email="")
    return {row.pk: Professional(row.pk, row.to_name, row.to_email) for row in rows}


def running_help(viewer: Actor, candidate: Any, at: datetime) -> list[Running]:
    """What of it runs with a candidate, for who stops or erases one."""
    rows = help_requests_of_candidate(viewer, candidate.pk, at).filter(state__in=OPEN)
    return [Running(_("Hulpvraag: %(words)s") % {"words": row.words}) for row in rows]
