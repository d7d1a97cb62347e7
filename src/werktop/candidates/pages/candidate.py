"""A candidate's page: talents and wishes first."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from werktop.accounts.queries import accounts_by_id
from werktop.audit.keys import key_in
from werktop.audit.likeness import told_apart_from
from werktop.audit.merging import merges_into
from werktop.audit.story import moments_of, next_of
from werktop.candidates import queries
from werktop.candidates.models import LOW, PARTS, Candidate, PreferredChannel
from werktop.candidates.queries.saying import days_in_words, hours_in_words, travel_in_words, wish_in_words
from werktop.catalogue import queries as catalogue
from werktop.catalogue.choices import Language
from werktop.regions import queries as regions
from werktop.ui.components.phones import phone
from werktop.ui.panels import panels_of

from .story import guarded_story_of, story_of

EFFECTS = {"term", "words", "wish", "goal", "languages", "certificate"}
"""Parts in which one sees what a course or other help did."""

LEARNED = ("instrument", "certificate", "requirement")
"""Parts that stand folded, what was noted first beside the title."""
LOOKED_AT = ("outcome", "candidate_words", "colleague_outcome", "colleague_words")
"""What says that a course was looked at together."""
FIRST_OF_THE_STORY = 4
"""So much of the story stands there at once; the rest is one tap away."""


def page(request: Any, candidate_id: UUID) -> HttpResponse:
    """What somebody can and likes, how to reach them, and what the day needs for who works with them."""
    candidate = queries.candidate_for(request.actor, candidate_id)
    sees_needs = queries.can_see_needs(request.actor, candidate, request.at)
    picture = queries.picture_of(request.actor, candidate, request.at)
    now = picture.on()
    terms = sorted(
        now.get("term", ()),
        key=lambda line: (line.source == "own_words" and not line.row.also_seen, line.row.term.position),
    )
    can_edit = request.actor.can("edit_candidates")
    moments = moments_of(request.actor, candidate, request.at)
    merged, reach = _merged(request, candidate), _reach(candidate)
    instruments = [_used(picture, line, localdate(request.at)) for line in now.get("instrument", ())]
    story = story_of(candidate, picture, moments, [(each["day"], each["words"]) for each in merged])
    request.shown_people += [(kind, [key]) for m in moments for kind, key in m.people]
    return render(
        request,
        "candidates/candidate.html",
        {
            "candidate": candidate,
            "now": {part: now.get(part, []) for part in PARTS},
            "talents": [
                (
                    line.words[0],
                    " · ".join(filter(None, (line.words[1], line.source_words))),
                    place_of(candidate, line) if can_edit else "",
                )
                for line in terms
                if line.row.term.kind == "competency"
            ],
            "wishes": [line for line in terms if line.row.term.kind == "interest"],
            "wish_rows": wish_in_words(now["wish"][0].row) if "wish" in now else [],
            "instruments": instruments,
            "is_to_look_at": any(used["is_to_look_at"] for used in instruments),
            "learned_note": ", ".join(line.words[0] for part in LEARNED for line in now.get(part, ())[:2])
            or _("nog niets genoteerd"),
            "to_do": [line for line in now.get("step", ()) if not line.row.done_date],
            "done": [line for line in now.get("step", ()) if line.row.done_date],
            "places": _places(sees_needs, can_edit=can_edit),
            "story_items": story[:FIRST_OF_THE_STORY],
            "story_before": story[FIRST_OF_THE_STORY:],
            "guarded_items": guarded_story_of(picture) if sees_needs else [],
            "next_moment": next_of(moments),
            "facts": _facts(candidate, now),
            "may": _may(candidate, now, localdate(request.at)),
            "wish_work": _wished_work(now),
            "reach": reach,
            "reach_note": " · ".join(said for icon, _label, said in reach if icon in ("phone", "mail")),
            "has_needs": sees_needs,
            "has_domains": sees_needs and bool(queries.domains_in_use(candidate.organisation_id)),
            "low_score": LOW,
            "is_look": sees_needs and not queries.does_work_with(request.actor, candidate),
            "is_nobodys": queries.works_with_nobody(candidate),
            "looks": queries.looks_at(request.actor, candidate),
            "needs": _needs(candidate) if sees_needs else [],
            "kept_until": queries.kept_until(candidate) if candidate.left_at else None,
            "can_edit": can_edit,
            "panels": panels_of(request, candidate),
            "merged": merged,
            "just_apart": _just_apart(request, candidate) if can_edit else None,
            "just_merged": next((each for each in merged if each["is_new"] and each["until"]), None),
        },
    )


def _merged(request: Any, candidate: Candidate) -> list[dict[str, Any]]:
    """The files that became part of this one, in words, with until when that can be undone."""
    found = merges_into("candidate", [candidate.pk])
    names = accounts_by_id([each.by_id for each in found if each.by_id]) if found else {}
    words = _("Samengevoegd met het dossier van %(name)s op %(day)s, door %(who)s")
    return [
        {
            "id": each.pk,
            "day": localdate(each.at),
            "words": words
            % {
                "name": each.lost_name,
                "day": date_format(localdate(each.at)),
                "who": names[each.by_id].name if each.by_id in names else "werktop",
            },
            # of several only the latest can be undone; then the one before it
            "until": each.undo_until if place == 0 and request.at < each.undo_until else None,
            "is_new": request.GET.get("samengevoegd") == str(each.lost_id),
        }
        for place, each in enumerate(found)
    ]


def _just_apart(request: Any, candidate: Candidate) -> Candidate | None:
    """The file that this one was taken from by the last press, as the address says: brought together again if that was a slip."""
    key = key_in(request.GET.get("losgemaakt", ""))
    if key is None or key not in told_apart_from(candidate.pk):
        return None
    kept = queries.candidates_visible_to(request.actor, with_left=True).filter(pk=key).first()
    if kept is not None:
        request.shown_people.append(("candidate", [kept.pk]))
    return kept


def _places(sees_needs: bool, *, can_edit: bool) -> list[tuple[str, str]]:
    """Where one can jump to on this long page, in its order."""
    places = [
        ("term", _("Talenten")),
        ("contact" if can_edit else "", _("Contact")),
        ("step", _("Plan")),
        ("wish", _("Wensen")),
        ("story", _("Verhaal")),
        ("instrument", _("Cursussen en bewijzen")),
        ("reach", _("Bereiken")),
        ("need" if sees_needs or can_edit else "", _("Wat nodig is")),
    ]
    return [(place, words) for place, words in places if place]


def place_of(candidate: Candidate, line: queries.Line) -> str:
    """Where a part is changed."""
    return reverse("candidates:change_part", args=[candidate.pk, line.part, line.row_id])


def _used(picture: queries.Picture, line: queries.Line, today: date) -> dict[str, Any]:
    """A course or other help, with what came and grew in the picture while it ran: the evening before it began, to its end."""
    first, last = line.row.from_date - timedelta(days=1), line.row.until_date or today
    found = [c for c in picture.between(first, last) if c.kind != "went" and c.now.part in EFFECTS]
    words = {each.row.term_id: each.words[0] for each in picture.lines if each.part == "term"}
    return {
        "line": line,
        "changes": [c.now.words[0] for c in found],
        "grew": [words[key] for key in line.row.grew if key in words],
        "is_to_look_at": line.row.until_date is not None
        and line.row.until_date <= today
        and not any(getattr(line.row, name) for name in LOOKED_AT),
        "from": first,
        "until": last,
    }


def _may(candidate: Candidate, now: dict[str, list[queries.Line]], today: date) -> list[str]:
    """What somebody has of what work asks, with all that follows from it; asked only where something was noted."""
    if not (candidate.driving_licences or "requirement" in now or "certificate" in now):
        return []
    masks = catalogue.masks()
    codes = masks.codes_in(queries.abilities_of([candidate.pk], today)[candidate.pk])
    return [each.label for each in catalogue.requirements() if each.code in codes]


def _wished_work(now: dict[str, list[queries.Line]]) -> str:
    """What somebody looks for, in a line: the occupations that were named, else the own words."""
    named = [line.words[0] for line in now.get("occupation", ())]
    said = now["wish"][0].row.work if "wish" in now else ""
    return ", ".join(named[:3]) or str(said)


def _facts(candidate: Candidate, now: dict[str, list[queries.Line]]) -> list[tuple[str, str]]:
    wish = now["wish"][0].row if "wish" in now else None
    when = (hours_in_words(wish.hours_min, wish.hours_max), days_in_words(wish.days)) if wish else ()
    travel = (travel_in_words(wish.most_km, wish.travels_by),) if wish else ()
    rows = [
        ("pin", regions.postcode_with_place(candidate.postcode)),
        ("clock", ", ".join(filter(None, when))),
        ("chat", ", ".join(str(Language(code).label) for code in candidate.languages)),
        ("cap", candidate.education),
        ("bus", ", ".join(filter(None, (*travel, *_licences(candidate))))),
        ("people", _who(candidate)),
    ]
    return [(icon, text) for icon, text in rows if text]


def _licences(candidate: Candidate) -> list[str]:
    return [_("rijbewijs %(kind)s") % {"kind": kind} for kind in candidate.driving_licences]


def _who(candidate: Candidate) -> str:
    if candidate.assigned_to:
        return _("%(name)s is vaste collega") % {"name": candidate.assigned_to.first_name}
    if candidate.colleague_name:
        return _("collega volgens het bestand: %(name)s") % {"name": candidate.colleague_name}
    return _("nog geen vaste collega")


def _reach(candidate: Candidate) -> list[tuple[str, str, str]]:
    rows = [
        ("phone", _("Telefoon"), phone(candidate.phone)),
        ("mail", _("E-mail"), candidate.email),
        ("home", _("Adres"), candidate.address),
        ("heart", _("Liefst"), str(PreferredChannel(candidate.preferred_channel).label)),
    ]
    return [row for row in rows if row[2]]


def _needs(candidate: Candidate) -> list[str]:
    asked = (
        (candidate.is_step_free_needed, _("een drempelvrije tafel")),
        (candidate.is_interpreter_needed, _("een tolk")),
        (candidate.is_childcare_needed, _("kinderopvang")),
        (candidate.is_travel_paid, _("reiskosten vergoed")),
        (candidate.has_companion, _("een stoel extra, voor wie meekomt")),
        (bool(candidate.day_note), candidate.day_note),
    )
    return [words for is_needed, words in asked if is_needed]
