"""Tags, reasons and bars: always with words, never with more than was given."""

import pytest
from tests.ui.rendering import elements, render

from werktop.ui.components.icons import ICONS
from werktop.ui.components.words import share, why


def test_what_fits_comes_before_what_can_be_learned_and_what_is_missing():
    reasons = why(
        [("missing", "m"), ("learn", "l"), {"kind": "fits", "text": "f", "source": "s"}, ("fits", "g")]
    )
    assert [each["text"] for each in reasons["reasons"]] == ["f", "g", "l", "m"]


def test_a_reason_is_told_apart_in_words_too():
    html = render("{% why reasons %}", reasons=[("learn", "machines"), ("missing", "rijbewijs")])
    assert "Te leren:" in html
    assert "Nog niet:" in html


def test_a_reason_is_text_not_markup():
    html = render("{% why reasons %}", reasons=[("fits", "<script>x</script>", "<i>")])
    assert "<script>" not in html
    assert "<i>" not in html


def test_a_bar_is_divided_as_its_counts_and_fills_its_width():
    parts = share([("yes", 30, "ja"), ("open", 10, "open")])["parts"]
    assert [part["x"] for part in parts] == ["0.0", "300.0"]
    assert float(parts[1]["x"]) + float(parts[1]["width"]) == 400


def test_a_bar_of_nothing_is_empty():
    parts = share([("yes", 0, "ja"), ("no", 0, "nee")])["parts"]
    assert [part["width"] for part in parts] == ["0", "0"]


def test_a_bar_has_its_numbers_beside_it():
    html = render("{% share parts %}", parts=[("yes", 54, "komen")])
    assert "<strong>54</strong> komen" in html


@pytest.mark.parametrize("name", sorted(ICONS))
def test_an_icon_is_silent_unless_it_is_named(name):
    html = render("{% icon name %}{% icon name label='Sluit' %}", name=name)
    silent, named = elements(html, "svg")
    assert silent["aria-hidden"] == "true"
    assert (named["role"], named["aria-label"]) == ("img", "Sluit")


def test_an_icon_that_is_not_drawn_is_an_error():
    with pytest.raises(KeyError):
        render("{% icon 'unicorn' %}")


def test_a_button_says_for_whom_behind_a_repeated_verb():
    html = render("{% button 'Later' hidden=name confirm=ask %}", name="Anouk", ask='Echt "nu"?')
    assert '<span class="visually-hidden">: Anouk</span>' in html
    assert elements(html, "button")[0]["data-confirm"] == 'Echt "nu"?'


def test_blocks_keep_what_stands_in_them_and_escape_their_titles():
    html = render("{% fold title note='n' %}<p>{{ words }}</p>{% endfold %}", title="<x>", words="a & b")
    assert "<p>a &amp; b</p>" in html
    assert "&lt;x&gt;" in html


def test_a_place_beside_others_says_where_you_are():
    entries = [{"label": "Voor", "url": "/v", "is_current": True}, {"label": "Na", "url": "/n"}]
    links = elements(render("{% phases entries 'Voor en na' %}", entries=entries), "a")
    assert [link.get("aria-current") for link in links] == ["page", None]


def test_an_empty_list_gives_the_next_thing_to_do():
    html = render("{% empty 'Nog niemand' 'Kies gasten' '/kies' %}")
    assert elements(html, "a")[0]["href"] == "/kies"
