"""The questions about an organisation's own word."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from werktop.catalogue import queries
from werktop.catalogue.choices import Group
from werktop.catalogue.models import Term
from werktop.ui.versioned import VersionedForm


class OwnTermForm(VersionedForm):
    """A word in two languages, where it stands, and what it counts as."""

    label_nl = forms.CharField(
        label=_("Het woord"), max_length=80, error_messages={"required": _("Schrijf het woord op.")}
    )
    label_en = forms.CharField(label=_("In het Engels"), max_length=80, required=False)
    group = forms.ChoiceField(
        label=_("Waar staat het?"),
        choices=[("", _("kies")), *Group.choices],
        error_messages={"required": _("Kies in welke groep het woord staat.")},
    )
    counts_as_id = forms.ChoiceField(label=_("Telt mee als"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["counts_as_id"]
        assert isinstance(field, forms.ChoiceField)
        groups: dict[str, list[tuple[str, str]]] = {}
        for term in queries.shared_terms():
            groups.setdefault(str(Group(term.group).label), []).append((str(term.pk), term.label))
        field.choices = [("", gettext("nog niets")), *groups.items()]

    def facts(self) -> dict[str, Any]:
        """What was filled in, in the words of `add_own_term`."""
        typed = {name: value for name, value in self.cleaned_data.items() if name != "version"}
        return typed | {"counts_as_id": UUID(key) if (key := typed["counts_as_id"]) else None}


def answers_of(term: Term) -> dict[str, Any]:
    """What is known about an own word, as the answers that the form starts with."""
    return queries.own_term_facts(term) | {"version": queries.own_term_version(term)}
