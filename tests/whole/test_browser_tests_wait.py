"""Tests in a browser wait for what they look for: what is read at once is sometimes read too soon."""

import re
from pathlib import Path

TESTS = Path(__file__).parents[1]
READ_AT_ONCE = re.compile(
    r"\bassert\b.*\.(is_visible|is_hidden|is_checked|is_enabled|is_disabled|inner_text|text_content|input_value)\("
)


def test_what_a_page_shows_is_expected_and_not_read_at_once():
    found = [
        f"{path.relative_to(TESTS)}:{number}"
        for path in sorted(TESTS.rglob("*.py"))
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if READ_AT_ONCE.search(line)
    ]
    assert found == [], "use playwright's expect(locator).to_…, which waits"
