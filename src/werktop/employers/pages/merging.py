"""Two firms, or two rows of one person at a firm, side by side; brought together, told apart, or two again."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from werktop.audit.refusals import NotVisible, Refusal, shown_again
from werktop.audit.versions import ChangedMeanwhile
from werktop.employers import commands, queries
from werktop.ui.comparing import CompareForm


def employer(request: Any, employer_id: UUID, other_firm_id: UUID) -> HttpResponse:
    """`employer_id` is the firm that stays."""
    kept, other = (queries.employer_for(request.actor, key) for key in (employer_id, other_firm_id))
    return _page(request, "employer", kept, other, employer_id)


def entrepreneur(request: Any, entrepreneur_id: UUID, other_person_id: UUID) -> HttpResponse:
    """`entrepreneur_id` is the row that stays, at its firm."""
    kept, other = (queries.entrepreneur_for(request.actor, key) for key in (entrepreneur_id, other_person_id))
    request.shown_people.append(("entrepreneur", [kept.pk, other.pk]))
    return _page(request, "entrepreneur", kept, other, kept.employer_id)


def _page(request: Any, kind: str, kept: Any, other: Any, firm_id: UUID) -> HttpResponse:
    firms = [each if kind == "employer" else each.employer for each in (kept, other)]
    if not all(queries.can_edit(request.actor, firm) for firm in firms):
        raise NotVisible()
    form = CompareForm(
        queries.compared(kind, kept, other),
        request.POST if request.method == "POST" else None,
        initial={"version": queries.version_of_both(kind, kept, other)},
    )
    refused, status = "", 200
    if request.method == "POST" and form.is_valid():
        merge = commands.merge_employers if kind == "employer" else commands.merge_entrepreneurs
        try:
            merge(
                actor=request.actor,
                at=request.at,
                key=request.request_key,
                other_id=other.pk,
                choices=form.choices(),
                version=form.cleaned_data["version"],
                **{f"{kind}_id": kept.pk},
            )
        except ChangedMeanwhile as refusal:
            refused, status = str(refusal.text), 409
            form = form.anew(queries.version_of_both(kind, kept, other))
        except Refusal as refusal:
            refused, status = str(shown_again(request, refusal).text), 409
        else:
            url = reverse("employers:employer", args=[firm_id])
            return redirect(f"{url}?samengevoegd={other.pk}")
    context = {
        "form": form,
        "kept": kept,
        "other": other,
        "subs": ["", ""] if kind == "employer" else [firm.name for firm in firms],
        "differs": form.rows(),
        "refused": refused,
        "of_firms": kind == "employer",
        "turned_url": reverse(f"employers:merge_{kind}", args=[other.pk, kept.pk]),
        "apart_url": reverse(f"employers:tell_{kind}s_apart", args=[kept.pk, other.pk]),
    }
    return render(request, "employers/merging.html", context, status=status)


def tell_employers_apart(request: Any, employer_id: UUID, other_firm_id: UUID) -> HttpResponse:
    """One tap: these are two firms; or (`look_again` in the post) not for sure after all."""
    return _told(request, "employer", employer_id, other_firm_id)


def tell_entrepreneurs_apart(request: Any, entrepreneur_id: UUID, other_person_id: UUID) -> HttpResponse:
    """One tap: these are two people; or (`look_again` in the post) not for sure after all."""
    return _told(request, "entrepreneur", entrepreneur_id, other_person_id)


def _told(request: Any, kind: str, key: UUID, other_id: UUID) -> HttpResponse:
    is_apart = "look_again" not in request.POST
    asked = {"actor": request.actor, "at": request.at, "key": request.request_key, "other_id": other_id}
    if kind == "employer":
        commands.tell_employers_apart(employer_id=key, is_apart=is_apart, **asked)
    else:
        commands.tell_entrepreneurs_apart(entrepreneur_id=key, is_apart=is_apart, **asked)
    if is_apart:
        return redirect(f"{reverse('employers:doubles')}?{kind}={key}.{other_id}")
    messages.success(request, _("Dit paar staat weer in de lijst."))
    return redirect("employers:doubles")


def take_employers_apart(request: Any, employer_id: UUID, firm_merge_id: UUID) -> HttpResponse:
    """One tap: two firms again."""
    asked = {"actor": request.actor, "at": request.at, "key": request.request_key}
    back_id = commands.take_apart_employers(employer_id=employer_id, merge_id=firm_merge_id, **asked)
    messages.success(
        request, _("Het zijn weer twee bedrijven. Wat na het samenvoegen is genoteerd, staat bij het andere.")
    )
    return redirect("employers:employer", employer_id=back_id)


def take_entrepreneurs_apart(request: Any, entrepreneur_id: UUID, person_merge_id: UUID) -> HttpResponse:
    """One tap: two people again."""
    asked = {"actor": request.actor, "at": request.at, "key": request.request_key}
    back_id = commands.take_apart_entrepreneurs(
        entrepreneur_id=entrepreneur_id, merge_id=person_merge_id, **asked
    )
    person = queries.entrepreneur_for(request.actor, back_id)
    messages.success(
        request, _("Het zijn weer twee mensen. Wat na het samenvoegen is genoteerd, staat bij de ander.")
    )
    return redirect("employers:employer", employer_id=person.employer_id)
