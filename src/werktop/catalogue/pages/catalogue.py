"""The catalogue to look things up in: what there is, where it comes from, how often it is in use."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from werktop.catalogue import queries
from werktop.catalogue.used import used_in

PER_PAGE = 50
KINDS = [
    ("competency", _("wat iemand kan")),
    ("interest", _("waar iemand van houdt")),
    ("requirement", _("wat het werk vraagt")),
    ("occupation", _("beroepen")),
]

PARTS = {"terms": _("woorden"), "requirements": _("eisen"), "occupations": _("beroepen")}


class FilterForm(forms.Form):
    """Words to look for, and what kind of thing."""

    q = forms.CharField(
        label=_("Zoek"), required=False, max_length=80, widget=forms.TextInput({"type": "search"})
    )
    kind = forms.ChoiceField(
        label=_("Soort"), required=False, choices=[(value, capfirst(words)) for value, words in KINDS]
    )

    def asked(self) -> tuple[str, str]:
        """The kind and the words; what cannot be read is the first kind and no words."""
        self.is_valid()
        return self.cleaned_data.get("kind") or KINDS[0][0], self.cleaned_data.get("q", "")


def page(request: Any) -> HttpResponse:
    """Fifty at a time. Every colleague may; how often a word is in use only who may see those rows."""
    form = FilterForm(request.GET)
    kind, words = form.asked()
    shown = Paginator(queries.listed(request.actor, kind, words), PER_PAGE).get_page(request.GET.get("page"))
    is_noted = kind in queries.TermKind.values
    used = used_in(request.actor, [row.pk for row in shown]) if is_noted else {}
    return render(
        request,
        "catalogue/catalogue.html",
        {
            "form": form,
            "page": shown,
            "count": shown.paginator.count,
            "elsewhere": _elsewhere(request.actor, kind, words),
            "rows": [row_of(row, used.get(row.pk, [])) for row in shown],
            "is_noted": is_noted,
            "editions": [{"words": PARTS[each.part], "version": each.version} for each in queries.editions()],
            "may_add": request.actor.can("manage_organisation"),
            "may_offer": request.actor.can("edit_candidates"),
        },
    )


def _elsewhere(viewer: Any, kind: str, words: str) -> list[dict[str, Any]]:
    """Where else these words find something: the words for each other kind, how many, and where they stand."""
    if not words.strip():
        return []
    counted = [(k, name, queries.listed(viewer, k, words).count()) for k, name in KINDS if k != kind]
    here = reverse("catalogue:catalogue")
    return [
        {"words": name, "count": count, "url": f"{here}?{urlencode({'q': words, 'kind': k})}"}
        for k, name, count in counted
        if count
    ]


def row_of(row: Any, used: list[str]) -> dict[str, Any]:
    """One line of the list, whatever kind of thing it is."""
    is_occupation = not hasattr(row, "label_en")
    return {
        "id": row.pk,
        "label": capfirst(row.label),
        "other": ", ".join(row.also.splitlines()[:4]) if is_occupation else row.other_label,
        "group": "ISCO-08 " + row.isco08 if is_occupation else row.get_group_display(),
        "layer": row.get_layer_display() if getattr(row, "layer", "") else "",
        "mapped": _mapped(row),
        "mapped_label": getattr(row, "esco_label", ""),
        "bit": getattr(row, "bit", None),
        "is_own": getattr(row, "is_own", False),
        "used": used,
    }


def _mapped(row: Any) -> str:
    if uri := getattr(row, "uri", ""):
        return f"ESCO {row.code}" if uri else ""
    if code := getattr(row, "esco_code", ""):
        return f"ESCO {code}"
    return ""
