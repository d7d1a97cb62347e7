"""`werktop support` prints what there is and sums with their steps, or says in JSON which field is wrong."""

import json

import pytest

from werktop.config.commandline.support import run_support

SUBSIDY = ["wage-cost-subsidy", "--minimum-wage-cents", "252396"]
VALUE = ["--wage-value-cents", "151438"]
ON = ["--on", "2026-07-01"]


def test_a_subsidy_is_told_in_cents_with_its_steps(capsys) -> None:
    assert run_support([*SUBSIDY, *VALUE, "--hours", "27", *ON]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["monthly_cents"] == answer["steps"][-1]["amount"] == 94648
    assert answer["steps"][-1]["shown"] == "€ 946,48 per maand" and "indicatie" in answer["indication"]
    for step in answer["steps"]:
        assert all(step[name] for name in ("words", "rule", "law", "article", "source", "valid_from"))
        assert "amount" in step and "valid_until" in step


def test_without_a_sum_it_lists_what_there_is(capsys) -> None:
    assert run_support([*ON, "--language", "en"]) == 0
    listed = {each["key"]: each for each in json.loads(capsys.readouterr().out)["support"]}
    subsidy = listed["wage-cost-subsidy"]
    assert subsidy["calculator"] and subsidy["decides"] == "the municipality"
    assert {"rule": "lks_maximum", "amount": 70}.items() <= subsidy["terms"][1].items()
    assert not listed["no-risk"]["calculator"] and listed["no-risk"]["decides"] == "UWV"
    assert listed["wage-cost-benefit"]["over"][0]["valid_until"] == "2026-01-01"
    assert all(
        each[name]
        for each in listed.values()
        for name in ("name", "situation", "what", "law", "source", "valid_from")
    )


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        (["wage-cost-benefit", "--kind", "banenafspraak", "--paid-hours", "1500"], {"yearly_cents": 151500}),
        (
            ["wage-cost-benefit", "--kind", "oudere", "--began", "2023-09-01", "--paid-hours", "1000"],
            {"yearly_cents": 305000},
        ),
        (["trial-placement", "--law", "ww"], {"months": 6}),
        (["trial-placement"], {"months": 6}),
        (["wage-cost-subsidy", "--wage-value-percent", "60", "--hours", "36"], {"monthly_cents": 126198}),
        (["ability-to-work", "--task", "--skills", "--hour", "--hours-a-day", "4"], {"is_able": 1}),
        ([*SUBSIDY, "--hours", "36", "--flat"], {"monthly_cents": 157748}),
        ([*SUBSIDY, *VALUE, "--hours", "27,5"], {"monthly_cents": 96401}),
    ],
)
def test_each_sum_puts_its_answer_in_front(words, answer, capsys) -> None:
    assert run_support([*words, *ON]) == 0
    assert answer.items() <= json.loads(capsys.readouterr().out).items()


@pytest.mark.parametrize(
    ("words", "field"),
    [
        ([*SUBSIDY, "--wage-value-cents", "-1", "--hours", "27", *ON], "wage_value_cents"),
        ([*SUBSIDY, "--wage-value-cents", "252397", "--hours", "27", *ON], "wage_value_cents"),
        ([*SUBSIDY, "--wage-value-cents", "12.5", "--hours", "27", *ON], "wage_value_cents"),
        ([*SUBSIDY, "--hours", "27", *ON], "wage_value_cents"),
        ([*SUBSIDY, *VALUE, "--hours", "40", *ON], "hours"),
        ([*SUBSIDY, *VALUE, "--hours", "-1", *ON], "hours"),
        ([*SUBSIDY, *VALUE, "--hours", "veel", *ON], "hours"),
        ([*SUBSIDY, *VALUE, "--hours", "1e3", *ON], "hours"),
        (["wage-cost-subsidy", "--minimum-wage-cents", "²", *VALUE, "--hours", "27"], "minimum_wage_cents"),
        ([*SUBSIDY, *VALUE, "--hours", "27", "--on", "2010-01-01"], "on"),
        ([*SUBSIDY, *VALUE, "--hours", "27", "--on", "2026-02-30"], "on"),
        (["wage-cost-benefit", "--kind", "iedereen", "--paid-hours", "1", *ON], "kind"),
        (["wage-cost-benefit", "--kind", "oudere", "--paid-hours", "1", *ON], "began"),
        (["wage-cost-benefit", "--kind", "oudere", "--paid-hours", "1", "--began", "2023", *ON], "began"),
        ([*SUBSIDY, *VALUE, "--wage-value-percent", "60", "--hours", "27", *ON], "wage_value_percent"),
        (["wage-cost-benefit", "--kind", "oudere", "--paid-hours", "0", *ON], "paid_hours"),
        (["trial-placement", "--law", "bijstand", *ON], "law"),
    ],
)
def test_bad_input_is_answered_with_the_field_and_what_is_wrong(words, field, capsys) -> None:
    assert run_support(words) == 2
    problem = json.loads(capsys.readouterr().out)
    assert problem["rules"][0]["field"] == field and problem["problem"].startswith(f"{field}: ")


@pytest.mark.parametrize(
    ("words", "field"),
    [
        (["wage-cost-subsidy"], "minimum_wage_cents"),
        (["wage-cost-subsidy", "--wage-value-percent", "60"], "hours"),
        (["maximum"], "sum"),
        (["--onn", "2026-07-01"], "sum"),
        ([*SUBSIDY, "--hours"], "hours"),
        ([*SUBSIDY, *VALUE, "--hours", "-5,5", *ON], "hours"),
        (["--language", "fr"], "language"),
    ],
)
def test_what_cannot_be_read_at_all_is_a_problem_in_json_too(words, field, capsys) -> None:
    assert run_support(words) == 2
    assert json.loads(capsys.readouterr().out)["rules"][0]["field"] == field
