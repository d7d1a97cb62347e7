"""Many candidates go to one colleague, from whomever they were with; right after it that can be taken back."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from werktop.accounts import queries as accounts
from werktop.accounts.standing_in import named_with_absence
from werktop.audit.keys import keys_in
from werktop.audit.refusals import Refusal, shown_again
from werktop.candidates import commands

from .many import Many, many_of

MOVED = "assigned_candidates"
"""In the session: who went from whom to whom just now, so that the next page can take it back."""


class AssignForm(forms.Form):
    """To whom."""

    to_id = forms.ChoiceField(
        label=_("Aan wie?"), error_messages={"required": _("Kies aan wie je overdraagt.")}
    )

    def __init__(self, names: dict[UUID, str], *args: Any) -> None:
        super().__init__(*args)
        field = self.fields["to_id"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [
            ("", gettext("kies een collega")),
            *((str(key), name) for key, name in names.items()),
        ]


def page(request: Any) -> HttpResponse:
    """GET says what will happen, and after it what was done; POST does it."""
    moved = request.session.get(MOVED) if request.GET.get("klaar") else None
    if moved and request.method != "POST":
        return render(request, "desk/assigned_candidates.html", {"moved": moved})
    many = many_of(request)
    colleagues = list(accounts.colleagues_of(request.actor, accounts.Role.RELATIONSHIP_MANAGER))
    names = named_with_absence(request.actor, {each.pk: each.name for each in colleagues}, request.at)
    form = AssignForm(names, *([request.POST] if request.method == "POST" else []))
    if (
        many.is_confirmed(request)
        and form.is_valid()
        and _assigned(request, form, many, {str(each.pk): each.name for each in colleagues})
    ):
        return redirect(f"{reverse('desk:assign_candidates')}?klaar=1")
    return many.shown(request, "desk/assign_candidates.html", form)


def _assigned(request: Any, form: AssignForm, many: Many, names: dict[str, str]) -> bool:
    """What was asked, done; False where it is refused, which the form then says."""
    to_id = form.cleaned_data["to_id"]
    try:
        went = commands.assign_candidates(
            actor=request.actor,
            at=request.at,
            key=request.request_key,
            candidate_ids=many.keys,
            to_id=UUID(to_id),
        )
    except Refusal as refusal:
        form.add_error(refusal.field, shown_again(request, refusal).text)
        return False
    count = sum(map(len, went.values()))
    words = ngettext(
        "%(count)d kandidaat gaat verder met %(name)s", "%(count)d kandidaten gaan verder met %(name)s", count
    )
    not_done = ngettext(
        "%(count)d niet: al bij %(name)s, of gestopt.",
        "%(count)d niet: al bij %(name)s, of gestopt.",
        many.count - count,
    )
    name = names[to_id]
    request.session[MOVED] = {
        "went": {who: [str(key) for key in keys] for who, keys in went.items()},
        "to": to_id,
        "words": words % {"count": count, "name": name},
        "not_done": not_done % {"count": many.count - count, "name": name} if many.count > count else "",
        "list": many.list_url,
    }
    many.untick(request)
    return True


def take_back(request: Any) -> HttpResponse:
    """Who is still with the colleague who got them goes back to whom they were with."""
    moved = request.session.pop(MOVED, None)
    if not moved:
        messages.warning(request, gettext("Er is geen overdracht om ongedaan te maken."))
        return redirect("desk:candidates")
    count = commands.take_back_assignment(
        actor=request.actor,
        at=request.at,
        key=request.request_key,
        went={who: sorted(keys_in(keys)) for who, keys in moved["went"].items()},
        from_id=UUID(moved["to"]),
    )
    words = ngettext(
        "Ongedaan gemaakt: %(count)d kandidaat is terug.",
        "Ongedaan gemaakt: %(count)d kandidaten zijn terug.",
        count,
    )
    messages.success(request, words % {"count": count})
    return redirect(moved["list"])
