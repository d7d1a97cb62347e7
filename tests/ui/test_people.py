"""People on screen: the same person always looks the same, and a role is never told by colour alone."""

import pytest
from tests.ui.rendering import elements, render

from werktop.ui.components.people import initials, tint


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Fatima El Amrani", "FE"),
        ("Kim de Lange", "KL"),
        ("Jan van der Berg", "JB"),
        ("Zoë", "Zo"),
        ("Anne-Marie Vos", "AM"),
        ("", "?"),
        ("Jan van", "JV"),
    ],
)
def test_initials_leave_out_the_small_words_of_a_name(name, letters):
    assert initials(name) == letters


def test_a_person_keeps_one_tint_whatever_stands_around_it():
    assert {tint("Fatima", "candidate") for _ in range(3)} == {tint("Fatima", "candidate")}
    assert {tint(str(each), "candidate") for each in range(50)} == {1, 2, 3}
    assert {tint(str(each), "host") for each in range(50)} == {1}


def test_a_role_that_does_not_exist_is_refused():
    with pytest.raises(ValueError, match="unknown kind"):
        tint("Fatima", "bystander")


def test_roles_differ_in_shape():
    html = render('{% avatar "A B" "candidate" %}{% avatar "A B" "entrepreneur" %}{% avatar "A B" "host" %}')
    shapes = [each["class"].split()[1] for each in elements(html, "span", class_="avatar")]
    assert shapes == ["avatar--candidate", "avatar--entrepreneur", "avatar--host"]


def test_initials_are_silent_and_the_name_is_said():
    html = render('{% person name "candidate" "/x" %}', name="Ana <b>Bos</b>")
    assert elements(html, "span", class_="avatar")[0]["aria-hidden"] == "true"
    assert "Ana &lt;b&gt;Bos&lt;/b&gt;</a>" in html
    assert "<b>" not in html


def test_a_crowd_says_the_names_and_how_many_more():
    html = render("{% crowd people most=2 %}", people=[{"name": n} for n in ("Ana", "Bo", "Cas", "Do")])
    assert "Ana, Bo</span>" in html
    assert "en nog 2" in html
