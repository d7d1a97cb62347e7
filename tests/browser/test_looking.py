"""Whether letters stand out is asked once of each way to draw them; what was never seen to be right is asked every time."""

import pytest
from tests.accessibility import violations

pytestmark = pytest.mark.browser
STANDS_OUT = '<p style="color: #767676">Een zin</p>'
PAGE = '<html lang="nl"><title>Blad</title><main><h1>Blad</h1>{}</main>'


@pytest.mark.parametrize(
    "drawn",
    [
        '<p style="color: #aaa">Een zin</p>',
        f'<div style="background: #555">{STANDS_OUT}</div>',
        f'<div style="opacity: 0.5">{STANDS_OUT}</div>',
        '<div style="height: 3rem; background: #555"></div>'
        '<div style="position: absolute; top: 5rem"><p style="color: #767676">Een zin</p></div>',
        '<div style="height: 3rem; background: #555"></div><div style="transform: translateY(-3rem)">'
        '<p style="margin: 0; color: #767676">Een zin</p></div>',
        '<div style="position: relative; z-index: 0"><i style="position: absolute; inset: 0; z-index: -1; '
        'background: #555"></i><p style="color: #767676">Een zin</p></div>',
    ],
    ids=[
        "other colour",
        "other ground",
        "half seen",
        "placed over something",
        "moved over something",
        "drawn behind",
    ],
)
def test_letters_that_do_not_stand_out_are_found_each_time_whatever_stood_out_before(chromium, drawn):
    page = chromium.new_page()
    for html, want in (
        (STANDS_OUT, []),
        (drawn, ["color-contrast"]),
        (STANDS_OUT, []),
        (drawn, ["color-contrast"]),
    ):
        page.set_content(PAGE.format(html))
        assert [rule for rule, _where in violations(page)] == want
