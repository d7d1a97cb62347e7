"""Afspraken in de regio: what an employer meets, the same everywhere but where an organisation says why not."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from werktop.regions import queries as regions
from werktop.support import queries
from werktop.support.shown import practice_facts, said


class AgreementsForm(forms.Form):
    """Words, one organisation, and whether only differences are shown."""

    q = forms.CharField(
        label=_("Zoek"), required=False, max_length=80, widget=forms.TextInput({"type": "search"})
    )
    at = forms.ChoiceField(label=_("Organisatie"), required=False)
    only = forms.BooleanField(label=_("Alleen verschillen"), required=False)

    def __init__(self, asked: Any, viewer: Any) -> None:
        super().__init__(asked)
        houses = [each for each in regions.organisations_in(viewer.region_id) if each.has_files]
        self.houses = {each.slug: each for each in houses}
        self.fields["at"].choices = [("", gettext("alle")), *((each.slug, each.name) for each in houses)]
        self.viewer = viewer

    def rows(self) -> list[queries.SubjectRow]:
        """What was asked for; what cannot be read narrows nothing."""
        self.is_valid()
        house = self.houses.get(self.cleaned_data.get("at", ""))
        return queries.side_by_side(
            self.viewer.region_id,
            is_only_different=self.cleaned_data.get("only", False),
            organisation_id=house.pk if house else None,
            words=self.cleaned_data.get("q", ""),
        )


def page(request: Any) -> HttpResponse:
    """For every colleague. Subjects are few and fixed, so the list needs no pages."""
    form = AgreementsForm(request.GET, request.actor)
    rows = form.rows()
    return render(
        request,
        "support/agreements.html",
        {
            "form": form,
            "count": len(rows),
            "is_narrowed": bool(form.cleaned_data.get("at")),
            "subjects": [
                {
                    "about": row.about,
                    "name": said(row.name),
                    "agreement": practice_facts(row.agreement),
                    "differences": [
                        {
                            "organisation": each.organisation.name,
                            "facts": practice_facts(each),
                            "reason": each.reason,
                        }
                        for each in row.differences
                    ],
                    "as_agreed": [each.name for each in row.as_agreed],
                }
                for row in rows
            ],
        },
    )
