"""The story on a candidate's page: what was learned and what happened, latest first, with where it was seen and why."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import groupby
from typing import Any

from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from werktop.audit.story import Moment
from werktop.candidates.models import PARTS, Candidate
from werktop.candidates.queries import Change, Picture
from werktop.candidates.queries.saying import names_of_part

Item = dict[str, Any]
CAME_IN, LEARNED, HAPPENED, STOPPED = range(4)
"""The order within a day, latest last."""


def guarded_story_of(picture: Picture) -> list[Item]:
    """What changed in the parts that only who works with this person reads, as `story_of` tells the rest."""
    found = [change for change in picture.changes() if is_behind_a_lock(change.now.part)]
    items = [(day, LEARNED, item) for day, item in _learned(found, picture.to_put_back())]
    return _latest_first(items)


def is_behind_a_lock(part: str) -> bool:
    """Whether only who works with this person reads such a part: it stands in a fold, for who looks along on the screen."""
    return part in PARTS and PARTS[part].IS_GUARDED


def story_of(
    candidate: Candidate, picture: Picture, moments: list[Moment], merged: Iterable[tuple[date, str]] = ()
) -> list[Item]:
    """Entries of `date`, `text`, `detail`, `url`, `kind` and `back` (part and key of what can be put back, or None). What is
    guarded is not in it (`guarded_story_of`)."""
    gone = picture.to_put_back()
    found = [change for change in picture.changes() if not is_behind_a_lock(change.now.part)]
    items = [(day, LEARNED, item) for day, item in _learned(found, gone)]
    came_in = localdate(candidate.created_at)
    items.append((came_in, CAME_IN, _item(_("%(name)s kwam binnen") % {"name": candidate.first_name})))
    items += [
        (m.day, HAPPENED, _item(m.words, url=m.url, kind="next" if m.is_to_come else "")) for m in moments
    ]
    items += [(day, HAPPENED, _item(words)) for day, words in merged]
    if candidate.left_at:
        stopped = _("%(name)s stopte") % {"name": candidate.first_name}
        items.append((localdate(candidate.left_at), STOPPED, _item(stopped)))
    return _latest_first(items)


def _latest_first(items: list[tuple[date, int, Item]]) -> list[Item]:
    # of one day, what was noted last stands first
    numbered = sorted(enumerate(items), key=lambda each: (each[1][0], each[1][1], each[0]), reverse=True)
    return [item | {"date": date_format(day)} for _n, (day, _order, item) in numbered]


def _learned(changes: Iterable[Change], gone: set[tuple[str, int]]) -> Iterable[tuple[date, Item]]:
    def together(change: Change) -> tuple[Any, ...]:
        line = change.now
        alone = (
            line.row_id
            if change.kind != "came" or line.reason or line.part not in ("term", "domain")
            else None,
            line.number if change.kind != "came" else None,
        )
        return (line.day, line.part, change.kind, line.source, line.reason, alone)

    for (day, *_rest), same in groupby(changes, key=together):
        yield day, _told(list(same), gone)


def _told(changes: list[Change], gone: set[tuple[str, int]]) -> Item:
    first, line = changes[0], changes[0].now
    name = names_of_part(line.part)
    words = ", ".join(change.now.words[0] for change in changes)
    if first.kind == "went":
        is_last = (line.part, line.number) in gone
        back = {"part": line.part, "row_id": line.row_id, "words": words} if is_last else None
        return _item(_("Weg: %(words)s") % {"words": words}, detail=line.reason, back=back)
    own = line.whole[1] if len(changes) == 1 else ""
    detail = " · ".join(filter(None, (own, line.source_words, line.reason)))
    if first.is_growth:
        return _item(_("Gegroeid: %(words)s") % {"words": words}, detail=detail, kind="work")
    if first.kind == "changed":
        return _item(_("%(name)s, nu: %(words)s") % {"name": capfirst(name), "words": words}, detail=detail)
    text = _("%(name)s: %(words)s") % {"name": capfirst(name), "words": words}
    return _item(text, detail=detail)


def _item(text: str, *, detail: str = "", url: str = "", kind: str = "", back: Any = None) -> Item:
    return {"text": text, "detail": detail, "url": url, "kind": kind, "back": back}
