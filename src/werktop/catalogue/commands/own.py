"""An organisation's own words: added, changed, retired and taken back. They are never deleted."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from werktop.audit.actors import Actor
from werktop.audit.commands import command
from werktop.audit.keys import new_key
from werktop.audit.refusals import NotVisible, Refusal
from werktop.audit.versions import refuse_changed
from werktop.catalogue.choices import Group, Layer, TermKind
from werktop.catalogue.folding import folded, found_by
from werktop.catalogue.models import Term
from werktop.catalogue.queries.own import own_term_facts
from werktop.catalogue.suspicions import group_in

INTERESTS = (Group.ABOUT, Group.WHERE, Group.HOW)
LAYERS = {
    Group.LANGUAGE: Layer.BASIC,
    Group.COMPUTER: Layer.BASIC,
    Group.PEOPLE: Layer.EMPLOYEE,
    Group.TOGETHER: Layer.EMPLOYEE,
    Group.OWN_PACE: Layer.EMPLOYEE,
    Group.ORDER: Layer.EMPLOYEE,
}
AFTER_SHARED = 1_000
"""The position of own words: after all shared ones."""


class WordIsThere(Refusal):
    text = _("Dit woord staat al in de catalogus. Zoek het op en gebruik dat.")


class WordIsMissing(Refusal):
    text = _("Vul het woord in, in het Nederlands en in het Engels.")


class CountsAsNothing(Refusal):
    text = _(
        "Kies een woord uit de gedeelde lijst van dezelfde soort: iets wat iemand kan, of waar iemand van houdt."
    )


class NamesAGroup(Refusal):
    """`word` is what was read as one."""

    def __init__(self, word: str, *, field: str) -> None:
        told = gettext(
            "“%(word)s” zegt bij welke groep iemand hoort, of wat iemand heeft. Noem wat iemand kan, of waar iemand van houdt."
        )
        super().__init__(told % {"word": word}, field=field)


@command(about="own_term")
def add_own_term(
    *,
    actor: Actor,
    at: datetime,
    label_nl: str,
    label_en: str,
    group: str,
    counts_as_id: UUID | None = None,
) -> UUID:
    """A word of the actor's organisation, in the group where it stands; the matching counts `counts_as_id` instead of
    it, or leaves it out as long as there is none. Without English the Dutch word stands in both.
    Refuses `WordIsThere`, `WordIsMissing`, `CountsAsNothing`, and `NamesAGroup`: by such a word a benefit, a target group, health,
    origin or age would count in a matching."""
    actor.require("manage_organisation")
    if actor.organisation_id is None:
        raise NotVisible()
    key = new_key()
    term = Term(pk=key, organisation_id=actor.organisation_id, code=f"eigen-{key.hex}", position=AFTER_SHARED)
    _write(term, label_nl=label_nl, label_en=label_en, group=group, counts_as_id=counts_as_id)
    return key


@command(about="own_term")
def change_own_term(
    *,
    actor: Actor,
    at: datetime,
    own_term_id: UUID,
    label_nl: str,
    label_en: str,
    group: str,
    counts_as_id: UUID | None = None,
    version: str = "",
) -> None:
    """Change a word of the actor's organisation; where it is noted already, it reads the new way. Refuses as
    `add_own_term` does, and `ChangedMeanwhile`."""
    actor.require("manage_organisation")
    term = _own(actor, own_term_id)
    refuse_changed(version, own_term_facts(term))
    _write(term, label_nl=label_nl, label_en=label_en, group=group, counts_as_id=counts_as_id)


@command(about="own_term")
def retire_own_term(*, actor: Actor, at: datetime, own_term_id: UUID) -> None:
    """Nobody chooses it any more. Where it is noted it stays, and still counts."""
    actor.require("manage_organisation")
    term = _own(actor, own_term_id)
    term.is_active = False
    term.save(update_fields=["is_active"])


@command(about="own_term")
def restore_own_term(*, actor: Actor, at: datetime, own_term_id: UUID) -> None:
    """It can be chosen again. Refuses `WordIsThere` where the same word has come meanwhile."""
    actor.require("manage_organisation")
    term = _own(actor, own_term_id)
    _refuse_known(term)
    term.is_active = True
    term.save(update_fields=["is_active"])


def _own(actor: Actor, term_id: UUID) -> Term:
    found = Term.objects.select_for_update().filter(
        pk=term_id, organisation__isnull=False, organisation_id=actor.organisation_id
    )
    term = found.first()
    if term is None:
        raise NotVisible()
    return term


def _write(term: Term, *, counts_as_id: UUID | None, **said: Any) -> None:
    term.label_nl = " ".join(said["label_nl"].split())[:80]
    if not term.label_nl:
        raise WordIsMissing(field="label_nl")
    term.label_en = " ".join(said["label_en"].split())[:80] or term.label_nl
    for field in ("label_nl", "label_en"):
        if word := group_in(getattr(term, field)):
            raise NamesAGroup(word, field=field)
    term.group = Group(said["group"])
    term.kind = TermKind.INTEREST if term.group in INTERESTS else TermKind.COMPETENCY
    term.layer = "" if term.kind == TermKind.INTEREST else LAYERS.get(term.group, Layer.VOCATIONAL)
    term.key, term.words = folded(term.label_nl)[:80], found_by([term.label_nl, term.label_en])
    term.counts_as_id = counts_as_id
    if counts_as_id and not Term.objects.filter(pk=counts_as_id, organisation=None, kind=term.kind).exists():
        raise CountsAsNothing(field="counts_as_id")
    _refuse_known(term)
    try:
        with transaction.atomic():
            term.save()
    except IntegrityError as fault:
        if "a_label_once_in_each_vocabulary" in str(fault):
            raise WordIsThere(field="label_nl") from fault
        raise


def _refuse_known(term: Term) -> None:
    same = Term.objects.filter(key=term.key, is_active=True).exclude(pk=term.pk)
    if any(each.organisation_id in (None, term.organisation_id) for each in same):
        raise WordIsThere(field="label_nl")
