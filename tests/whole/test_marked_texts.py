"""Texts for the screen are found by the catalogue: none is marked inside an f-string, where collecting does not look."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import werktop

MARKS = {"_", "gettext", "gettext_lazy", "ngettext", "ngettext_lazy", "pgettext", "pgettext_lazy"}
MAY_BE = re.compile(r"\{[^{}\n]*\b(?:_|\w*gettext(?:_lazy)?)\(")
"""Which files are worth parsing."""
SOURCE = Path(werktop.__file__).parent


def test_no_text_is_marked_for_translation_inside_an_f_string():
    found = [
        f"{path.relative_to(SOURCE)}:{call.lineno}"
        for path in SOURCE.rglob("*.py")
        if MAY_BE.search(text := path.read_text("utf-8"))
        for each in ast.walk(ast.parse(text))
        if isinstance(each, ast.JoinedStr)
        for call in ast.walk(each)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in MARKS
    ]
    assert not found, "\n".join(["Give the text a name before the f-string:", *found])
