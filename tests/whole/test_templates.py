"""No template without a use, none that breaks, no inline script or style (the content policy forbids them)."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.template.loader import get_template

from werktop.gatherings import host_messages
from werktop.gatherings.messages import SUBJECTS

SOURCE = Path(__file__).parents[2] / "src" / "werktop"
TEMPLATES = {
    str(path.relative_to(folder)): path
    for folder in SOURCE.glob("*/templates")
    for path in folder.rglob("*")
    if path.is_file()
}
# named by Django or a library
BY_CONVENTION = re.compile(r"^(django/forms/|\d{3}\.html)")
BY_LAST_NAME = re.compile(r"^ui/(?:parts|drawings)/(\w+)\.(?:html|svg)$")
MESSAGE_ENDING = re.compile(r"(\.sms)?\.txt$")
# put together from a name in the code
PUT_TOGETHER = (
    {f"gatherings/messages/{purpose}.{ending}" for purpose in SUBJECTS for ending in ("txt", "sms.txt")}
    | {
        f"matches/messages/{name}.{ending}"
        for name in ("step", "off", "ends", "gone", "follow_up_candidate", "follow_up_entrepreneur")
        for ending in ("txt", "sms.txt")
    }
    | {f"gatherings/messages/{purpose}.txt" for purpose in host_messages.SUBJECTS}
    | {f"accounts/messages/{why}.txt" for why in ("added", "invited", "lost")}
    | {f"ui/errors/{status}.html" for status in (400, 403, 404, 409, 500, 503)}
)


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
    text += "".join(f'"{name}"' for name in PUT_TOGETHER)
    # a message's text, by mail and by SMS, is named without its ending
    text += "".join(f'"{n}"' for n in TEMPLATES if f'"{MESSAGE_ENDING.sub("", n)}"' in text)
    # parts and drawings of the ui are asked for by their last name
    text += "".join(f'"{m[0]}"' for n in TEMPLATES if (m := BY_LAST_NAME.match(n)) and f'"{m[1]}"' in text)
    unused = [
        n for n in TEMPLATES if not BY_CONVENTION.match(n) and f'"{n}"' not in text and f"'{n}'" not in text
    ]
    assert unused == []


@pytest.mark.parametrize("name", sorted(n for n in TEMPLATES if n.endswith(".html")))
def test_no_inline_script_or_style(name):
    # an argument of a template tag ("only=") is no attribute
    text = re.sub(r"\{%.*?%\}", "", TEMPLATES[name].read_text(encoding="utf-8"), flags=re.S)
    assert not re.search(
        r"\sstyle=|\son[a-z]+=|<style|<script(?![^>]*\ssrc=)(?![^>]*application/json)", text
    ), name
