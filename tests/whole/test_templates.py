"""No template without a use, none that breaks, no inline script or style (the content policy forbids them)."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.template.loader import get_template

SOURCE = Path(__file__).parents[2] / "src" / "werktop"
TEMPLATES = {
    str(path.relative_to(folder)): path
    for folder in SOURCE.glob("*/templates")
    for path in folder.rglob("*")
    if path.is_file()
}
# named by Django or a library, or put together from a name in the code
BY_CONVENTION = re.compile(r"^(django/forms/|ui/|(accounts|gatherings|matches)/messages/|\d{3}\.html)")


@pytest.mark.parametrize("name", sorted(TEMPLATES))
def test_a_template_compiles(name):
    if name.endswith((".html", ".txt")):
        get_template(name)


def test_every_template_is_used():
    text = "\n".join(
        p.read_text(encoding="utf-8")
        for p in SOURCE.rglob("*")
        if p.suffix in (".py", ".html", ".txt") and p.is_file()
    )
    unused = [
        n for n in TEMPLATES if not BY_CONVENTION.match(n) and f'"{n}"' not in text and f"'{n}'" not in text
    ]
    assert unused == []


@pytest.mark.parametrize("name", sorted(n for n in TEMPLATES if n.endswith(".html")))
def test_no_inline_script_or_style(name):
    text = TEMPLATES[name].read_text(encoding="utf-8")
    assert not re.search(
        r"\sstyle=|\son[a-z]+=|<style|<script(?![^>]*\ssrc=)(?![^>]*application/json)", text
    ), name
