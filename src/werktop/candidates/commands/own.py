"""What candidates do themselves on the own page: firms they know. What they note is in own words, by nobody else."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from werktop.audit.actors import Actor
from werktop.audit.commands import command
from werktop.audit.refusals import NotVisible, Refusal
from werktop.candidates.models import Candidate, KnownFirm, Source

from .presentation import own_or_edited
from .refusals import NothingIsSaid

MOST_FIRMS = 40


class EnoughFirms(Refusal):
    text = _("U hebt al veel bedrijven genoemd. Haal er eerst een weg.")


class FirmIsThere(Refusal):
    text = _("Dit bedrijf staat er al.")


@command(about="candidate")
def name_firm(*, actor: Actor, at: datetime, candidate_id: UUID, firm_name: str, words: str = "") -> UUID:
    """A firm that the candidate knows joins the own network; its key is returned. Refuses `NothingIsSaid`, `FirmIsThere`,
    `EnoughFirms`."""
    candidate = own_candidate(actor, candidate_id)
    firm_name, words = _line(firm_name, 120), _line(words, 200)
    if not firm_name:
        raise NothingIsSaid(field="firm_name")
    there = KnownFirm.objects.filter(candidate=candidate)
    if there.filter(firm_name__iexact=firm_name).exists():
        raise FirmIsThere(field="firm_name")
    if there.count() >= MOST_FIRMS:
        raise EnoughFirms(field="firm_name")
    row = KnownFirm.objects.create(
        candidate=candidate, firm_name=firm_name, words=words, source=Source.OWN_WORDS, noted_at=at
    )
    _in_touch(candidate, at)
    return row.pk


@command(about="candidate")
def unname_firm(*, actor: Actor, at: datetime, candidate_id: UUID, row_id: UUID) -> None:
    """The candidate takes a firm away that the candidate named. What a colleague noted stays: `NotVisible`. Saying it again
    changes nothing."""
    candidate = own_candidate(actor, candidate_id)
    row = KnownFirm.objects.filter(candidate=candidate, pk=row_id).first()
    if row is None:
        return
    if row.noted_by_id is not None or row.source != Source.OWN_WORDS:
        raise NotVisible()
    row.delete()
    _in_touch(candidate, at)


def own_candidate(actor: Actor, candidate_id: UUID, *, need: str = "own") -> Candidate:
    """The candidate whose own page it is, locked; `NotVisible` for anybody else."""
    if actor.kind != "candidate":
        raise NotVisible()
    return own_or_edited(actor, candidate_id, need=need)


def _line(words: str, longest: int) -> str:
    return " ".join(words.replace("\x00", "").split())[:longest]


def _in_touch(candidate: Candidate, at: datetime) -> None:
    candidate.contact_at, candidate.erase_date = at, None
    candidate.save(update_fields=["contact_at", "erase_date"])
