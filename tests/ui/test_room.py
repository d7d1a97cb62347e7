"""The room, the klik grid, proposals and figures."""

from datetime import UTC, datetime

import pytest
from django.contrib.staticfiles import finders
from tests.ui.rendering import elements, render

from werktop.ui.components.results import bars
from werktop.ui.components.room import MOST_SEATS, room, rows_of


@pytest.mark.parametrize(
    ("count", "rows"),
    [(0, []), (1, [1]), (4, [2, 2]), (5, [3, 2]), (7, [2, 3, 2]), (8, [3, 2, 3]), (9, [3, 3, 3])],
)
def test_tables_stand_in_rows_with_the_room_filled(count, rows):
    assert sorted(rows_of(count, 3)) == sorted(rows)
    assert sum(rows_of(count, 3)) == count


def a_table(*seats, **values):
    return {"number": 3, "seats": list(seats), **values}


def test_every_table_and_every_chair_is_drawn():
    tables = [a_table({"name": f"Ana {n}"}, {"is_free": True}) for n in range(7)]
    html = render("{% room tables %}", tables=tables)
    assert len(elements(html, class_="round--2")) == 7
    assert len(elements(html, class_="seat--free")) == 7


def test_a_chair_says_who_with_what_role_and_what_is_special():
    table = a_table(
        {"name": "Joris Maas", "kind": "entrepreneur", "url": "?stoel=1", "is_pinned": True, "is_new": True}
    )
    html = render("{% room tables %}", tables=[table])
    assert '<span class="seat__name">Joris</span>' in html
    assert "ondernemer, net verzet, zit vast" in html
    assert elements(html, "a", class_="seat__link")[0]["href"] == "?stoel=1"


def test_a_chosen_chair_is_current():
    html = render(
        "{% room tables %}", tables=[a_table({"name": "Ana", "url": "/a", "is_chosen": True}, is_chosen=True)]
    )
    assert elements(html, "a", class_="seat__link")[0]["aria-current"] == "true"
    assert elements(html, class_="round--open")


def test_a_table_too_large_to_draw_is_refused():
    with pytest.raises(ValueError, match="cannot be drawn"):
        room([a_table(*[{"name": "Ana"}] * (MOST_SEATS + 1))])


def test_the_stylesheet_knows_every_chair():
    css = open(finders.find("ui/werktop.css"), encoding="utf-8").read()  # noqa: SIM115
    for count in range(1, MOST_SEATS + 1):
        assert f".round--{count}{{--seats: {count}}}" in css or f".round--{count}{{--seats:{count}}}" in css
    for place in range(2, MOST_SEATS + 1):
        assert f".seat:nth-child({place}){{--seat:" in css


def test_each_klik_is_one_named_checkbox():
    html = render(
        "{% klik_grid rows columns %}",
        rows=[{"key": "c1", "name": "Fatima", "kliks": [2]}, {"key": "c2", "name": "Kees"}],
        columns=[{"key": 1, "name": "Joris", "firm": "Houtbouw"}, {"key": 2, "name": "Ineke"}],
    )
    boxes = elements(html, "input", type="checkbox", name="klik")
    assert [box["value"] for box in boxes] == ["c1:1", "c1:2", "c2:1", "c2:2"]
    assert [box["value"] for box in boxes if "checked" in box] == ["c1:2"]
    assert "Fatima en Ineke:" in html


def test_a_clock_carries_its_end_and_the_servers_now():
    now, end = datetime(2026, 12, 3, 13, 0, tzinfo=UTC), datetime(2026, 12, 3, 13, 20, tzinfo=UTC)
    html = render("{% clock '20:00' 'min' ends_at=end now=now %}", end=end, now=now)
    (clock,) = elements(html, role="timer")
    assert (clock["data-ends-at"], clock["data-now"]) == (end.isoformat(), now.isoformat())


def test_a_proposal_can_be_agreed_and_changed_with_names_behind_the_verbs():
    pairs = [
        {
            "key": "p1",
            "first": {"name": "Fatima"},
            "second": {"name": "Joris", "kind": "entrepreneur"},
            "change_url": "?open=p1",
        }
    ]
    html = render("{% proposals pairs %}", pairs=pairs)
    (agree,) = elements(html, "input", name="agree")
    assert agree["value"] == "p1"
    assert "checked" in agree
    assert html.count('<span class="visually-hidden">: Fatima &amp; Joris</span>') == 2


def test_the_choices_of_an_open_proposal_are_radio_buttons_of_that_proposal():
    options = [{"value": "a", "label": "Ineke", "is_chosen": True}, {"value": "b", "label": "Linda"}]
    pair = {
        "key": "p2",
        "first": {"name": "Marit"},
        "is_open": True,
        "question": "Met wie?",
        "options": options,
    }
    radios = elements(render("{% proposals pairs %}", pairs=[pair]), "input", type="radio")
    assert [(each["name"], each["value"], "checked" in each) for each in radios] == [
        ("choice-p2", "a", True),
        ("choice-p2", "b", False),
    ]


def test_only_the_first_need_has_a_primary_button():
    rows = [{"name": name, "action": "Bel", "action_url": "#"} for name in ("Ana", "Bo", "Cas")]
    html = render("{% needs rows is_primary=True %}", rows=rows)
    assert len(elements(html, "a", class_="utrecht-button--primary-action")) == 1
    html = render("{% needs rows %}", rows=rows)
    assert not elements(html, "a", class_="utrecht-button--primary-action")


def test_bars_start_at_nought_and_share_one_scale():
    rows = bars([("a", 40, 20), ("b", 10, 0)], "titel")["rows"]
    assert [(row["width"], row["before_width"]) for row in rows] == [("400.0", "200.0"), ("100.0", "0.0")]


def test_bars_of_a_scale_end_where_the_scale_does():
    (row,) = bars([("a", 4, 2)], "titel", "nu", "toen", 5)["rows"]
    assert (row["width"], row["before_width"]) == ("320.0", "160.0")


@pytest.mark.parametrize("tag", ["bars", "columns"])
def test_every_figure_in_a_chart_stands_in_a_table_too(tag):
    html = render(f"{{% {tag} rows 'Kliks' %}}", rows=[("Ronde 1", 24), ("Ronde 2", 0)])
    assert '<td class="utrecht-table__cell num">24</td>' in html
    assert '<td class="utrecht-table__cell num">0</td>' in html
    assert render(f"{{% {tag} rows 'Niets' %}}", rows=[])
