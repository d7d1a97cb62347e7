"""The question when and where two people talk, for a colleague who has them on the telephone."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from werktop.ui.widgets import ClockInput, DayInput

from ..commands.moments import LONGEST, SHORTEST, USUAL
from ..models import FollowUp, FollowUpStatus, Outcome
from ..queries.talks import Talk
from .calling_off_words import names_not_written_to


class MomentForm(forms.Form):
    """A day, a time, how long and where; what is left open is an hour, at the firm."""

    day = forms.DateField(label=_("Dag"), widget=DayInput)
    begins = forms.TimeField(label=_("Begint om"), widget=ClockInput)
    length_minutes = forms.IntegerField(
        label=_("Hoeveel minuten?"),
        min_value=SHORTEST,
        max_value=LONGEST,
        widget=forms.NumberInput({"inputmode": "numeric"}),
    )
    place = forms.CharField(label=_("Waar?"), max_length=160, required=False)
    is_known = forms.BooleanField(required=False)

    def __init__(self, typed: Any, *, talk: Talk) -> None:
        self.zone = ZoneInfo(talk.row.gathering.time_zone)
        super().__init__(typed, initial=self._known(talk) if typed is None else None)
        called = names_not_written_to(talk)
        if called:
            words = _("Ik sprak %(names)s hier al over: niemand hoeft nog te bellen")
            self.fields["is_known"].label = words % {"names": called}
        else:
            del self.fields["is_known"]

    def _known(self, talk: Talk) -> dict[str, Any]:
        row = talk.row
        known: dict[str, Any] = {"length_minutes": USUAL, "place": row.place}
        # an hour that is only proposed, in place of one that did not suit, is not what they agreed on
        if row.starts_at and row.ends_at and row.status == FollowUpStatus.SENT and not row.outcome:
            begins = timezone.localtime(row.starts_at, self.zone)
            minutes = (row.ends_at - row.starts_at) // timedelta(minutes=1)
            known |= {"day": begins.date(), "begins": begins.time(), "length_minutes": minutes}
        return known

    def facts(self) -> dict[str, Any]:
        """What was filled in, in the words of `agree_on_moment`."""
        typed = self.cleaned_data
        return {
            "starts_at": datetime.combine(typed["day"], typed["begins"], self.zone),
            "length_minutes": typed["length_minutes"],
            "place": typed["place"],
            "is_known": typed.get("is_known", False),
        }


def can_have_moment(row: FollowUp) -> bool:
    """Whether a colleague can note when this talk is, or move it; also where it was not held."""
    is_open = row.status in (FollowUpStatus.SENT, FollowUpStatus.UNSUITABLE)
    return is_open and row.outcome in ("", Outcome.NOT_HELD)
