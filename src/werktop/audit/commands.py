"""`command`: one public function = one transaction = receipt + history context + audit line."""

from __future__ import annotations

import dataclasses
import functools
import hashlib
import json
from collections.abc import Callable, Iterable
from contextvars import ContextVar
from datetime import date, datetime
from typing import Any, ParamSpec, TypeVar, cast
from uuid import UUID

import pghistory
from django.db import IntegrityError, transaction
from django.utils.crypto import salted_hmac

from .actors import Actor
from .models import Entry, PersonalView, Receipt
from .refusals import KeyReused

P = ParamSpec("P")
R = TypeVar("R")

_told: ContextVar[dict[str, Any] | None] = ContextVar("told", default=None)


COMMANDS: dict[str, str] = {}
"""Every command of the house by its verb in the trail ("candidates.note_left"), with what it is about."""


def tell(**detail: Any) -> None:
    """Add plain facts (counts, codes, never names) to the audit line of the command that is running."""
    told = _told.get()
    if told is None:
        raise RuntimeError("tell() is for inside a command")
    told.update(detail)


def command(*, about: str) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Make a function a command.

    The function takes keyword-only `actor` and `at`, and its own arguments; callers may add `key`, the request
    key of the form. Around it: one transaction; a receipt (the same key and content give the same outcome
    without doing anything, the same key with other content raises `KeyReused`); the history's context; and an
    audit line about `about`, whose id is the argument `<about>_id` or, for what is newly made, the outcome.
    What a command returns must be plain (None, bool, number, string, UUID, list or dict of these), since a
    repeated request gets it back from the receipt.
    """

    def wrap(function: Callable[P, R]) -> Callable[P, R]:
        verb = function.__name__
        home = function.__module__.removeprefix("werktop.").split(".")[0]

        if function.__module__.startswith("werktop."):
            COMMANDS[f"{home}.{verb}"] = about

        @functools.wraps(function)
        def run(*positional: Any, actor: Actor, at: datetime, key: UUID | None = None, **asked: Any) -> Any:
            if positional:
                raise TypeError(f"{verb}() takes keyword arguments only")
            with (
                transaction.atomic(),
                # when it was done, and not when the database wrote it down: a demo tells of other days
                pghistory.context(
                    command=f"{home}.{verb}", actor=str(actor.id or actor.kind), at=at.isoformat()
                ),
            ):
                if key is not None:
                    earlier = _earlier(key, actor, at, f"{home}.{verb}", _hash(asked))
                    if earlier is not None:
                        return _back(earlier.outcome)
                told: dict[str, Any] = {"link": actor.link_purpose} if actor.link_purpose else {}
                if actor.acts_for:
                    told["stood_in_for"] = str(actor.acts_for)
                token = _told.set(told)
                try:
                    outcome = cast(Callable[..., Any], function)(actor=actor, at=at, **asked)
                finally:
                    _told.reset(token)
                about_id = asked.get(f"{about}_id", outcome)
                Entry.objects.create(
                    at=at,
                    verb=f"{home}.{verb}",
                    about_kind=about,
                    about_id=about_id if isinstance(about_id, UUID) else None,
                    actor_kind=actor.kind,
                    actor_id=actor.id,
                    organisation_id=actor.organisation_id,
                    region_id=actor.region_id,
                    detail=told,
                )
                if key is not None:
                    Receipt.objects.filter(pk=key).update(outcome=_kept(outcome))
                return outcome

        run.is_command = True  # type: ignore[attr-defined]
        return cast(Callable[P, R], run)

    return wrap


def _earlier(key: UUID, actor: Actor, at: datetime, verb: str, content_hash: str) -> Receipt | None:
    """Lay down a receipt for `key`, or give the one that lies there (after waiting for whoever is laying it)."""
    try:
        with transaction.atomic():
            Receipt.objects.create(id=key, at=at, actor_id=actor.id, verb=verb, content_hash=content_hash)
        return None
    except IntegrityError:
        found = Receipt.objects.get(pk=key)
        if (found.verb, found.content_hash, found.actor_id) != (verb, content_hash, actor.id):
            raise KeyReused() from None
        return found


def _hash(asked: dict[str, Any]) -> str:
    # keyed, since what was asked may hold names or a password
    return salted_hmac(
        "werktop.receipt", json.dumps(asked, sort_keys=True, default=_plain), algorithm="sha256"
    ).hexdigest()


def _plain(value: Any) -> Any:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return dataclasses.asdict(value)
    if isinstance(value, set | frozenset):
        return sorted(map(str, value))
    if isinstance(value, UUID | date | datetime):
        return str(value)
    if isinstance(value, bytes):
        return hashlib.sha256(value).hexdigest()
    return str(value)


def _kept(outcome: Any) -> Any:
    """As JSON can hold it: what JSON does not know, and every object, is marked with what it is."""
    if outcome is None or isinstance(outcome, bool | int | float):
        return outcome
    if isinstance(outcome, str):
        return str(outcome)
    if isinstance(outcome, UUID):
        return {"uuid": str(outcome)}
    if isinstance(outcome, list):
        return [_kept(each) for each in outcome]
    if isinstance(outcome, dict) and all(isinstance(name, str) for name in outcome):
        return {"dict": {name: _kept(each) for name, each in outcome.items()}}
    raise TypeError(f"a receipt cannot give back {type(outcome).__name__}")


def _back(kept: Any) -> Any:
    if isinstance(kept, list):
        return [_back(each) for each in kept]
    if isinstance(kept, dict):
        if "uuid" in kept:
            return UUID(kept["uuid"])
        return {name: _back(each) for name, each in kept["dict"].items()}
    return kept


def log_personal_views(
    *, actor: Actor, at: datetime, page: str, seen: Iterable[tuple[str, UUID | None, list[UUID]]]
) -> None:
    """Write whom `actor` saw on `page`, in a transaction of its own (AVG art. 5(2), 30).

    `seen`: kind, the organisation that answers for these people (or None), and their keys; of nobody no line is written.
    """
    lines = [
        PersonalView(
            at=at,
            page=page,
            about_kind=kind,
            about_ids=[str(key) for key in keys],
            about_organisation_id=organisation_id,
            actor_kind=actor.kind,
            actor_id=actor.id,
            organisation_id=actor.organisation_id,
        )
        for kind, organisation_id, keys in seen
        if keys
    ]
    # a transaction by itself: all of these lines or none
    PersonalView.objects.bulk_create(lines)
