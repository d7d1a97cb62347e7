"""The tables of a gathering: how many, which languages, who hosts."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from werktop.accounts import queries as accounts
from werktop.audit.refusals import Refusal, keep_typed
from werktop.catalogue.choices import Language

from ..commands.table_count import MOST_TABLES, set_table_count
from ..commands.tables import TablePlan, arrange_tables
from ..models import Gathering, Table
from ..queries.gatherings import gathering_of_editor
from ..queries.tables import host_at, spare_hosts_of, tables_with_hosts
from .words import frame_of


class TableForm(forms.Form):
    """One table."""

    host = forms.ChoiceField(label=_("Tafelhost"), required=False)
    is_step_free = forms.BooleanField(label=_("drempelvrij"), required=False)
    is_closed = forms.BooleanField(label=_("dicht"), required=False)
    languages = forms.MultipleChoiceField(
        label=_("Talen aan deze tafel"),
        required=False,
        choices=Language.choices,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, people: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        host = self.fields["host"]
        assert isinstance(host, forms.ChoiceField)
        host.choices = [("", _now("nog niemand")), *people]


class SpareForm(forms.Form):
    """Who helps without a table."""

    spare = forms.MultipleChoiceField(
        label=_("Bij de deur en als reserve"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, people: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        spare = self.fields["spare"]
        assert isinstance(spare, forms.ChoiceField)
        spare.choices = people


class CountForm(forms.Form):
    """How many tables are used."""

    count = forms.IntegerField(
        label=_("Aantal tafels"),
        min_value=1,
        max_value=MOST_TABLES,
        widget=forms.NumberInput({"inputmode": "numeric"}),
    )


def page(request: Any, gathering_id: UUID) -> HttpResponse:
    """All tables in one form; the number of tables in a small one of its own (`do=count`)."""
    gathering = gathering_of_editor(request.actor, gathering_id)
    tables = tables_with_hosts(gathering)
    people = [
        (str(c.pk), f"{c.name}, {c.organisation_name}") for c in accounts.colleagues_in_region(request.actor)
    ]
    is_count = request.method == "POST" and request.POST.get("do") == "count"
    is_tables = request.method == "POST" and not is_count
    open_count = sum(not t.is_closed for t in tables)
    count = CountForm(request.POST if is_count else None, initial={"count": open_count})
    posted = request.POST if is_tables else None
    spares = [str(h.account_id) for h in spare_hosts_of(gathering)]
    spare = SpareForm(posted, people=people, initial={"spare": spares})
    rows = [(t, TableForm(posted, prefix=f"t{t.number}", people=people, initial=_answers(t))) for t in tables]
    form: forms.Form = count
    try:
        if is_count and count.is_valid():
            set_table_count(**_who(request, gathering), count=count.cleaned_data["count"])
            messages.success(request, _now("Bewaard."))
            return redirect("gatherings:tables", gathering_id=gathering.pk)
        form = spare
        if is_tables and all([spare.is_valid(), *(row.is_valid() for _t, row in rows)]):
            arrange_tables(
                **_who(request, gathering),
                tables=[_plan(table, row) for table, row in rows],
                spare_ids=[UUID(key) for key in spare.cleaned_data["spare"]],
            )
            messages.success(request, _now("Bewaard."))
            return redirect("gatherings:gathering", gathering_id=gathering.pk)
    except Refusal as refusal:
        keep_typed(request, form, refusal)
    return render(
        request,
        "gatherings/tables.html",
        {"rows": rows, "spare": spare, "count": count} | frame_of(request.actor, gathering, request.at),
    )


def _who(request: Any, gathering: Gathering) -> dict[str, Any]:
    return {
        "actor": request.actor,
        "at": request.at,
        "key": request.request_key,
        "gathering_id": gathering.pk,
    }


def _answers(table: Table) -> dict[str, Any]:
    host = host_at(table)
    return {
        "host": str(host.account_id) if host else "",
        "is_step_free": table.is_step_free,
        "is_closed": table.is_closed,
        "languages": table.languages,
    }


def _plan(table: Table, form: TableForm) -> TablePlan:
    typed = form.cleaned_data
    return TablePlan(
        table_id=table.pk,
        languages=tuple(typed["languages"]),
        is_step_free=typed["is_step_free"],
        is_closed=typed["is_closed"],
        host_id=UUID(typed["host"]) if typed["host"] else None,
    )
