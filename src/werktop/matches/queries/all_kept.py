"""What this room keeps of a candidate or an entrepreneur: talks, next steps, hours and thanks, in words for that person.

The paper says of the other no more than the messages did (decision 22): not who wished alone or called off, not a talk that was
never sent, and to an employer not what a colleague wrote about it. The other is named by first name and firm, as in the hall.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from werktop.audit.actors import Actor
from werktop.audit.kept import Part, day, earlier, moment, rows_of
from werktop.post import queries as post

from ..models import FollowUp, FollowUpStatus, FreeBlock, Ground, NextStep, StepReason, ThanksCall
from .own_talk import is_quiet

TALK = {
    "place": gettext_lazy("Waar"),
    "called_off_starts_at": gettext_lazy("Eerst afgesproken voor"),
    "outcome": gettext_lazy("Wat eruit kwam"),
}
OF_COLLEAGUES = {
    "words": gettext_lazy("Woorden van een collega"),
    "outcome_words": gettext_lazy("Woorden daarbij"),
}
BEFORE = {"starts_at": gettext_lazy("Wanneer"), "place": gettext_lazy("Waar")}
Rows = list[tuple[str, str]]


def all_kept_of_talker(viewer: Actor, person: Any, at: datetime) -> list[Part]:
    """A part for each talk that was sent, for each next step and, of an entrepreneur, for hours and thanks. Of an entrepreneur,
    who belongs to the region: what the viewer's organisation keeps, and of talks only where the viewer may arrange them."""
    side = person._meta.model_name
    talks = FollowUp.objects.filter(**{side: person}, sent_at__isnull=False)
    steps = NextStep.objects.filter(**{"candidate" if side == "candidate" else "introducer": person})
    if side == "entrepreneur":
        talks = talks.filter(organisation_id=viewer.organisation_id)
        steps = steps.filter(organisation_id=viewer.organisation_id)
    if not viewer.can("arrange_follow_ups"):
        talks, steps = talks.none(), steps.none()
    rows = list(
        talks.select_related("gathering", "candidate", "entrepreneur__employer").order_by("-made_at", "id")
    )
    before = earlier(FollowUp, [row.pk for row in rows], BEFORE)
    parts = [_part_of(row, side, before.get(row.pk, []), at) for row in rows]
    own_steps = list(steps.select_related("introducer", "firm").order_by("-made_at", "id"))
    waiting = _not_told_yet(own_steps)
    parts += [
        Part(
            _("Volgende stap van %(day)s") % {"day": day(step.made_at)},
            _of_step(step, side, is_told=step.pk not in waiting),
            ("talk",),
        )
        for step in own_steps
    ]
    return parts + (_hours_and_thanks(viewer, person) if side == "entrepreneur" else [])


def _part_of(row: FollowUp, side: str, before: Rows, at: datetime) -> Part:
    is_candidate = side == "candidate"
    other = row.entrepreneur if is_candidate else row.candidate
    firm = row.entrepreneur.employer.name if is_candidate else ""
    # a wish of one of them alone is that one's to tell; other words for it would tell it too
    is_told = row.ground not in (Ground.CALL, Ground.BY_HAND)
    # what the other called off a moment ago, and may still take back, nobody has heard yet
    is_own = row.unsuitable_by == side
    status = FollowUpStatus.SENT if is_quiet(row, at) and not is_own else FollowUpStatus(row.status)
    called = row.called_candidate_at if is_candidate else row.called_entrepreneur_at
    return Part(
        _("Vervolggesprek na %(place)s, %(day)s")
        % {"place": row.gathering.place_name, "day": day(row.gathering.starts_at)},
        [
            (_("Met"), ", ".join(filter(None, (other.first_name, firm)))),
            (_("Waarom"), capfirst(row.get_ground_display()) if is_told else _("Wij stelden het voor")),
            (_("Hoe het staat"), capfirst(str(status.label))),
            (_("Bedacht op"), day(row.made_at)),
            (_("Verstuurd op"), day(row.sent_at)),
            (_("Wanneer"), moment(row.starts_at)),
            *rows_of(row, TALK | OF_COLLEAGUES if is_candidate else TALK),
            (_("Afgezegd"), _("door u") if is_own else ""),
            (_("Wij belden u op"), moment(called)),
            *before,
        ],
        ("talk",),
        people=(("entrepreneur" if is_candidate else "candidate", other.pk),),
    )


def _not_told_yet(steps: list[NextStep]) -> set[UUID]:
    """The steps of which the message did not leave."""
    keys = [step.pk for step in steps]
    missed = post.not_reached(about_kind="next_step", about_ids=keys, purpose="next_step") if keys else {}
    return {about for about, _kind, _key in missed}


def _of_step(step: NextStep, side: str, *, is_told: bool) -> Rows:
    if side == "entrepreneur":
        return [(_("Iemand kan via u kennismaken met"), step.firm.name if step.firm else _("een bedrijf"))]
    reason = StepReason.TALK_OVER if step.reason == StepReason.ASKED else StepReason(step.reason)
    return [
        (_("Wat wij doen"), capfirst(step.words or str(reason.label))),
        (
            _("Via"),
            ", ".join(filter(None, (_first_name(step.introducer), step.firm.name if step.firm else ""))),
        ),
        (_("Wij vertelden u dit op"), day(step.told_at) if is_told else ""),
        (_("Gedaan op"), day(step.done_at)),
    ]


def _first_name(person: Any) -> str:
    return person.first_name if person is not None else ""


def _hours_and_thanks(viewer: Actor, person: Any) -> list[Part]:
    own: dict[str, Any] = {"entrepreneur": person, "gathering__organisation_id": viewer.organisation_id}
    blocks = FreeBlock.objects.filter(**own).select_related("taken_by").order_by("starts_at", "id")
    thanks = ThanksCall.objects.filter(**own).order_by("made_at", "id")
    return [
        Part(
            _("Wanneer u tijd hebt"),
            [
                (
                    moment(block.starts_at),
                    _("voor een gesprek gekozen") if block.is_settled else _("nog vrij"),
                )
                for block in blocks
            ],
            ("needs",),
        ),
        Part(
            _("Bedankt"),
            [
                (
                    _("Wij willen u bedanken, sinds %(day)s") % {"day": day(each.made_at)},
                    _called(each.called_at),
                )
                for each in thanks
            ],
            ("needs",),
        ),
    ]


def _called(at: datetime | None) -> str:
    return _("gebeld op %(day)s") % {"day": day(at)} if at else _("nog niet gebeld")
