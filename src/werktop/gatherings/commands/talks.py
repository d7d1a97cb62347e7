"""After the talk: guests' own answers, the question that is sent for them, and what is forgotten in time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from uuid import UUID, uuid4

from django.db.models import Exists, OuterRef, Q

from werktop.audit.actors import Actor
from werktop.audit.commands import command
from werktop.audit.erasure import forget_history
from werktop.audit.refusals import NotVisible
from werktop.audit.retention import BATCH, TERMS, erases
from werktop.gatherings.day_refusals import AlreadyTold, NotYourQuestion, ScoreOutOfRange
from werktop.gatherings.messages import take_back_question
from werktop.gatherings.models import (
    Agreement,
    Click,
    ForgottenClicks,
    Gathering,
    Guest,
    GuestKind,
    Impression,
    TalkOnQuestion,
)
from werktop.gatherings.models.day import ClickSource
from werktop.gatherings.queries.came import companions_of
from werktop.gatherings.queries.gatherings import lock_gathering
from werktop.gatherings.queries.talks import guest_of_holder, people_for_guest

IS_OF_NOBODY = Q(chooser__arrived_at=None) | Q(chosen__arrived_at=None)
"""Of clicks: one of the two was not there."""


@command(about="gathering")
def answer_talk_on(
    *,
    actor: Actor,
    at: datetime,
    gathering_id: UUID,
    holder_kind: str,
    holder_id: UUID,
    chosen_guest_ids: Sequence[UUID],
    shown_guest_ids: Sequence[UUID] | None = None,
    says_more: bool = False,
) -> None:
    """A guest says with whom to talk on; this replaces that guest's whole direction, a host's taps included.

    The guest answers through the own link; a colleague of the responsible organisation may pass an answer on. Nobody
    chosen is an answer too. The same answer again is no new one, unless the guest `says_more` with it (when, how many).
    What a host noted that they agreed at the table stays noted; where the answer leaves that one out, that is kept with it.
    Of a form that had `shown_guest_ids` ticked when it was opened, only what was ticked or unticked in it counts once the
    guest has answered: what the same guest said on another page since stays so.
    Who has answered is asked no more by a message that still waits. Refuses `NotYourQuestion` for people with whom the
    guest did not sit.
    """
    guest = _holder(actor, gathering_id, holder_kind, holder_id)
    # the gathering before the guest, as at the tables: who sends the talks has seen this answer, or is waited for
    lock_gathering(gathering_id)
    chosen = set(chosen_guest_ids)
    # a tap of the host on the same guest waits, or this waits for it
    Guest.objects.select_for_update(no_key=True).get(pk=guest.pk)
    asked_about = set(companions_of(guest).values_list("pk", flat=True))
    if not chosen <= asked_about:
        raise NotYourQuestion()
    if shown_guest_ids is not None:
        chosen = _as_meant(guest, chosen, set(shown_guest_ids))
    # a host's tap on somebody who was not seen at the door stood on no page: it waits until that is settled
    gone, _of = Click.objects.filter(chooser=guest, chosen__in=asked_about - chosen).delete()
    of_host = Click.objects.filter(chooser=guest, chosen__in=chosen).exclude(source=ClickSource.GUEST)
    confirmed = of_host.update(source=ClickSource.GUEST)
    there = set(Click.objects.filter(chooser=guest).values_list("chosen_id", flat=True))
    for other in sorted(chosen - there):
        Click.objects.create(
            gathering=guest.gathering, chooser=guest, chosen_id=other, source=ClickSource.GUEST, noted_at=at
        )
    is_other = _say_of_agreements(guest, at, asked_about, chosen)
    answer, _is_new = TalkOnQuestion.objects.get_or_create(
        guest=guest, defaults={"gathering": guest.gathering, "answered_at": at}
    )
    if answer.answered_at is None or says_more or gone or confirmed or chosen - there or is_other:
        answer.answered_at = at
        answer.save(update_fields=["answered_at"])
    take_back_question(actor=actor, at=at, gathering_ids=[gathering_id], to_ids=[holder_id])


def _as_meant(guest: Guest, chosen: set[UUID], shown: set[UUID]) -> set[UUID]:
    """Whom this guest chooses in all, where the page that sent `chosen` was opened with `shown` ticked. Before the first
    answer nothing was said elsewhere: what a host taps meanwhile stood on no page."""
    if not TalkOnQuestion.objects.filter(guest=guest, answered_at__isnull=False).exists():
        return chosen
    stand = {person.guest_id for person in people_for_guest(guest).people if person.is_chosen}
    own = Click.objects.filter(chooser=guest, source=ClickSource.GUEST).values_list("chosen_id", flat=True)
    return (chosen - (shown - stand)) | (set(own) - shown)


def _say_of_agreements(guest: Guest, at: datetime, asked_about: set[UUID], chosen: set[UUID]) -> bool:
    """Keep with each agreement of this guest whether the answer leaves the other out; gives whether any changed."""
    own, other = (
        ("candidate", "entrepreneur") if guest.kind == GuestKind.CANDIDATE else ("entrepreneur", "candidate")
    )
    of_guest = Agreement.objects.filter(**{f"{own}_guest": guest})
    others, field = f"{other}_guest__in", f"left_out_by_{own}_at"
    now_out = of_guest.filter(**{others: asked_about - chosen, field: None}).update(**{field: at})
    now_in = of_guest.filter(**{others: chosen, f"{field}__isnull": False}).update(**{field: None})
    return now_out + now_in > 0


@command(about="gathering")
def answer_impression(
    *,
    actor: Actor,
    at: datetime,
    gathering_id: UUID,
    holder_kind: str,
    holder_id: UUID,
    moment: str,
    score: int,
) -> None:
    """One optional question, before ("before") and after ("after"): a score of 1 to 5, kept without the guest.

    Once per guest and moment (`AlreadyTold`).
    """
    guest = _holder(actor, gathering_id, holder_kind, holder_id)
    # the gathering before the guest, as where it is called off
    lock_gathering(gathering_id)
    told = "has_told_before" if moment == Impression.Moment.BEFORE else "has_told_after"
    if moment not in Impression.Moment.values or not 1 <= score <= 5:
        raise ScoreOutOfRange()
    if not Guest.objects.filter(pk=guest.pk, **{told: False}).update(**{told: True}):
        raise AlreadyTold()
    # a key without a moment in it, so that no order of rows leads back to the guest
    Impression.objects.create(
        id=uuid4(), gathering=guest.gathering, kind=guest.kind, moment=moment, score=score
    )


@erases("one_sided", "gatherings.Click")
@command(about="gatherings")
def forget_one_sided_clicks(*, actor: Actor, at: datetime, most: int = BATCH) -> int:
    """Delete at most `most` clicks of one side that are past their term, with their history and that of clicks that were
    taken back; their number stays. Clicks with somebody who did not come go too, of both sides, and were never counted.
    For the nightly job; gives how many clicks went. Doing it again changes nothing.
    """
    before = TERMS["one_sided"].before(at)
    back = Click.objects.filter(chooser=OuterRef("chosen"), chosen=OuterRef("chooser"))
    old = list(
        Click.objects.filter(~Exists(back) | IS_OF_NOBODY, noted_at__lt=before)
        .select_for_update(of=("self",))
        .order_by("pk")
        .annotate(was_counted=~IS_OF_NOBODY)
        .values_list("pk", "gathering_id", "chooser__kind", "was_counted")[:most]
    )
    for gathering_id, kinds in _by_gathering([row[1:3] for row in old if row[3]]).items():
        total, _is_new = ForgottenClicks.objects.select_for_update().get_or_create(gathering_id=gathering_id)
        total.by_candidates += kinds[GuestKind.CANDIDATE.value]
        total.by_entrepreneurs += kinds[GuestKind.ENTREPRENEUR.value]
        total.save()
    keys = [row[0] for row in old]
    Click.objects.filter(pk__in=keys).delete()
    history = Click.pgh_event_model  # type: ignore[attr-defined]
    still = Click.objects.filter(pk=OuterRef("pgh_obj_id"))
    taken_back = history.objects.filter(~Exists(still), noted_at__lt=before).values_list(
        "pgh_obj_id", flat=True
    )
    forget_history(Click, {*keys, *taken_back})
    return len(keys)


def _by_gathering(rows: list[tuple[UUID, str]]) -> dict[UUID, Counter[str]]:
    found: dict[UUID, Counter[str]] = {}
    for gathering_id, kind in rows:
        found.setdefault(gathering_id, Counter())[kind] += 1
    return found


def _holder(actor: Actor, gathering_id: UUID, kind: str, holder_id: UUID) -> Guest:
    """The guest for whom `actor` answers: himself through a link, or somebody for whom a colleague passes it on."""
    if actor.kind in GuestKind.values:
        if (actor.kind, actor.id, actor.link_about_id) != (kind, holder_id, gathering_id):
            raise NotVisible()
    elif actor.kind != "system":
        actor.require("see_guest_list")
        if not Gathering.objects.filter(pk=gathering_id, organisation_id=actor.organisation_id).exists():
            raise NotVisible()
    return guest_of_holder(gathering_id, kind, holder_id)
