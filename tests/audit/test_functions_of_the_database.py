"""The functions of the database that let history go: each is written in one migration."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

from werktop.audit import migrations
from werktop.audit.rights import WAYS_OUT

HERE = Path(migrations.__path__[0])


def test_each_function_is_written_once():
    texts = [each.read_text() for each in sorted(HERE.glob("0*.py"))]
    written = Counter(
        name for text in texts for name in re.findall(r"CREATE (?:OR REPLACE )?FUNCTION (\w+)", text)
    )
    assert {name for name, times in written.items() if times > 1} == set()
    assert set(re.findall(r"(\w+)\(", WAYS_OUT)) <= set(written)
