"""Words of contact and reminders say what somebody does and asks, not what somebody has."""

from __future__ import annotations

from werktop.candidates.commands import NamesADiagnosis
from werktop.catalogue.suspicions import suspicion_in


def refuse_a_diagnosis(words: str, *, field: str, is_of_somebody: bool, is_about_work: bool) -> None:
    """`NamesADiagnosis` where words about a candidate (`is_of_somebody`) name one, and nobody said that they are about work, a
    course or a firm (decision 33)."""
    if is_of_somebody and not is_about_work and (word := suspicion_in(words)):
        raise NamesADiagnosis(word, field=field)
