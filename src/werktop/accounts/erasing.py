"""The question before somebody is erased, for the pages of every room that can."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from werktop.audit.erasure import ErasureReason


class ErasureForm(forms.Form):
    """Why; and a tick, so that nobody erases by a slip."""

    reason = forms.ChoiceField(label=_("Waarom?"), choices=ErasureReason.choices, widget=forms.RadioSelect)
    is_sure = forms.BooleanField(label=_("Ik weet dat dit niet terug kan"))
