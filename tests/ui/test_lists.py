"""Lists: what the address says is kept, whatever link of the list is followed."""

from urllib.parse import parse_qs

import pytest
from django import forms
from django.core.paginator import Paginator
from django.test import RequestFactory
from tests.ui.rendering import elements, render


def links(html):
    return [parse_qs(link["href"].lstrip("?")) for link in elements(html, "a")]


def asked(address):
    return RequestFactory().get(address)


def test_another_page_keeps_the_filter_and_the_order():
    page = Paginator(range(95), 10).page(3)
    html = render("{% pager page %}", request=asked("/k?q=Bo+%26+Co&sort=-name&page=3"), page=page)
    assert all(each["q"] == ["Bo & Co"] and each["sort"] == ["-name"] for each in links(html))
    assert [each["page"] for each in links(html)][0] == ["2"]
    assert "21 tot en met 30 van 95" in html


def test_one_page_needs_no_pager():
    assert not elements(render("{% pager page %}", page=Paginator(range(5), 10).page(1)), "nav")


def test_the_page_you_are_on_is_said():
    html = render("{% pager page %}", request=asked("/k"), page=Paginator(range(95), 10).page(3))
    (current,) = elements(html, "a", aria_current="page")
    assert current["href"] == "?page=3"


@pytest.mark.parametrize(
    ("address", "order", "next_order"),
    [("/k", "ascending", "-name"), ("/k?sort=-name", "descending", "name"), ("/k?sort=age", None, "name")],
)
def test_a_head_says_its_order_and_turns_it(address, order, next_order):
    html = render("{% sort_header 'Naam' 'name' default='name' %}", request=asked(address))
    assert elements(html, "th")[0].get("aria-sort") == order
    assert links(html)[0]["sort"] == [next_order]


def test_another_order_starts_at_the_first_page_and_keeps_the_filter():
    (link,) = links(render("{% sort_header 'Naam' 'name' %}", request=asked("/k?q=x&page=4")))
    assert link == {"q": ["x"], "sort": ["name"]}


class Filter(forms.Form):
    q = forms.CharField(label="Zoek", required=False)


def test_a_filter_keeps_the_order_and_can_be_cleared():
    request = asked("/k?q=x&sort=-name&page=4")
    html = render(
        "{% filter_bar form count=3 words='kandidaten' %}", request=request, form=Filter(request.GET)
    )
    assert {each["name"]: each["value"] for each in elements(html, "input")} == {"sort": "-name", "q": "x"}
    assert [link["href"] for link in elements(html, "a")] == ["/k"]
    assert "<strong>3</strong> kandidaten" in html


def test_a_filter_that_is_off_has_nothing_to_clear():
    html = render("{% filter_bar form %}", request=asked("/k"), form=Filter())
    assert not elements(html, "a")


def test_a_wide_table_can_be_scrolled_with_the_keyboard():
    html = render("{% table 'Kandidaten' %}<tbody></tbody>{% endtable %}")
    region = elements(html, role="region")[0]
    assert (region["tabindex"], region["aria-label"]) == ("0", "Kandidaten")
