"""Letting go of a name in the words of chances and of what is known of a firm. The room above, where such words are noted,
knows who is erased."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.db.models import Q

from werktop.audit.erasure import forget_history, write_anew

from .models import KINDS, Chance, EmployerQuestion, Fulfilment, SocialReturn


def forget_in_chances(rows: Q, likely: str, unnamed: Callable[[str, UUID], str]) -> None:
    """Write anew those of `rows` (of an organisation, or a region) of which `unnamed(words, organisation_id)` changes words, now
    or before, and let go of their history. `likely` is a pattern that all such words hold.

    Called in the command that erases.
    """
    said = rows & (Q(words__iregex=likely) | Q(outcome__iregex=likely))
    names = ("organisation_id", "words", "outcome")
    history: Any = Chance.pgh_event_model.objects.filter(said)  # type: ignore[attr-defined]
    found = {
        *Chance.objects.filter(said).values_list("pk", *names),
        *history.values_list("pgh_obj_id", *names),
    }
    naming = {key for key, of, *said in found if any(unnamed(words, of) != words for words in said)}
    for key in sorted(naming):
        chance = Chance.objects.select_for_update().filter(pk=key).first()
        if chance is None:
            forget_history(Chance, [key])
            continue
        own = chance.organisation_id
        write_anew(chance, words=unnamed(chance.words, own), outcome=unnamed(chance.outcome, own))


def forget_in_relation(rows: Q, likely: str, unnamed: Callable[[str, UUID], str]) -> None:
    """The same of the words of what is agreed with firms and what they do. What was done of a social return stays with it."""
    for model in KINDS.values():
        if "words" not in model.SAYS:
            continue
        manager: Any = model._default_manager
        history = model.pgh_event_model.objects  # type: ignore[attr-defined]
        said = rows & Q(words__iregex=likely)
        named = {
            *manager.filter(said).values_list("pk", "organisation_id", "words"),
            *history.filter(said).values_list("pgh_obj_id", "organisation_id", "words"),
        }
        for key in sorted({key for key, of, words in named if unnamed(words, of) != words}):
            row: Any = manager.select_for_update().filter(pk=key).first()
            if row is None:
                forget_history(model, [key])
                continue
            done = list(Fulfilment.objects.filter(social_return=row)) if model is SocialReturn else []
            write_anew(row, words=unnamed(row.words, row.organisation_id))
            for each in done:
                each.save(force_insert=True)


def forget_in_questions(rows: Q, likely: str, unnamed: Callable[[str, UUID], str]) -> None:
    """The same of what employers asked, who asked it, and what was answered."""
    names = ("words", "who", "said", "passed_to")
    said = Q()
    for name in names:
        said |= Q(**{f"{name}__iregex": likely})
    model: Any = EmployerQuestion
    found = {
        *model.objects.filter(rows & said).values_list("pk", "organisation_id", *names),
        *model.pgh_event_model.objects.filter(rows & said).values_list(
            "pgh_obj_id", "organisation_id", *names
        ),
    }
    for key in sorted(
        {key for key, of, *told in found if any(unnamed(words, of) != words for words in told)}
    ):
        row = model.objects.select_for_update().filter(pk=key).first()
        if row is None:
            forget_history(model, [key])
            continue
        write_anew(row, **{name: unnamed(getattr(row, name), row.organisation_id) for name in names})
