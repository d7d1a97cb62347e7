"""Where the plan leads, and what somebody wants to learn."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from .base import PartForm, SaidForm, about_work, day, line


class PerspectiveForm(SaidForm):
    words = line(_("Waar werken jullie naartoe? Eén zin."), 200)


class GoalForm(PartForm):
    words = line(_("Wat wil iemand leren?"), 200)
    done_date = day(_("Gehaald op"))
    is_about_work = about_work()
