"""Loading the shipped lists: safe to repeat, says what came, changed and went, and gives no bit away."""

import pytest
from tests import making

from werktop.audit.actors import SYSTEM
from werktop.audit.models import Entry
from werktop.audit.refusals import NotAllowed
from werktop.catalogue import queries, shipped
from werktop.catalogue.commands import BitIsTaken, load_catalogue
from werktop.catalogue.models import Occupation, Requirement, Term

pytestmark = pytest.mark.django_db
NOTHING = {"came": 0, "changed": 0, "went": 0}


def numbers(told):
    return {part: {word: line[word] for word in NOTHING} for part, line in told.items()}


def test_a_second_loading_changes_nothing_and_leaves_a_line(at):
    before = queries.version()
    assert numbers(load_catalogue(actor=SYSTEM, at=at)) == dict.fromkeys(before, NOTHING)
    assert queries.version() == before == {part.name: part.version for part in shipped.parts()}
    line = Entry.objects.filter(verb="catalogue.load_catalogue").latest("id")
    assert line.detail["terms"] == f"version={before['terms']} came=0 changed=0 went=0"


def test_it_says_what_came_changed_and_went(at, monkeypatch):
    rows = list(shipped.terms())
    gone, other = rows[0]["code"], rows[1]["code"]
    new = rows[0] | {"code": "nieuw-woord", "label_nl": "nieuw woord", "key": "nieuw woord"}
    changed = [new, rows[1] | {"label_en": "listening carefully"}, *rows[2:]]
    monkeypatch.setattr(shipped, "terms", lambda: iter(changed))
    assert numbers(load_catalogue(actor=SYSTEM, at=at))["terms"] == {"came": 1, "changed": 1, "went": 1}
    assert not Term.objects.get(code=gone).is_active
    assert Term.objects.get(code=other).label_en == "listening carefully"
    monkeypatch.undo()
    assert numbers(load_catalogue(actor=SYSTEM, at=at))["terms"] == {"came": 0, "changed": 2, "went": 1}
    assert Term.objects.get(code=gone).is_active


def test_what_was_noted_with_a_term_that_went_stays_readable(cast, at, monkeypatch):
    person = making.candidate(cast.own, term_codes=("koken",))
    monkeypatch.setattr(shipped, "terms", lambda: (row for row in rows if row["code"] != "koken"))
    rows = list(TERMS)
    load_catalogue(actor=SYSTEM, at=at)
    (noted,) = person.terms.select_related("term")
    assert (noted.term.label, noted.term.is_active) == ("koken en bakken", False)
    assert "koken" not in {term.code for term in queries.terms(cast.own.actor())}


TERMS = list(shipped.terms())


@pytest.mark.parametrize("fault", [{"code": "andere-eis"}, {"bit": 63}])
def test_a_bit_never_passes_to_another_requirement(at, monkeypatch, fault):
    rows = list(shipped.requirements())
    monkeypatch.setattr(shipped, "requirements", lambda: iter([rows[0] | fault, *rows[1:]]))
    with pytest.raises(BitIsTaken):
        load_catalogue(actor=SYSTEM, at=at)


def test_a_requirement_that_went_keeps_its_bit(at, monkeypatch):
    rows = list(shipped.requirements())
    monkeypatch.setattr(shipped, "requirements", lambda: iter(rows[1:]))
    assert numbers(load_catalogue(actor=SYSTEM, at=at))["requirements"] == NOTHING | {"went": 1}
    gone = Requirement.objects.get(code=rows[0]["code"])
    assert (gone.is_active, gone.bit, queries.masks().bits[gone.code]) == (False, rows[0]["bit"], gone.bit)
    assert gone.code not in {each.code for each in queries.requirements()}


def test_all_of_it_is_there():
    assert Occupation.objects.filter(is_active=True).count() == 3007
    assert queries.shared_terms().count() == len(TERMS)


def test_no_colleague_loads_it(cast, at):
    with pytest.raises(NotAllowed):
        load_catalogue(actor=cast.own.actor("functional_admin"), at=at)
