"""Questions in a form: everything that is said about a control is tied to it."""

from uuid import UUID

import pytest
from django import forms
from django.test import RequestFactory
from tests.ui.rendering import elements, render

from werktop.ui.components.forms import FILTER_FROM, field
from werktop.ui.widgets import ClockInput, DayInput, MomentInput

TALENTS = [("Handen", [("hout", "Hout"), ("metaal", "Metaal")]), ("Mensen", [("rust", "Rust")])]


class Questions(forms.Form):
    name = forms.CharField(label="Naam", help_text="Zo spreken we u aan.")
    note = forms.CharField(label="Notitie", widget=forms.Textarea, required=False)
    day = forms.DateField(label="Dag", widget=DayInput, required=False)
    place = forms.ChoiceField(label="Plaats", choices=[("a", "A")], required=False)
    channel = forms.ChoiceField(label="Hoe", choices=[("mail", "Mail")], widget=forms.RadioSelect)
    talents = forms.MultipleChoiceField(
        label="Talenten", choices=TALENTS, widget=forms.CheckboxSelectMultiple, required=False
    )
    is_free = forms.BooleanField(label="Drempelvrij", required=False)
    secret = forms.CharField(widget=forms.HiddenInput, required=False)


def ids(html):
    return [each["id"] for each in elements(html) if "id" in each]


def test_a_label_names_its_control():
    html = render("{% field form.name %}", form=Questions())
    assert elements(html, "label")[0]["for"] == elements(html, "input")[0]["id"] == "id_name"


def test_why_it_is_asked_is_tied_to_the_control():
    html = render("{% field form.name %}", form=Questions())
    assert elements(html, "input")[0]["aria-describedby"] == "id_name-why"
    assert "id_name-why" in ids(html)


def test_without_a_reason_or_an_error_nothing_is_tied():
    html = render("{% field form.note %}", form=Questions())
    assert "aria-describedby" not in elements(html, "textarea")[0]


@pytest.mark.parametrize("name", ["name", "channel"])
def test_what_is_wrong_is_in_words_and_tied_to_the_control(name):
    html = render(f"{{% field form.{name} %}}", form=Questions({}))
    described = [each for each in elements(html) if "aria-describedby" in each]
    assert f"id_{name}-error" in described[0]["aria-describedby"].split()
    assert f"id_{name}-error" in ids(html)
    assert {"name": "Vul dit in.", "channel": "Kies wat past."}[name] in html


def test_a_wrong_control_says_so_to_a_screen_reader():
    assert elements(render("{% field form.name %}", form=Questions({})), "input")[0]["aria-invalid"] == "true"
    assert "aria-invalid" not in elements(render("{% field form.name %}", form=Questions()), "input")[0]


def test_what_may_stay_empty_is_said():
    assert "mag leeg blijven" in render("{% field form.note %}", form=Questions())
    assert "mag leeg blijven" not in render("{% field form.name %}", form=Questions())
    assert "mag leeg blijven" not in render("{% field form.note is_optional=False %}", form=Questions())


@pytest.mark.parametrize("shape", ["", "chips"])
def test_a_group_of_choices_has_a_legend_and_keeps_what_was_picked(shape):
    html = render("{% field form.talents shape=shape %}", form=Questions({"talents": ["rust"]}), shape=shape)
    assert elements(html, "fieldset")
    boxes = elements(html, "input", type="checkbox")
    assert [box["value"] for box in boxes if "checked" in box] == ["rust"]
    assert [label["for"] for label in elements(html, "label")] == [box["id"] for box in boxes]
    assert len(set(ids(html))) == len(ids(html))


