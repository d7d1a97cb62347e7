"""Views of the list of candidates: one is saved from the filters that stand there, changed, taken away, put back."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from werktop.audit.refusals import Refusal, shown_again

from .. import commands
from ..queries.views import own_view, views_of
from .asked import Asked, asked_in

REMOVED = "removed_view"
"""In the session: the view that was taken away last, so that the next page can put it back."""


class ViewForm(forms.Form):
    """What it is called, and for whom."""

    name = forms.CharField(
        label=_("Naam"), max_length=60, error_messages={"required": _("Geef het overzicht een naam.")}
    )
    is_shared = forms.BooleanField(label=_("mijn collega's zien dit overzicht ook"), required=False)
    is_start = forms.BooleanField(label=_("hiermee opent mijn lijst"), required=False)


def address_of(asked: str) -> str:
    """The list as a view shows it."""
    return f"{reverse('desk:candidates')}?{asked or 'alles=1'}"


def kept(asked: Asked) -> str:
    """What a view keeps of what is asked: everything but a name or a number that was searched for."""
    return Asked({name: said for name, said in asked.said.items() if name != "q"}, asked.sort).address()


def page(request: Any) -> HttpResponse:
    """All views that the viewer sees; what was taken away last can be put back here."""
    return render(
        request,
        "desk/views.html",
        {
            "views": [
                {"row": view, "url": address_of(view.asked), "is_own": view.account_id == request.actor.id}
                for view in views_of(request.actor)
            ],
            "removed": request.session.get(REMOVED) if request.GET.get("weg") else None,
        },
    )


def save(request: Any) -> HttpResponse:
    """The filters of the address under a name."""
    asked = kept(asked_in(request.GET))
    form = ViewForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid() and _saved(request, form, asked):
        return redirect(address_of(asked))
    return _form(request, form, asked)


def change(request: Any, view_id: UUID) -> HttpResponse:
    """Its name, and for whom; and with the filters that stand in the address, what it shows."""
    view = own_view(request.actor, view_id)
    asked = kept(asked_in(request.GET)) if request.GET else view.asked
    now = {"name": view.name, "is_shared": view.is_shared, "is_start": view.is_start}
    form = ViewForm(request.POST if request.method == "POST" else None, initial=now)
    if request.method == "POST" and form.is_valid() and _saved(request, form, asked, view.pk):
        return redirect("desk:views")
    return _form(request, form, asked, view)


def remove(request: Any, view_id: UUID) -> HttpResponse:
    """Taken away, with the way back."""
    view = own_view(request.actor, view_id)
    request.session[REMOVED] = {
        "view_id": str(view.pk),
        "name": view.name,
        "asked": view.asked,
        "is_shared": view.is_shared,
        "is_start": view.is_start,
    }
    commands.remove_view(actor=request.actor, at=request.at, key=request.request_key, saved_view_id=view.pk)
    return redirect(f"{reverse('desk:views')}?weg=1")


def put_back(request: Any) -> HttpResponse:
    """What was taken away last stands there again."""
    removed = request.session.pop(REMOVED, None)
    if not removed:
        messages.warning(request, gettext("Er is geen overzicht om terug te zetten."))
        return redirect("desk:views")
    commands.save_view(
        actor=request.actor,
        at=request.at,
        key=request.request_key,
        **(removed | {"view_id": UUID(removed["view_id"])}),
    )
    messages.success(request, gettext("“%(name)s” staat er weer.") % {"name": removed["name"]})
    return redirect("desk:views")


def _saved(request: Any, form: ViewForm, asked: str, view_id: UUID | None = None) -> bool:
    try:
        commands.save_view(
            actor=request.actor,
            at=request.at,
            key=request.request_key,
            asked=asked,
            view_id=view_id,
            **form.cleaned_data,
        )
    except Refusal as refusal:
        if refusal.status != 409:
            raise
        form.add_error(refusal.field, shown_again(request, refusal).text)
        return False
    messages.success(request, gettext("“%(name)s” is bewaard.") % {"name": form.cleaned_data["name"]})
    return True


def _form(request: Any, form: ViewForm, asked: str, view: Any = None) -> HttpResponse:
    back = reverse("desk:views") if view else address_of(asked)
    named = bool(asked_in(QueryDict(request.GET.urlencode())).one("q"))
    return render(
        request,
        "desk/save_view.html",
        {"form": form, "back_url": back, "view": view, "has_name": named},
        status=409 if form.errors else 200,
    )
