"""The small forms of what somebody does: a step of the plan, and what is needed to be able to work."""

from __future__ import annotations

from typing import Any, ClassVar
from uuid import UUID

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from werktop.accounts.standing_in import colleagues_to_choose
from werktop.audit.actors import Actor
from werktop.candidates.commands.refusals import TwoDoers
from werktop.candidates.models import Agreed, Candidate, Doer, Need, Part

from .base import TALKED, SaidForm, day, line


class AgreedForm(SaidForm):
    """Who does it, and by when. A colleague is chosen by name; somebody from elsewhere is typed."""

    ASKED_AS: ClassVar[dict[str, str]] = {"owner_id": "doer"}

    doer = forms.ChoiceField(label=_("Wie doet het?"), required=False)
    who = line(_("Of iemand van elders?"), 80, is_asked=False)
    due_date = day(_("Voor welke dag?"), why=_("Dan staat het op Vandaag van wie het doet."))

    def ask(self, viewer: Actor, row: Part | None) -> None:
        """The candidate, who works with the candidate, and every colleague who does such work."""
        super().ask(viewer, row)
        field = self.fields["doer"]
        assert isinstance(field, forms.ChoiceField)
        names = colleagues_to_choose(viewer, self.at)
        fixed = names.pop(str(self.candidate.assigned_to_id), "")
        choices = [
            ("", gettext("nog niemand")),
            (Doer.CANDIDATE.value, gettext("%(name)s zelf") % {"name": self.candidate.first_name}),
            (Doer.ASSIGNED.value, _who_works_with(self.candidate, fixed)),
            *names.items(),
        ]
        if isinstance(row, Agreed):
            said = str(row.owner_id or row.doer)
            self.initial["doer"] = said
            if said not in dict(choices):
                choices.append((said, gettext("een collega die hier niet meer werkt")))
        field.choices = choices

    def clean(self) -> dict[str, Any]:
        """One does it."""
        typed = super().clean()
        if typed.get("doer") and typed.get("who"):
            self.add_error("who", TwoDoers.text)
        return typed

    def facts(self) -> dict[str, Any]:
        """Who does it as the command takes it: what it is, and the key of a colleague."""
        said = super().facts()
        chosen = said["doer"]
        if chosen in ("", *Doer.values):
            return said | {"owner_id": None}
        return said | {"doer": Doer.COLLEAGUE, "owner_id": UUID(chosen)}


def _who_works_with(candidate: Candidate, name: str) -> str:
    if candidate.assigned_to is None:
        return gettext("de vaste collega, zodra die er is")
    return gettext("%(name)s, vaste collega") % {"name": name or candidate.assigned_to.name}


class StepForm(AgreedForm):
    words = line(_("Wat is de stap?"), 200)
    done_date = day(_("Gedaan op"))
    field_order = ("words", "doer", "who", "due_date", "done_date")


class NeedForm(AgreedForm):
    ANSWERS = TALKED

    kind = forms.ChoiceField(label=_("Waar gaat het over?"), choices=[("", _("kies")), *Need.Kind.choices])
    words = line(_("Wat helpt om te kunnen werken?"), 200)
    action = line(_("Wat doen we?"), 200, is_asked=False)
    done_date = day(_("Geregeld op"))
    is_about_work = None  # type: ignore[assignment]  # what helps is about the person: it needs no such word
    field_order = ("kind", "words", "action", "doer", "who", "due_date", "done_date")
