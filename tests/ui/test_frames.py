"""The frames around every page, the style guide, and the pages that say what went wrong."""

import re
from pathlib import Path

import pytest
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.urls import reverse
from django.utils import translation
from tests.ui.rendering import elements

BUILT = Path(__file__).parents[2] / "src" / "werktop" / "ui" / "static" / "ui"


@pytest.fixture
def guide(cast, log_in):
    """`guide(frame)` gives the page of the style guide as a colleague sees it."""

    def page(frame=""):
        answer = log_in(cast.own.account()).get(reverse("ui:styleguide"), {"frame": frame} if frame else {})
        assert answer.status_code == 200
        return answer.content.decode()

    return page


@pytest.mark.parametrize("frame", ["", "guest", "hall", "clock"])
def test_a_page_starts_with_a_link_to_its_contents(guide, frame):
    html = guide(frame)
    assert elements(html, "a")[0]["href"] == "#content"
    assert elements(html, "main", id="content")
    assert len(elements(html, "h1")) == 1


@pytest.mark.parametrize("frame", ["", "guest", "hall", "clock"])
def test_no_id_stands_on_a_page_twice(guide, frame):
    ids = [each["id"] for each in elements(guide(frame)) if "id" in each]
    assert sorted(ids) == sorted(set(ids))


def test_the_menu_says_where_you_are(guide):
    current = elements(guide(), "a", class_="menu__link", aria_current="page")
    assert len(current) == 1


def test_messages_are_said_aloud(guide):
    assert re.search(r'role="status">\s*<div class="utrecht-alert utrecht-alert--ok">', guide())


def test_the_style_guide_is_closed_in_production(cast, log_in, settings):
    settings.MODE = "production"
    assert log_in(cast.own.account()).get(reverse("ui:styleguide")).status_code == 404


def test_the_style_guide_knows_no_other_frames(cast, log_in):
    assert log_in(cast.own.account()).get(reverse("ui:styleguide"), {"frame": "x"}).status_code == 404


@pytest.mark.parametrize("name", ["400", "403", "404", "409", "500", "503", "link"])
@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.django_db
def test_each_error_says_in_words_what_to_do(name, language):
    with translation.override(language):
        html = render_to_string(f"ui/errors/{name}.html", {}, RequestFactory().get("/x"))
    assert len(elements(html, "h1")) == 1
    assert f'lang="{language}"' in html


@pytest.mark.parametrize("name", ["400", "500"])
def test_the_barest_errors_need_nothing_to_be_shown(name):
    assert "<h1" in render_to_string(f"{name}.html")


@pytest.mark.django_db
def test_a_conflict_gives_back_what_was_typed():
    typed = ["regel 1\n<b>regel 2</b>"]
    html = render_to_string("ui/errors/409.html", {"typed": typed}, RequestFactory().post("/x"))
    assert "regel 1<br>&lt;b&gt;regel 2&lt;/b&gt;" in html


def test_the_built_look_loads_nothing_from_elsewhere():
    css = (BUILT / "werktop.css").read_text(encoding="utf-8")
    assert not re.findall(r"url\(['\"]?(?:https?:)?//", css)
    assert css.startswith("@layer vendor,base,layout,parts;")
    assert css.count("{") == css.count("}")


def test_what_was_bundled_is_licensed():
    licences = (BUILT / "LICENSES").read_text(encoding="utf-8")
    for name in (
        "htmx.org",
        "@fontsource-variable/source-sans-3",
        "@utrecht/button-css",
        "voorbeeld-design-tokens",
    ):
        assert name in licences


def test_the_script_evaluates_no_text():
    assert "allowEval:!1" in (BUILT / "werktop.js").read_text(encoding="utf-8")
