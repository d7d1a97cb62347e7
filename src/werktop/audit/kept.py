"""All that is kept of one person, put together so that the person can have it on paper (GDPR art. 15).

Each room says in its `ready` what its own tables hold (`keeps`), and of which tables it leaves something out, and why
(`leaves_out`). A test asks both: a new table that points at a person and is in neither fails it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import pairwise
from typing import Any
from uuid import UUID

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from .actors import Actor
from .retention import TERMS
from .versions import done_at


@dataclass(frozen=True)
class Part:
    """What stands under one heading: `rows` of (what it is, what we keep), in words for the person. `terms` are names out of
    `retention.TERMS`: how long it stays. `note` says what is not in it. `people` are others whom it names, for the log.
    `is_read_first`: words of colleagues, which one reads over before they are handed out: they may be about others too."""

    title: str
    rows: list[tuple[str, str]]
    terms: tuple[str, ...] = ()
    note: str = ""
    people: tuple[tuple[str, UUID], ...] = ()
    is_read_first: bool = False

    @property
    def how_long(self) -> list[str]:
        """Until when it is kept, in words."""
        return [str(TERMS[name].words) for name in self.terms]


Source = Callable[[Actor, Any, datetime], list[Part]]
FILE, GATHERINGS, TALKS, MESSAGES, LISTS, DOINGS = range(6)
"""The order on paper, from what somebody knows best to what nobody ever sees."""
_SOURCES: dict[str, list[tuple[int, Source]]] = {}
_ANSWERS: dict[str, dict[str, str]] = {}


def keeps(label: str, source: Source, *models: str, place: int) -> None:
    """Have `source(viewer, person, at)` asked what `models` ("gatherings.Guest") hold of a row of the model `label`
    ("candidates.Candidate"), in a number of queries that does not grow with it. `place` is where it stands on paper."""
    known = _SOURCES.setdefault(label, [])
    if (place, source) not in known:
        known.append((place, source))
    _ANSWERS.setdefault(label, {}).update(dict.fromkeys(models, ""))


def leaves_out(label: str, model: str, why: str) -> None:
    """Say of a table that points at a row of the model `label` why it adds nothing to what the others tell."""
    _ANSWERS.setdefault(label, {})[model] = why


def answers_about(label: str) -> dict[str, str]:
    """Each table for which a room has answered, to "" (it is told) or to why it is left out."""
    return dict(_ANSWERS.get(label, {}))


def all_kept_of(viewer: Actor, person: Any, at: datetime) -> list[Part]:
    """All parts in order, for who may see them; parts without anything in them are left out."""
    sources = sorted(_SOURCES.get(person._meta.label, ()), key=lambda each: each[0])
    parts = [part for _place, source in sources for part in source(viewer, person, at)]
    told = [replace(part, rows=[row for row in part.rows if row[1]]) for part in parts]
    return [part for part in told if part.rows]


def rows_of(row: Any, names: Mapping[str, Any]) -> list[tuple[str, str]]:
    """(what it is, what is kept) of these fields of `row`; `names` is field to words. Empty ones and a no are left out."""
    return [
        (str(words), in_words(row, field, getattr(row, field)))
        for field, words in names.items()
        if getattr(row, field)
    ]


def earlier(
    model: Any, keys: Collection[UUID], names: Mapping[str, Any]
) -> dict[UUID, list[tuple[str, str]]]:
    """What these fields of rows of `model` held before, out of their history: by key (what it is, what was kept until when).
    One query."""
    lines: dict[UUID, list[Any]] = defaultdict(list)
    history = model.pgh_event_model.objects.filter(pgh_obj_id__in=list(keys)).select_related("pgh_context")
    for line in history.order_by("pgh_id"):
        lines[line.pgh_obj_id].append(line)
    found: dict[UUID, list[tuple[str, str]]] = {}
    for key, history in lines.items():
        found[key] = [
            (
                _("%(what)s, eerder") % {"what": words},
                _("%(said)s (tot %(day)s)")
                % {
                    "said": in_words(model, field, getattr(before, field)),
                    "day": day(done_at(after) or after.pgh_created_at),
                },
            )
            for before, after in pairwise(history)
            for field, words in names.items()
            if getattr(before, field) not in (None, "", [])
            and getattr(before, field) != getattr(after, field)
        ]
    return found


def in_words(model: Any, field: str, value: Any) -> str:
    """A value as people read it: labels of choices, ja or nee, a day, "leeg" for nothing. What else a field is read as, its model
    says in `READ_AS` (field to what makes the words)."""
    read_as = getattr(getattr(model, "pgh_tracked_model", model), "READ_AS", {})
    if field in read_as and value:
        return str(read_as[field](value))
    asked = model._meta.get_field(field)
    labels = dict(getattr(asked, "base_field", asked).flatchoices)
    if isinstance(value, bool):
        return _("ja") if value else _("nee")
    if isinstance(value, list | tuple):
        return ", ".join(str(labels.get(each, each)) for each in value) or _("leeg")
    if isinstance(value, datetime):
        return moment(value)
    if isinstance(value, date):
        return day(value)
    return str(labels.get(value, value)) if value not in (None, "") else _("leeg")


def day(when: date | datetime | None) -> str:
    """ "24 november 2026" in the language of the reader; "" for nothing."""
    if when is None:
        return ""
    return date_format(timezone.localdate(when) if isinstance(when, datetime) else when)


def moment(when: datetime | None) -> str:
    """The day with the time; "" for nothing."""
    return date_format(timezone.localtime(when), "DATETIME_FORMAT") if when else ""
