"""Finding people and firms by name and place: accents and slips of typing are forgiven, a place has many postcodes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.contrib.postgres.search import TrigramWordSimilarity
from django.db.models import BooleanField, Case, F, Func, IntegerField, Q, QuerySet, TextField, Value, When
from django.db.models.functions import MD5, Cast, Concat, Lower, Trim

from .alike import WEIGHTS
from .queries import postcodes_in


class Unaccented(Func):
    """PostgreSQL's `unaccent`: "Zoë" and "Zoe" are the same."""

    function = "unaccent"
    output_field = TextField()


def key_of(*fields: str) -> Unaccented:
    """These fields together as they are compared and ordered: lower case, without accents."""
    parts: list[Any] = [part for field in fields for part in (field, Value(" "))][:-1]
    whole = Trim(Concat(*parts, output_field=TextField())) if len(fields) > 1 else fields[0]
    return Unaccented(Lower(whole))


def words_key(words: str) -> Unaccented:
    """Typed words in the same form: lower case, without accents, single spaces."""
    return Unaccented(Lower(Value(" ".join(words.split()))))


def named_like(rows: QuerySet[Any], words: str, *, also: Q | None = None) -> QuerySet[Any]:
    """Rows whose `name_key` (a column, or annotated with `key_of`) holds or resembles `words`, or that fit `also`; each has
    `alike` (0..1), to order by. By the trigram index of the column, where `also` does not stand in its way."""
    key = words_key(words)
    sought = Q(name_key__trigram_word_similar=key) | Q(name_key__contains=key)
    return alike_to(rows, words).filter(sought | also if also else sought)


def alike_to(rows: QuerySet[Any], words: str) -> QuerySet[Any]:
    """All these rows, each with `alike` (0..1): how much its `name_key` resembles `words`."""
    key = words_key(words)
    return rows.annotate(alike=TrigramWordSimilarity(key, "name_key"))  # type: ignore[arg-type]  # an expression is fine too


def surest_first(pairs: QuerySet[Any]) -> QuerySet[Any]:
    """Pairs that may be one (with codes of `alike.WHY` in `why`), those first of which that is surest; between equals a lot
    (docs/decisions/0035)."""
    weights: list[Any] = [
        Case(When(why__contains=code, then=weight), default=0, output_field=IntegerField())
        for code, weight in WEIGHTS.items()
    ]
    return pairs.order_by(sum(weights[1:], start=weights[0]).desc(), MD5(Cast("id", TextField())))


def reached_alike(pairs: QuerySet[Any]) -> QuerySet[Any]:
    """Those of these pairs that have one telephone number or e-mail address."""
    return pairs.filter(Q(why__contains="phone") | Q(why__contains="email"))


class Among(Func):
    """Whether a row's key is one of these: as one value, however many they are."""

    template = "%(expressions)s::uuid[])"
    arg_joiner = " = any("
    output_field = BooleanField()

    def __init__(self, field: str, keys: Iterable[UUID]) -> None:
        super().__init__(F(field), Value("{" + ",".join(map(str, keys)) + "}"))


def in_place(words: str) -> Q:
    """Rows with a `postcode` in this place: the beginning of a postcode, or a town's name. A Q that fits nobody where
    no such place is known."""
    sought = words.replace(" ", "").upper()
    if sought[:1].isdigit():
        return Q(postcode__startswith=f"{sought[:4]} {sought[4:]}".strip())
    areas = Q()
    for pc4 in postcodes_in(words):
        areas |= Q(postcode__startswith=pc4)
    return areas or Q(pk=None)
