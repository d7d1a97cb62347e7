"""Two rows that turn out to be about one person or firm become one: what pointed at the lost row points at the kept one.

Each room says in its `ready` what becomes of its rows: `goes_over` for a field that points at a person or firm, `named_by` for a
plain key, `stays` with why for what is left as it is, and `settled_by` for what cannot be said of one field: it settles or
refuses first. A test asks for every field that points; one without a rule fails it.

What was done is written down in a `Merge`, so that it can be undone for a while, and so that the old key leads to the kept row.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.apps import apps
from django.core import serializers
from django.db import IntegrityError, models, transaction
from django.db.models.deletion import Collector
from django.utils.translation import gettext_lazy as _

from .actors import Actor
from .models import Likeness, Merge
from .refusals import Refusal
from .retention import TERMS


class CannotMerge(Refusal):
    text = _("Deze twee kunnen we niet samenvoegen: iets staat bij allebei. Kijk wat er bij beiden loopt.")


class CannotTakeApart(Refusal):
    text = _(
        "Deze samenvoeging kan niet meer terug: er is op voortgebouwd. Maak zo nodig een nieuw dossier, en zet over "
        "wat daarbij hoort."
    )


class TimeToTakeApartIsOver(CannotTakeApart):
    text = _("Een samenvoeging kan dertig dagen terug. Deze is ouder.")


class LaterMergeFirst(CannotTakeApart):
    text = _("Er is daarna nog iemand samengevoegd met dit dossier. Maak eerst die samenvoeging ongedaan.")


@dataclass(frozen=True)
class Way:
    """What becomes of rows of `model` that point by `field`: they go over, and where the kept row has one with the same
    `beside`, that of the lost row says nothing new and goes, or (`is_left`) stays as it is. `kind_field` is for plain keys.
    `why`: all of them stay."""

    model: str
    field: str
    beside: tuple[str, ...] = ()
    is_left: bool = False
    kind_field: str = ""
    why: str = ""


@dataclass
class Book:
    """What a merge did, as it is written down: keys of rows that went over, by model and field, and rows that went, as they
    were. `takes` are names of things that there are once and of which the lost row's was chosen."""

    at: datetime
    takes: frozenset[str] = frozenset()
    moved: dict[str, list[str]] = field(default_factory=dict)
    dropped: list[Any] = field(default_factory=list)

    def drop(self, row: models.Model, *, with_it: Iterable[str] = ()) -> bool:
        """Take this row away, and what hangs on it if that is of `with_it` alone; else nothing happens: False."""
        collector = Collector(using="default")
        collector.collect([row])
        hangs_on = [*collector.data, *(queryset.model for queryset in collector.fast_deletes)]
        allowed = {row._meta.label, *with_it}
        if any(model._meta.label not in allowed for model in hangs_on if _has_any(model, collector)):
            return False
        there = [row, *(each for model, rows in collector.data.items() for each in rows if each.pk != row.pk)]
        there += [each for rows in collector.fast_deletes for each in rows]
        kept = {(type(each), each.pk): each for each in there}
        self.dropped += [_written(each) for each in kept.values()]
        collector.delete()
        return True


Settle = Callable[[Any, Any, Book], None]
_WAYS: dict[str, dict[tuple[str, str], Way]] = {}
_SETTLES: dict[str, list[Settle]] = {}
KINDS: dict[str, str] = {}
"""The kind of each person or firm as the trail and the plain keys know it ("candidate"), by its model's label."""


def merges(label: str, kind: str) -> None:
    """Say that rows of the model `label` can be brought together. Said once, in the `ready` of the room that holds them."""
    KINDS[label] = kind
    trail = "the trail and the log are never written anew; the old key leads to the kept row"
    for model, name in (
        ("audit.Entry", "about_id"), ("audit.Entry", "actor_id"), ("audit.PersonalView", "about_ids"),
        ("audit.PersonalView", "actor_id"), ("audit.Receipt", "actor_id"),
    ):  # fmt: skip
        stays(label, model, name, trail)
    for name in ("first_id", "second_id"):
        stays(label, "audit.Likeness", name, "it goes with the lost row: the pair is settled")
    stays(label, "audit.Merge", "lost_id", "it says which row was lost")
    named_by(label, "audit.Merge", "kept_id", "kind")


def goes_over(label: str, model: str, field: str, *, beside: Sequence[str] = ()) -> None:
    """Rows of `model` that point at the lost row of the model `label` by `field` point at the kept one from then on."""
    _WAYS.setdefault(label, {})[model, field] = Way(model, field, tuple(beside))


