"""Facts of a work profile as people read them."""

from __future__ import annotations

from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .choices import Because, Day, HowSure, PartOfDay
from .models import WorkProfile


def labels(choices: Any, values: list[str]) -> list[str]:
    """The words of some of a fixed list."""
    return [str(choices(value).label) for value in values if value in choices.values]


def begin_in_words(profile: WorkProfile) -> str:
    """From when, until when, why it is expected and how sure that is: as one sentence without an end."""
    said = []
    if profile.from_date:
        day = date_format(profile.from_date)
        said.append(
            (_("verwacht vanaf %(day)s") if profile.is_expected else _("vanaf %(day)s")) % {"day": day}
        )
    elif profile.is_expected:
        said.append(_("verwacht, nog geen datum"))
    if profile.until_date:
        said.append(_("tot en met %(day)s") % {"day": date_format(profile.until_date)})
    if profile.because:
        said.append(str(Because(profile.because).label))
    if profile.how_sure:
        said.append(str(HowSure(profile.how_sure).label))
    return ", ".join(said)


def hours_in_words(profile: WorkProfile) -> list[str]:
    """How many hours, on which days, at what times."""
    low, high = profile.hours_min, profile.hours_max
    said = []
    if low and high and low != high:
        said.append(_("%(low)d tot %(high)d uur per week") % {"low": low, "high": high})
    elif low and high:
        said.append(_("%(n)d uur per week") % {"n": low})
    elif low:
        said.append(_("minstens %(n)d uur per week") % {"n": low})
    elif high:
        said.append(_("hoogstens %(n)d uur per week") % {"n": high})
    return [*said, ", ".join(labels(Day, profile.days)), ", ".join(labels(PartOfDay, profile.times))]


def wage_in_words(profile: WorkProfile) -> str:
    """What it pays, as an indication."""
    low, high = profile.wage_min_cents, profile.wage_max_cents
    said = []
    if low and high and low != high:
        amounts = {"low": amount_in_words(low), "high": amount_in_words(high)}
        said.append(_("€ %(low)s tot € %(high)s per uur") % amounts)
    elif low or high:
        said.append(_("€ %(amount)s per uur") % {"amount": amount_in_words(low or high or 0)})
    return ", ".join(filter(None, [*said, profile.wage_words]))


def selection_in_words(profile: WorkProfile) -> str:
    """What was agreed about choosing: how many, how, by when."""
    said = []
    if profile.select_count:
        number = profile.select_count
        said.append(ngettext("%(n)d kandidaat", "%(n)d kandidaten", number) % {"n": number})
    said.append(profile.select_how)
    if profile.select_by_date:
        said.append(_("voor %(day)s") % {"day": date_format(profile.select_by_date)})
    return ", ".join(filter(None, said))


def amount_in_words(cents: int) -> str:
    """ "14,50"."""
    return f"{cents // 100},{cents % 100:02}"
