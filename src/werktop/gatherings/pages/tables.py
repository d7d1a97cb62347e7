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
from werktop.accounts.changing import NOT_YET, change
from werktop.audit.refusals import Refusal, keep_typed
from werktop.audit.versions import version_of
from werktop.catalogue.choices import Language
from werktop.ui.versioned import VersionedForm

from ..commands.table_count import MOST_TABLES, set_table_count
from ..commands.tables import TablePlan, arrange_tables
from ..models import Gathering, Table
from ..queries.gatherings import gathering_of_editor
from ..queries.tables import host_at, tables_with_hosts
from ..queries.versions import table_facts_of
from .words import frame_of

CHANGES_TABLES = tuple(
    f"gatherings.{verb}"
    for verb in (
        *("arrange_tables", "set_table", "set_table_count", "hand_over_table", "change_gathering"),
        *("open_table", "close_tables", "apply_proposed_plan"),
    )
)


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


class TablesForm(VersionedForm):
    """All tables, each with a form of its own in `rows`, and who helps without a table."""

    spare = forms.MultipleChoiceField(
        label=_("Bij de deur en als reserve"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(
        self, gathering: Gathering, *args: Any, people: list[tuple[str, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        spare = self.fields["spare"]
        assert isinstance(spare, forms.ChoiceField)
        spare.choices = people
        self.rows = [(table, self._row(table, people)) for table in tables_with_hosts(gathering)]

    def _row(self, table: Table, people: list[tuple[str, str]]) -> TableForm:
        """A table that came after this form was opened is shown as it stands."""
        prefix = f"t{table.number}"
        was_asked = any(name.startswith(f"{prefix}-") for name in self.data)
        return TableForm(
            self.data if was_asked else None, prefix=prefix, people=people, initial=_answers(table)
        )

    def is_valid(self) -> bool:
        """Whether all that was sent fits, of every table."""
        return all([super().is_valid(), *(row.is_valid() for _t, row in self.rows if row.is_bound)])

    def asked(self, name: str) -> tuple[str, forms.Field] | None:
        """The questions of a table say which."""
        for table, row in self.rows:
            if name.startswith(f"{row.prefix}-"):
                field = row.fields[name.removeprefix(f"{row.prefix}-")]
                return _now("Tafel %(number)s: %(name)s") % {
                    "number": table.number,
                    "name": field.label,
                }, field
        if name == "tables":
            return _now("Tafels"), forms.Field()
        return super().asked(name)

    def facts(self) -> dict[str, Any]:
        """What was filled in, in the words of `arrange_tables`."""
        return {
            "tables": [_plan(table, row) for table, row in self.rows if row.is_bound],
            "spare_ids": [UUID(key) for key in self.cleaned_data["spare"]],
        }


class CountForm(forms.Form):
    """How many tables are used."""

    count = forms.IntegerField(
        label=_("Aantal tafels"),
        min_value=1,
        max_value=MOST_TABLES,
        widget=forms.NumberInput({"inputmode": "numeric"}),
    )


def page(request: Any, gathering_id: UUID) -> HttpResponse:
    """All tables in one form; the number of tables in a small one of its own (`do=count`). Nothing is lost where a
    colleague was quicker: then it says what stands there now."""
    gathering = gathering_of_editor(request.actor, gathering_id)
    people = [
        (str(c.pk), f"{c.name}, {c.organisation_name}") for c in accounts.colleagues_in_region(request.actor)
    ]
    is_count = request.method == "POST" and request.POST.get("do") == "count"
    is_tables = request.method == "POST" and not is_count
    form = TablesForm(
        gathering, request.POST if is_tables else None, people=people, initial=_now_of(gathering)
    )
    open_count = sum(not table.is_closed for table, _row in form.rows)
    count = CountForm(request.POST if is_count else None, initial={"count": open_count})
    went = NOT_YET
    if is_count and count.is_valid() and _is_counted(request, gathering_id, count):
        return redirect("gatherings:tables", gathering_id=gathering.pk)
    if is_tables and form.is_valid():
        went = change(
            request,
            form,
            arrange_tables,
            about=("gathering", gathering_id),
            verbs=CHANGES_TABLES,
            now=lambda: _now_of(gathering),
            **form.facts(),
        )
        if went.is_saved:
            messages.success(request, _now("Bewaard."))
            return redirect("gatherings:gathering", gathering_id=gathering.pk)
    return render(
        request,
        "gatherings/tables.html",
        {"form": form, "count": count, "overtaken": went.overtaken}
        | frame_of(request.actor, gathering, request.at),
        status=went.status,
    )


def _is_counted(request: Any, gathering_id: UUID, count: CountForm) -> bool:
    """Whether the number of tables is as asked now; what is refused stands on the form."""
    try:
        set_table_count(
            actor=request.actor,
            at=request.at,
            key=request.request_key,
            gathering_id=gathering_id,
            count=count.cleaned_data["count"],
        )
    except Refusal as refusal:
        keep_typed(request, count, refusal)
        return False
    messages.success(request, _now("Bewaard."))
    return True


def _now_of(gathering: Gathering) -> dict[str, Any]:
    facts = table_facts_of(gathering)
    return facts | {
        "version": version_of(facts),
        "tables": ", ".join(map(str, facts["tables"])),
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
