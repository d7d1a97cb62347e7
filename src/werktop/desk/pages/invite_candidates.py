"""Many candidates go on the guest list of one gathering, and are invited where that is asked."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from werktop.audit.refusals import Refusal, shown_again
from werktop.gatherings.commands.guests import choose_guests
from werktop.gatherings.commands.inviting import choose_and_invite
from werktop.gatherings.pages.invite_guests import tell_invited
from werktop.gatherings.queries.bringing import can_bring
from werktop.gatherings.queries.gathering_list import gatherings_found
from werktop.gatherings.queries.gatherings import can_edit

from .many import Many, many_of


class InviteForm(forms.Form):
    """To which gathering, and whether the invitations go out at once."""

    gathering = forms.ChoiceField(
        label=_("Voor welk gesprek?"), error_messages={"required": _("Kies een gesprek.")}
    )
    how = forms.ChoiceField(
        label=_("Wat doen we?"),
        choices=[
            ("list", _("op de gastenlijst zetten; uitnodigen doe ik later")),
            ("invite", _("op de gastenlijst zetten en meteen uitnodigen")),
        ],
        initial="list",
        widget=forms.RadioSelect,
    )

    def __init__(self, gatherings: list[Any], *args: Any) -> None:
        super().__init__(*args)
        field = self.fields["gathering"]
        assert isinstance(field, forms.ChoiceField)
        names = [
            (
                str(each.pk),
                f"{each.place_name}, {date_format(timezone.localtime(each.starts_at), 'j F Y')}",
            )
            for each in gatherings
        ]
        field.choices = [("", gettext("kies een gesprek")), *names]


def page(request: Any) -> HttpResponse:
    """GET says what will happen; POST does it and says what was and was not done."""
    many, viewer = many_of(request), request.actor
    gatherings = [
        each
        for each in gatherings_found(viewer, at=request.at)
        if can_edit(viewer, each) or can_bring(viewer, each)
    ]
    form = InviteForm(gatherings, *([request.POST] if request.method == "POST" else []))
    if many.is_confirmed(request) and form.is_valid():
        done = _invited(request, form, many)
        if done is not None:
            return done
    return many.shown(request, "desk/invite_candidates.html", form, gatherings=gatherings)


def _invited(request: Any, form: InviteForm, many: Many) -> HttpResponse | None:
    """To the guest list; None where it is refused, which the form then says."""
    gathering_id = UUID(form.cleaned_data["gathering"])
    looking = list(many.found.filter(left_at=None).order_by("id").values_list("pk", flat=True))
    asked = {
        "actor": request.actor,
        "at": request.at,
        "key": request.request_key,
        "gathering_id": gathering_id,
        "candidate_ids": looking,
    }
    try:
        if form.cleaned_data["how"] == "invite":
            tell_invited(request, choose_and_invite(**asked))
        else:
            _tell_chosen(request, choose_guests(**asked))
    except Refusal as refusal:
        if refusal.status != 409:
            raise
        form.add_error("gathering", shown_again(request, refusal).text)
        return None
    stopped = many.count - len(looking)
    if stopped:
        words = ngettext(
            "%(count)d kandidaat niet: die is gestopt.",
            "%(count)d kandidaten niet: die zijn gestopt.",
            stopped,
        )
        messages.warning(request, words % {"count": stopped})
    many.untick(request)
    return redirect("gatherings:guests", gathering_id=gathering_id)


def _tell_chosen(request: Any, outcome: dict[str, int]) -> None:
    added = ngettext(
        "%(count)s gast staat erbij op de lijst.",
        "%(count)s gasten staan erbij op de lijst.",
        outcome["added"],
    )
    already = ngettext("%(count)d stond er al op.", "%(count)d stonden er al op.", outcome["already"])
    text = added % {"count": outcome["added"]}
    if outcome["already"]:
        text += " " + already % {"count": outcome["already"]}
    messages.success(request, text)