def named_by(label: str, model: str, field: str, kind_field: str, *, unless: Sequence[str] = ()) -> None:
    """Rows of `model` that hold the plain key of the lost row in `field` (and its kind in `kind_field`) hold the kept one's,
    unless the kept one has a row with the same in these fields."""
    _WAYS.setdefault(label, {})[model, field] = Way(
        model, field, tuple(unless), is_left=True, kind_field=kind_field
    )


def stays(label: str, model: str, field: str, why: str) -> None:
    """Rows of `model` that point at the lost row by `field` are left as they are."""
    _WAYS.setdefault(label, {})[model, field] = Way(model, field, why=why)


def settled_by(label: str, settle: Settle) -> None:
    """Have `settle(kept, lost, book)` called before anything goes over: it takes away with `book.drop` what both have of a thing
    that there is once, or raises a `CannotMerge` with a sentence for the screen."""
    known = _SETTLES.setdefault(label, [])
    if settle not in known:
        known.append(settle)


def ways_of(label: str) -> dict[tuple[str, str], Way]:
    """Each field for which a room has answered, by model and field."""
    return dict(_WAYS.get(label, {}))


def stands_for(kind: str, key: UUID, viewer: Actor | None = None) -> UUID | None:
    """The key of the row that was kept where this one was brought together with it; None for any other. With a `viewer` only
    where it is of the viewer's organisation, or of the region where that owns such rows."""
    found = Merge.objects.filter(kind=kind, lost_id=key)
    if viewer is not None and kind == "candidate":
        found = found.filter(organisation_id=viewer.organisation_id)
    elif viewer is not None:
        found = found.filter(region_id=viewer.region_id)
    return found.values_list("kept_id", flat=True).first()


def known_before_as(kind: str, key: UUID) -> list[UUID]:
    """The keys of the rows that were brought together with this one, the earliest first."""
    found = Merge.objects.filter(kind=kind, kept_id=key).order_by("at", "id")
    return list(found.values_list("lost_id", flat=True))


def merges_into(kind: str, keys: Iterable[UUID]) -> list[Merge]:
    """What was brought together with these rows, the latest first. The caller has checked who looks."""
    return list(Merge.objects.filter(kind=kind, kept_id__in=list(keys)).defer("undo").order_by("-at", "-id"))


def kept_by_identity(organisation_id: UUID, identities: Iterable[str] | None = None) -> dict[str, UUID]:
    """By which keys of rows in a list the lost rows were known, to the kept rows: the same list doubles nobody."""
    found = Merge.objects.filter(organisation_id=organisation_id).exclude(identity="")
    if identities is not None:
        found = found.filter(identity__in=list(identities))
    return dict(found.values_list("identity", "kept_id"))


def merge_to_undo(kind: str, kept_id: UUID, merge_id: UUID) -> Any:
    """This merge into this row, locked, or None. Call it inside the command that undoes it."""
    return Merge.objects.select_for_update().filter(pk=merge_id, kind=kind, kept_id=kept_id).first()


def merge_rows(
    *,
    kept: Any,
    lost: Any,
    facts: dict[str, Any],
    actor: Actor,
    at: datetime,
    takes: frozenset[str] = frozenset(),
) -> Merge:
    """Bring `lost` together with `kept`, both locked: `facts` are what the kept row says from now on. Call it inside a command
    that holds what hangs on both (`erasure.hold_around`). `CannotMerge` where a room refuses or a constraint would break."""
    label = kept._meta.label
    book, before, gone = Book(at, takes), _written(kept), _written(lost)
    try:
        with transaction.atomic():
            for settle in _SETTLES.get(label, ()):
                settle(kept, lost, book)
            for way in _WAYS[label].values():
                _go_over(way, label, kept, lost, book)
            _leave(lost)
            facts = {
                kept._meta.get_field(name).name: getattr(value, "pk", value) for name, value in facts.items()
            }
            for name, value in facts.items():
                setattr(kept, kept._meta.get_field(name).attname, value)
            kept.save(update_fields=list(facts))
            made = Merge.objects.create(
                kind=KINDS[label],
                kept_id=kept.pk,
                lost_id=lost.pk,
                organisation_id=getattr(kept, "organisation_id", None) or kept.employer.organisation_id,
                region_id=getattr(kept, "region_id", None) or kept.employer.region_id,
                at=at,
                by_id=actor.id,
                lost_name=str(lost)[:200],
                identity=getattr(lost, "identity", ""),
                undo_until=TERMS["merge"].end(at),
                undo={
                    "lost": gone,
                    "before": _of(before, facts),
                    "after": _of(_written(kept), facts),
                    "moved": book.moved,
                    "dropped": book.dropped,
                },
            )
    except IntegrityError as clash:
        raise CannotMerge() from clash
    return made


