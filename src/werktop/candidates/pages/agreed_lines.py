"""Something agreed as a line with one tap: what, who would do it and when; done, later, or not any more. And what the last tap
did, to take back on the spot."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from werktop.audit.keys import key_in
from werktop.audit.later import LATER, PutOff
from werktop.audit.refusals import NotVisible
from werktop.candidates import queries
from werktop.candidates.models import Doer
from werktop.candidates.queries import ToDo
from werktop.candidates.queries.agreed import AGREED
from werktop.candidates.queries.saying import when_in_words

DONE, GONE = "gedaan", "weg"


def agreed_line(each: ToDo, today: date, back: str) -> dict[str, Any]:
    """One line of those who need somebody; `back` is the page on which it stands."""
    row, candidate = each.row, each.row.candidate
    is_late = row.due_date is not None and row.due_date < today
    at_row = [candidate.pk, each.part, row.pk]
    return {
        "name": candidate.name,
        "url": reverse("candidates:candidate", args=[candidate.pk]),
        "kind": "candidate",
        **_tag(each),
        "tint": "brick" if is_late and each.is_mine else "meadow",
        "is_urgent": is_late and each.is_mine,
        "why": " · ".join(filter(None, (_why(each, today), candidate.adjusted_words, _who_reads(each)))),
        "action": _("Gedaan"),
        "action_icon": "check",
        "post_url": reverse("candidates:finish_part", args=at_row),
        "later_url": reverse("candidates:put_off_part", args=at_row) if row.due_date else "",
        "later": LATER if row.due_date else (),
        "stop": _("Niet meer"),
        "stop_url": reverse("candidates:change_part", args=at_row),
        "back": back,
    }


def open_line(each: ToDo) -> dict[str, Any]:
    """One line of what stays open where a candidate stops: what, by whom and when; done, not any more, or another's."""
    row, at_row = each.row, [each.row.candidate_id, each.part, each.row.pk]
    return {
        **_tag(each),
        "said": _what(row),
        "detail": " · ".join(filter(None, (capfirst(when_in_words(row)), _who_reads(each)))),
        "done_url": reverse("candidates:finish_part", args=at_row),
        "change_url": reverse("candidates:change_part", args=at_row),
    }


def _tag(each: ToDo) -> dict[str, Any]:
    """What it is one of, in a word and a drawing."""
    if each.part == "step":
        return {"tag": _("Stap"), "icon": "sprout"}
    return {"tag": _("Wat nodig is"), "icon": "lock"}


def _what(row: Any) -> str:
    """What is to be done, as a sentence begins."""
    return str(capfirst(getattr(row, "action", "") or row.words)).rstrip(".")


def _who_reads(each: ToDo) -> str:
    """Beside what is guarded (the lock) who else may read it."""
    if not AGREED[each.part].IS_GUARDED:
        return ""
    named = {"name": each.row.candidate.first_name}
    if each.row.owner_id:
        return _("alleen wie met %(name)s werkt leest dit, en wie het doet") % named
    return _("alleen wie met %(name)s werkt leest dit") % named


def _why(each: ToDo, today: date) -> str:
    row, what = each.row, _what(each.row)
    if not each.has_left and (row.due_date is None or row.due_date > today):
        return " ".join(f"{said}." for said in (what, capfirst(when_in_words(row))) if said)
    if each.has_left:
        words = _("%(what)s. %(who)s zou dit doen en werkt hier niet meer. Spreek af wie het nu doet.")
    elif each.is_mine:
        words = _("%(what)s. Dat zou je %(day)s doen.") if row.due_date < today else "%(what)s."
    elif row.doer == Doer.CANDIDATE:
        words = _("%(what)s. %(name)s zou dit zelf doen. Vraag hoe het ging.")
    elif row.who:
        words = _("%(what)s. %(who)s zou dit doen. Vraag hoe het ging.")
    else:
        words = _("%(what)s. Nog niemand doet dit: spreek af wie.")
    return words % {
        "what": what,
        "day": date_format(row.due_date, "l j F") if row.due_date else "",
        "name": row.candidate.first_name,
        "who": row.owner.name if row.owner else row.who or _("Een collega"),
    }


def tapped(part: str, row_id: UUID, what: str) -> str:
    """What the address of the page says of the tap: `DONE`, `GONE`, or the day on which it stood."""
    return f"{part}.{row_id}.{what}"


def tapped_just_now(request: Any) -> dict[str, Any] | None:
    """What the last tap did, as the address says: `words`, and the form that takes it back; or a `put_off`. None for what is not
    there for the viewer."""
    part, key, what = [*request.GET.get("stap", "").split("."), "", ""][:3]
    if part not in AGREED or not request.actor.can("edit_candidates"):
        return None
    if (row_id := key_in(key)) is None:
        return None
    try:
        found = queries.agreed_row(request.actor, part, row_id, request.at)
    except NotVisible:
        return None
    args = [found.candidate_id, part, found.row_id]
    if what == GONE:
        return None if found.is_there else _taken_back(found, _("Niet meer: %(what)s"), "put_back_part", args)
    if not found.is_there:
        return None
    if what == DONE:
        if found.row.done_date is None:
            return None
        return _taken_back(found, _("Gedaan: %(what)s"), "finish_part", args) | {"is_open": True}
    try:
        was = date.fromisoformat(what)
    except ValueError:
        return None
    if found.row.due_date is None:
        return None
    put_off = PutOff(reverse("candidates:put_off_part", args=args), was, found.row.due_date)
    return {"people": [found.candidate_id], "put_off": put_off}


def _taken_back(found: Any, words: str, name: str, args: list[Any]) -> dict[str, Any]:
    return {
        "people": [found.candidate_id],
        "words": words % {"what": found.row.words},
        "url": reverse(f"candidates:{name}", args=args),
    }
