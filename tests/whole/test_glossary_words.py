"""Words that mean one thing on screen: docs/glossary.md keeps "plek" for a job, and a chair is a "stoel"."""

from __future__ import annotations

import re
from pathlib import Path

import polib

from werktop.gatherings.messages import SUBJECTS

SOURCE = Path(__file__).parents[2] / "src" / "werktop"
OF_A_JOB = {
    "een interesse van de kandidaat waar de plek ruimte voor geeft",
    # what is promised for social return
    "%(number)s plek",
    "plekken",
    "Een plek, uren, een stage, een rondleiding: wat samen is afgesproken telt.",
}
"""Here the word does mean a place to work at."""
ABOUT_JOBS = {"work_profiles"}
"""Rooms in which it means nothing else."""


def test_plek_is_said_of_a_job_alone():
    found = {
        entry.msgid
        for path in SOURCE.glob("*/locale/en/LC_MESSAGES/django.po")
        for entry in polib.pofile(str(path))
        if not entry.obsolete
        and path.parents[3].name not in ABOUT_JOBS
        and re.search(r"\b(plek|plekken)\b", f"{entry.msgid} {entry.msgid_plural}", re.IGNORECASE)
    }
    assert found == OF_A_JOB


def test_no_subject_of_a_message_speaks_of_a_place_that_may_be_read_as_a_job():
    assert not [
        str(words) for words in SUBJECTS.values() if re.search(r"\b(plaats|plek|werk|baan)\b", str(words))
    ]
    assert {str(SUBJECTS[each]) for each in ("moved_up", "no_chair")} == {
        "Er is een stoel voor u",
        "Nog geen stoel",
    }