def test_a_long_pick_list_gets_a_filter_that_stays_hidden_without_script():
    class Long(forms.Form):
        words = forms.MultipleChoiceField(
            choices=[(n, f"Woord {n}") for n in range(FILTER_FROM + 1)], widget=forms.CheckboxSelectMultiple
        )

    html = render("{% field form.words shape='chips' %}", form=Long())
    search = elements(html, "input", type="search")[0]
    assert "name" not in search  # it is never sent
    assert search["data-pick-filter"] in ids(html)
    assert "hidden" in elements(html, class_="picks__search")[0]
    assert not elements(
        render("{% field form.talents shape='chips' %}", form=Questions()), "input", type="search"
    )


def test_typed_text_comes_back_as_text():
    html = render("{% field form.name %}", form=Questions({"name": '"><script>x</script>'}))
    assert "<script>" not in html


def test_all_questions_of_a_form_are_drawn_once():
    html = render("{% fields form %}", form=Questions())
    names = [each["name"] for each in elements(html) if each.get("name")]
    assert sorted(set(names)) == sorted(Questions.base_fields)


def test_the_summary_links_to_each_wrong_question():
    form = Questions({})
    html = render("{% form_errors form %}{% fields form %}", form=form)
    links = [link["href"] for link in elements(html, "a")]
    assert links == ["#id_name", "#id_channel_0"]
    assert {link[1:] for link in links} <= set(ids(html))
    assert elements(html, role="alert")[0]["tabindex"] == "-1"


def test_nothing_wrong_means_no_summary():
    assert "alert" not in render("{% form_errors form %}", form=Questions())
    fine = Questions({"name": "Ana", "channel": "mail"})
    assert "alert" not in render("{% form_errors form %}", form=fine)


def test_a_wrong_hidden_field_is_named_in_the_summary():
    form = Questions({"name": "Ana", "channel": "mail"})
    form.add_error("secret", "Deze link is verlopen.")
    assert "Deze link is verlopen." in render("{% form_errors form %}", form=form)


def test_each_form_of_a_page_gets_its_own_request_key():
    given = UUID(int=7)
    html = render("{% request_key %}{% request_key %}", request=RequestFactory().get("/"), request_key=given)
    first, second = [UUID(each["value"]) for each in elements(html, "input", name="request_key")]
    assert first == given
    assert second != given


@pytest.mark.parametrize(
    ("field", "given", "shown"),
    [
        (forms.DateField(widget=DayInput), "2026-12-03", "2026-12-03"),
        (forms.TimeField(widget=ClockInput), "13:30", "13:30"),
        (forms.DateTimeField(widget=MomentInput), "2026-12-03T13:30", "2026-12-03T13:30"),
    ],
)
def test_dates_and_times_go_through_the_browsers_own_pickers_unchanged(field, given, shown):
    value = field.clean(given)
    assert f'value="{shown}"' in field.widget.render("x", value)


def test_what_is_chosen_stands_in_front_of_a_long_pick_list_once():
    class Long(forms.Form):
        words = forms.MultipleChoiceField(
            choices=[(f"Groep {g}", [(f"{g}-{n}", f"Woord {g} {n}") for n in range(40)]) for g in range(2)],
            widget=forms.CheckboxSelectMultiple,
        )

    shown = field(Long(initial={"words": ["1-7"]})["words"], shape="chips", find="/zoek/?kind=x")
    assert [(g["title"], len(g["options"]), g["is_open"]) for g in shown["groups"]] == [
        ("Groep 0", 40, True),
        ("Groep 1", 39, False),
    ]
    assert [each["value"] for each in shown["chosen"]["options"]] == ["1-7"]
    assert shown["find"] == "/zoek/?kind=x"


@pytest.mark.parametrize(
    ("typed", "said"),
    [("61", "Vul een getal in tot en met 60."), ("-1", "Vul een getal in vanaf 0."), ("1,5", "zonder komma")],
)
def test_a_number_that_cannot_be_is_said_in_words_of_the_house(typed, said):
    with pytest.raises(forms.ValidationError, match=said):
        forms.IntegerField(min_value=0, max_value=60).clean(typed)