def take_apart_rows(*, kept: Any, merge: Merge, at: datetime) -> Any:
    """The lost row is there again, with what went over from it and is with the kept row still; gives it. What was noted after
    the merge stays with the kept row, and so does a fact that was changed since. Call it inside a command, with `kept` locked
    and what hangs on it held. `CannotTakeApart` where that cannot be."""
    if at >= merge.undo_until or not merge.undo:
        raise TimeToTakeApartIsOver()
    if Merge.objects.filter(kind=merge.kind, kept_id=merge.kept_id, at__gt=merge.at).exists():
        raise LaterMergeFirst()
    undo = merge.undo
    try:
        with transaction.atomic():
            _put_facts_back(kept, undo["before"], undo["after"])
            _read(undo["lost"]).save_base(raw=True, force_insert=True)
            for place, keys in undo["moved"].items():
                model, name = place.rsplit(".", 1)
                rows = apps.get_model(model)._base_manager.filter(pk__in=keys, **{name: merge.kept_id})
                rows.update(**{name: merge.lost_id})
            for plain in undo["dropped"]:
                _read(plain).save_base(raw=True, force_insert=True)
            merge.delete()
    except IntegrityError as clash:
        raise CannotTakeApart() from clash
    return type(kept)._base_manager.get(pk=undo["lost"]["pk"])


def _go_over(way: Way, label: str, kept: Any, lost: Any, book: Book) -> None:
    if way.why:
        return
    model = apps.get_model(way.model)
    manager, name = model._base_manager, model._meta.get_field(way.field).attname
    of_kind = {way.kind_field: KINDS[label]} if way.kind_field else {}
    rows = list(manager.select_for_update().filter(**{name: lost.pk}, **of_kind).order_by("pk"))
    if way.beside and rows:
        there = set(manager.filter(**{name: kept.pk}, **of_kind).values_list(*way.beside))
        for row in [r for r in rows if tuple(getattr(r, each) for each in way.beside) in there]:
            if not way.is_left and not book.drop(row):
                raise CannotMerge()
            rows.remove(row)
    if not rows:
        return
    keys = [row.pk for row in rows]
    manager.filter(pk__in=keys).update(**{name: kept.pk})
    book.moved.setdefault(f"{way.model}.{name}", []).extend(str(key) for key in keys)


def _leave(lost: Any) -> None:
    """The lost row goes; that anything would go with it is a rule that was forgotten, and stops everything."""
    collector = Collector(using="default")
    collector.collect([lost])
    others = [model for model in collector.data if model is not type(lost)]
    others += [rows.model for rows in collector.fast_deletes if rows.exists()]
    updates: list[Any] = [rows for found in collector.field_updates.values() for rows in found]
    others += [rows[0] for rows in updates if len(rows)]
    if others:
        raise RuntimeError(f"no rule for what points at a {lost._meta.label}: {others}")
    key = lost.pk
    Likeness.objects.filter(models.Q(first_id=key) | models.Q(second_id=key)).delete()
    type(lost)._base_manager.filter(pk=key).delete()


def _of(written: dict[str, Any], facts: Iterable[str]) -> dict[str, Any]:
    return written | {"fields": {name: written["fields"][name] for name in facts}}


def _put_facts_back(kept: Any, before: Any, after: Any) -> None:
    """What the merge changed on the kept row stands there as before, unless it was changed since."""
    now, old, back = _written(kept)["fields"], _read(before), []
    for name, said in after["fields"].items():
        if said != before["fields"][name] and now[name] == said:
            column = kept._meta.get_field(name).attname
            setattr(kept, column, getattr(old, column))
            back.append(name)
    kept.save(update_fields=back)


def _has_any(model: Any, collector: Collector) -> bool:
    return model in collector.data or any(
        rows.model is model and rows.exists() for rows in collector.fast_deletes
    )


def _written(row: models.Model) -> dict[str, Any]:
    """The whole row as JSON, moments to the microsecond."""
    plain = serializers.serialize("python", [row])[0]
    return dict(json.loads(json.dumps(plain, default=_plain)))


def _plain(value: Any) -> str:
    return value.isoformat() if isinstance(value, date | datetime) else str(value)


def _read(plain: dict[str, Any]) -> Any:
    return next(iter(serializers.deserialize("python", [plain]))).object
