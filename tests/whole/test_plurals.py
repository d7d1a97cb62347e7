"""A number before a word has a form for one: "1 gast", never "1 gasten"."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2] / "src" / "werktop"
MANY = (
    "afspraken|antwoorden|berichten|brieven|dagen|gasten|gesprekken|kandidaten|kliks|mensen|minuten|ondernemers|"
    "plaatsen|rondes|stoelen|tafels|tikken|uitnodigingen|voorstellen|vragen|werkgevers"
)
BLOCK = re.compile(r"{%\s*blocktranslate\b([^%]*)%}(.*?){%\s*endblocktranslate\s*%}", re.DOTALL)
# a number from a variable, and straight after it a word for many, or a word that another variable holds
FIXED = re.compile(r"\{\{\s*[\w.|]+\s*\}\}\s+(?:\{\{\s*words\s*\}\}|(?:" + MANY + r")\b)")
IN_CODE = re.compile(
    r'(?<!n)(?:\b_|\bgettext|\bgettext_lazy|\b_now)\(\s*"[^"]*%\(\w+\)[sd] (?:' + MANY + r')\b[^"]*"'
)


def fixed_plurals_in(template: str) -> list[str]:
    """Texts of a template in which a number meets a word for many without a form for one."""
    found = [
        match[0]
        for match in BLOCK.finditer(template)
        if "{% plural %}" not in match[2] and FIXED.search(match[2])
    ]
    return found + [match[0] for match in FIXED.finditer(BLOCK.sub("", template))]


ROOMS = ("accounts", "desk", "gatherings", "matches", "ui")
"""The rooms that this holds for so far."""
TEMPLATES = sorted(
    path
    for room in ROOMS
    for path in (SOURCE / room / "templates").rglob("*")
    if path.suffix in (".html", ".txt")
)
CODE = sorted(path for room in ROOMS for path in (SOURCE / room).rglob("*.py"))
NEVER_ONE = {
    "matches/refusals.py": 1,  # a talk lasts some minutes
    "gatherings/new_gathering.html": 1,  # rounds of some minutes
    "messages/invitation.txt": 2,  # more than one round: there entrepreneurs move on
    "queries/refused_seating.py": 2,  # chairs at a table, and more people than chairs
    "queries/replan.py": 2,  # from so many to so many at a table
    "queries/shortages.py": 1,  # more people than chairs
}
"""Files whose number cannot be one, and how often."""


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_no_template_has_a_number_before_a_word_for_many_alone(path):
    found = fixed_plurals_in(path.read_text())
    assert len(found) == NEVER_ONE.get(f"{path.parent.name}/{path.name}", 0), found


@pytest.mark.parametrize("path", CODE, ids=lambda path: str(path.relative_to(SOURCE)))
def test_no_sentence_of_the_code_has_either(path):
    found = IN_CODE.findall(path.read_text())
    assert len(found) == NEVER_ONE.get(f"{path.parent.name}/{path.name}", 0), found


@pytest.mark.parametrize(
    ("template", "is_wrong"),
    [
        ("{% blocktranslate %}Er zijn {{ n }} gasten.{% endblocktranslate %}", True),
        ("{{ n }} gasten", True),
        ("{% blocktranslate asvar x %}{{ count }} {{ words }}{% endblocktranslate %}", True),
        (
            "{% blocktranslate count n=n %}{{ n }} gast{% plural %}{{ n }} gasten{% endblocktranslate %}",
            False,
        ),
        ("{% blocktranslate %}Ronde {{ number }} van {{ rounds }}{% endblocktranslate %}", False),
    ],
)
def test_what_counts_as_wrong(template, is_wrong):
    assert bool(fixed_plurals_in(template)) == is_wrong
