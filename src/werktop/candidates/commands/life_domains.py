"""Domains of life: an organisation switches them on and off, who works with a person scores them, and what is off goes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from werktop.audit.actors import Actor
from werktop.audit.commands import command, tell
from werktop.audit.erasure import forget_history
from werktop.audit.refusals import NotVisible, Refusal
from werktop.audit.retention import BATCH, TERMS, erases
from werktop.audit.versions import refuse_changed
from werktop.audit.waiting import wait_for_others
from werktop.candidates.models import SCORES, SENSITIVE, Domain, DomainInUse, DomainScore
from werktop.candidates.queries.life_domains import domains_facts, domains_in_use, rows_of_part
from werktop.regions import queries as regions

from .picture import open_to, sign
from .refusals import AdviceIsMissing, GroundIsMissing, IsStillToCome, NothingIsSaid, ScoreIsUnknown
from .what_cannot_be import refuse_a_diagnosis


@command(about="organisation")
def use_life_domains(
    *,
    actor: Actor,
    at: datetime,
    organisation_id: UUID,
    domains: Mapping[str, Mapping[str, Any]],
    version: str = "",
) -> None:
    """Score these domains of life in the own organisation from now on, and no others: each with its `ground`, who advised that it
    may be asked (`advised_by`) and on which day (`advised_date`). What was scored in a domain that goes off is hidden at once and
    erased after its term; whoever switches it on before that, has it back.

    Refuses `GroundIsMissing`, `AdviceIsMissing`, and an advice of a day to come."""
    actor.require("manage_organisation")
    organisation = regions.organisation_by_id(organisation_id)
    if actor.organisation_id != organisation_id or not organisation.has_files:
        raise NotVisible()
    # before the first time there is no row to lock
    wait_for_others(f"domains of {organisation_id}")
    rows = {row.domain: row for row in DomainInUse.objects.filter(organisation_id=organisation_id)}
    if version:
        refuse_changed(version, domains_facts(actor))
    wanted = set(domains) & set(Domain.values)
    for domain in sorted(wanted):
        row = rows.get(domain) or DomainInUse(organisation_id=organisation_id, domain=domain, on_at=at)
        if row.off_at is not None:
            row.on_at, row.off_at = at, None
        _ground(row, domains[domain], timezone.localdate(at))
        row.save()
    off = [row.pk for domain, row in rows.items() if domain not in wanted and row.off_at is None]
    DomainInUse.objects.filter(pk__in=off).update(off_at=at)
    tell(count=len(wanted))


def _ground(row: DomainInUse, said: Mapping[str, Any], today: date) -> None:
    """Why this domain may be asked."""
    for fault in advice_faults(row.domain, said, today):
        raise fault
    row.ground, row.advised_by = (_tidy(said, name) for name in ("ground", "advised_by"))
    row.advised_date = said["advised_date"]


def advice_faults(domain: str, said: Mapping[str, Any], today: date) -> list[Refusal]:
    """All that is wrong with why a domain may be asked; of what is sensitive the fields of the form have a name of their own."""
    own, faults = f"{domain}_" if domain in SENSITIVE else "", list[Refusal]()
    if not _tidy(said, "ground"):
        faults.append(GroundIsMissing(field=f"{own}ground"))
    if not _tidy(said, "advised_by"):
        faults.append(AdviceIsMissing(field=f"{own}advised_by"))
    if (day := said.get("advised_date")) is None:
        faults.append(AdviceIsMissing(field=f"{own}advised_date"))
    elif day > today:
        faults.append(IsStillToCome(field=f"{own}advised_date"))
    return faults


def _tidy(said: Mapping[str, Any], name: str) -> str:
    return " ".join(str(said.get(name) or "").split())


@command(about="candidate")
def note_domains(
    *,
    actor: Actor,
    at: datetime,
    candidate_id: UUID,
    scores: Mapping[str, int],
    source: str,
    reason: str = "",
) -> list[UUID]:
    """Score these domains of life, by domain from 1 to 5, all looked at in one talk. A score that stood there stays in the history;
    one that is the same now is signed anew: it was looked at again. Domains that are not named stay. Returns the keys.

    Refuses `NothingIsSaid`, `ScoreIsUnknown`, `NamesADiagnosis` in the reason, and `NotVisible` for a domain that is not in use."""
    actor.require("edit_candidates")
    candidate, _model = open_to(actor, at, candidate_id, "domain")
    if not set(scores) <= set(domains_in_use(candidate.organisation_id)):
        raise NotVisible()
    if not scores:
        raise NothingIsSaid()
    there = {row.domain: row for row in rows_of_part(candidate, "domain")}
    keys = []
    for domain, score in scores.items():
        if score not in SCORES:
            raise ScoreIsUnknown(field="score")
        row = there.get(domain) or DomainScore(candidate=candidate, domain=domain)
        row.score = score
        sign(row, actor, at, source, reason)
        refuse_a_diagnosis("domain", row)
        row.save()
        keys.append(row.pk)
    tell(part="domain", count=len(keys))
    return keys


@erases("switched_off", "candidates.DomainScore")
@command(about="candidates")
def forget_switched_off(*, actor: Actor, at: datetime, most: int = BATCH) -> int:
    """Erase at most `most` scores of domains that their organisation switched off so long ago, history included, also of what was
    taken away before. Returns how many."""
    actor.require("forget")
    history: Any = DomainScore.pgh_event_model  # type: ignore[attr-defined]
    lines = _past(history.objects, at).order_by("pgh_obj_id").values_list("pgh_obj_id", flat=True)
    keys = list(lines.distinct()[:most])
    DomainScore.objects.filter(pk__in=keys).delete()
    forget_history(DomainScore, keys)
    tell(count=len(keys))
    return len(keys)


def _past(rows: Any, at: datetime) -> QuerySet[Any]:
    """Of domains that were switched off so long ago; and what was scored so long ago in a domain of which nothing is kept about it
    being on or off."""
    before = TERMS["switched_off"].before(at)
    known = DomainInUse.objects.filter(
        organisation=OuterRef("candidate__organisation"), domain=OuterRef("domain")
    )
    off = Q(Exists(known.filter(off_at__lte=before)))
    found: QuerySet[Any] = rows.filter(off | Q(~Exists(known), noted_at__lte=before))
    return found
