"""An employer's page: the relation at a glance, what they make and look for, who they are, whom they know."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from werktop.accounts.queries import accounts_by_id
from werktop.audit.merging import merges_into
from werktop.audit.story import moments_of, next_of, told, told_moments
from werktop.catalogue import queries as catalogue
from werktop.catalogue.choices import Language, Sector, WorkForm
from werktop.employers import queries
from werktop.ui.panels import WORK, panels_of

from .shown_relation import asks_of, relation_shown, roles_in_words


def page(request: Any, employer_id: UUID) -> HttpResponse:
    """The whole region reads; the responsible organisation also finds the ways to change."""
    employer = queries.employer_for(request.actor, employer_id)
    people = list(employer.entrepreneurs.order_by("-is_active", "first_name", "id"))
    firms = queries.known_firms_of([p.pk for p in people])
    joining = employer.joinings.select_related("brought_by__employer").first()
    terms = catalogue.shown_to(
        request.actor, (t.term for t in employer.terms.select_related("term__counts_as"))
    )
    moments = moments_of(request.actor, employer, request.at)
    request.shown_people += [(kind, [key]) for m in moments for kind, key in m.people]
    relation = relation_shown(request, employer)
    can_edit = queries.can_edit(request.actor, employer)
    return render(
        request,
        "employers/employer.html",
        relation
        | {
            "employer": employer,
            "sector": Sector(employer.sector).label if employer.sector else "",
            "forms_of_work": [WorkForm(form).label for form in employer.work_forms],
            "competencies": [t.label for t in terms if t.kind == "competency"],
            "interests": [t.label for t in terms if t.kind == "interest"],
            "joining": joining,
            "people": [
                {
                    "person": p,
                    "languages": ", ".join(str(Language(code).label) for code in p.languages),
                    "roles": roles_in_words(p.roles),
                    "trained": relation["trained"].get(p.pk, []),
                    "firms": firms.get(p.pk, []),
                }
                for p in people
            ],
            "story_items": told(told_moments(moments)),
            "next_moment": next_of(moments),
            "can_edit": can_edit,
            "asks": asks_of(employer, relation, people) if can_edit else [],
            "panels": panels_of(request, employer),
            "work_panels": panels_of(request, employer, WORK),
            "merged": _merged(request, employer_id, [p.pk for p in people]),
            "may_print_kept": request.actor.can("edit_employers"),
        },
    )


def _merged(request: Any, employer_id: UUID, people: list[UUID]) -> list[dict[str, Any]]:
    """The firms and people that became part of this one and its people, in words, with how to undo it."""
    found = [("employers", each) for each in merges_into("employer", [employer_id])]
    found += [("entrepreneurs", each) for each in merges_into("entrepreneur", people)]
    latest = {each.kept_id: each.pk for _kind, each in reversed(found)}
    names = accounts_by_id([each.by_id for _kind, each in found if each.by_id]) if found else {}
    return [
        {
            "name": each.lost_name,
            "words": _("Samengevoegd met %(name)s op %(day)s, door %(who)s")
            % {
                "name": each.lost_name,
                "day": date_format(localdate(each.at)),
                "who": names[each.by_id].name if each.by_id in names else "werktop",
            },
            "until": each.undo_until,
            "undo_url": reverse(f"employers:take_{kind}_apart", args=[each.kept_id, each.pk])
            if request.at < each.undo_until and latest[each.kept_id] == each.pk
            else "",
            "is_new": request.GET.get("samengevoegd") == str(each.lost_id),
        }
        for kind, each in found
    ]
