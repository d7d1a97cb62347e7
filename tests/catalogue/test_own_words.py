"""An organisation's own words: only it sees them, the matching counts the shared one, and none is ever deleted."""

from time import monotonic
from uuid import uuid4

import pytest
from django.urls import reverse
from tests import making

from werktop.audit.refusals import NotAllowed, NotVisible
from werktop.candidates import queries as candidates
from werktop.candidates.commands import change_candidate
from werktop.catalogue import commands, queries
from werktop.catalogue.folding import telling
from werktop.catalogue.models import Term
from werktop.catalogue.suspicions import group_in
from werktop.employers import queries as employers
from werktop.employers.models import EmployerTerm

pytestmark = pytest.mark.django_db
ADMIN = "functional_admin"
WORD = {"label_nl": "kersen sorteren", "label_en": "sorting cherries", "group": "green"}


def added(house, at, **facts):
    return commands.add_own_term(actor=house.actor(ADMIN), at=at, **WORD | facts)


def test_the_matching_counts_the_shared_word(cast, at):
    inpakken = making.terms("inpakken")[0].pk
    word = added(cast.own, at, counts_as_id=inpakken)
    person = making.candidate(cast.own)
    change_candidate(actor=cast.own.actor(), at=at, candidate_id=person.pk, term_ids=[word])
    assert candidates.term_ids_of([person.pk]) == {person.pk: {inpakken}}
    assert candidates.noted_term_ids(person.pk) == {word}
    filters = candidates.Filters(term_ids=[inpakken])
    assert [each.pk for each in candidates.found_candidates(cast.own.actor(), filters)] == [person.pk]


def test_what_counts_as_nothing_yet_is_noted_and_not_matched_on(cast, at):
    word = added(cast.own, at)
    firm = making.employer(cast.own)
    EmployerTerm.objects.create(employer=firm, term_id=word, noted_at=at)
    assert (list(employers.terms_sought([firm.pk])), employers.noted_term_ids(firm.pk)) == ([], {word})


def test_nobody_else_notes_it_or_reads_it(cast, at, log_in):
    word = added(cast.own, at, counts_as_id=making.terms("inpakken")[0].pk)
    person = making.candidate(cast.other)
    change_candidate(actor=cast.other.actor(), at=at, candidate_id=person.pk, term_ids=[word])
    assert candidates.noted_term_ids(person.pk) == set()
    firm = making.employer(cast.own)
    EmployerTerm.objects.create(employer=firm, term_id=word, noted_at=at)
    for house, reads in ((cast.own, "kersen sorteren"), (cast.other, "inpakken en sorteren")):
        client = log_in(house.account())
        pages = [
            client.get(reverse("employers:employer", args=[firm.pk])).content.decode(),
            client.get(reverse("employers:employers")).content.decode(),
        ]
        assert all(reads in each.lower() for each in pages)
    other = log_in(cast.other.account())
    for name in (
        "employers:new_employer",
        "candidates:new_candidate",
        "desk:candidates",
        "catalogue:catalogue",
    ):
        assert "kersen" not in other.get(reverse(name)).content.decode().lower()


@pytest.mark.parametrize(
    ("facts", "refusal"),
    [
        ({"label_nl": "KOKEN  en bakken"}, commands.WordIsThere),
        ({"label_nl": "kersen sorteren"}, commands.WordIsThere),
        ({"label_nl": "Kérsen sorteren"}, commands.WordIsThere),
        ({"label_nl": " "}, commands.WordIsMissing),
        ({"label_nl": "iets", "counts_as_id": uuid4()}, commands.CountsAsNothing),
        ({"label_nl": "stil werk", "label_en": "for refugees"}, commands.NamesAGroup),
    ],
)
def test_what_cannot_be_is_refused_in_words(cast, at, facts, refusal):
    added(cast.own, at)
    with pytest.raises(refusal):
        added(cast.own, at, **facts)


# what must never count in a matching has no way in by a word of one's own either
GROUPS = {
    "sex": ("vrouw", "Man", "jonge vrouw", "mannen/vrouwen", "women", "transgender"),
    "age": ("jong", "jongeren", "senioren", "55+", "50 plus", "oudere", "60-plussers", "18+"),
    "origin": (
        "Syrisch",
        "Marokkaans",
        "Turks",
        "buitenlander",
        "statushouders",
        "migratieachtergrond",
        "moslim",
    ),
    "benefit": ("bijstand", "uitkering", "Participatiewet", "WIA", "werken met WW"),
    "target group": ("Wajong", "LKS", "garantiebaan", "beschut werk", "doelgroepregister", "banenafspraak"),
    "health": ("chronisch ziek", "doof", "rolstoel", "past bij autisme", "met een beperking", "ziek"),
}
ABOUT_THE_WORK = (
    "oude machines maken", "Turks koken", "koken met ouderen", "jonge planten verzorgen", "manden vlechten", "polen van planken",
    "wwft-dossiers ordenen", "ziekenauto's schoonmaken", "blindgangers opsporen", "met mannen en vrouwen in de keuken",
)  # fmt: skip


@pytest.mark.parametrize("kind", GROUPS)
def test_no_word_of_ones_own_says_to_which_group_somebody_belongs(kind):
    assert [word for word in GROUPS[kind] if not group_in(word)] == []


def test_a_label_that_says_a_word_over_and_over_is_looked_at_as_fast_as_another():
    started = monotonic()
    assert group_in("man" * 26 + "!") == "" and group_in("man " * 19 + "!") == ""
    assert monotonic() - started < 1


def test_words_about_the_work_are_taken():
    assert [word for word in ABOUT_THE_WORK if group_in(word)] == []


def test_no_shared_word_says_it_either():
    """But for the people somebody likes to work for, which are an interest in the work."""
    named = {term.label_nl for term in queries.shared_terms() if group_in(term.label_nl)}
    assert named == {"jongeren", "ouderen"}


def test_a_word_without_english_reads_the_same_in_both_languages(cast, at):
    word = Term.objects.get(pk=added(cast.own, at, label_en=" "))
    assert (word.label_nl, word.label_en) == ("kersen sorteren", "kersen sorteren")


def test_it_counts_only_as_a_shared_word_of_its_kind(cast, at):
    own, interest = added(cast.own, at), making.terms("groen")[0].pk
    for wrong in (own, interest):
        with pytest.raises(commands.CountsAsNothing):
            added(cast.own, at, label_nl="peren sorteren", counts_as_id=wrong)
    added(cast.own, at, label_nl="peren", group="about", counts_as_id=interest)
    assert Term.objects.get(label_nl="peren").kind == "interest"


def test_two_organisations_may_have_the_same_word(cast, at):
    assert len({added(cast.own, at), added(cast.other, at)}) == 2


def test_a_retired_word_stays_where_it_was_noted_and_comes_back(cast, at):
    word, actor = added(cast.own, at), cast.own.actor(ADMIN)
    commands.retire_own_term(actor=actor, at=at, own_term_id=word)
    assert word not in {t.pk for t in queries.terms(cast.own.actor())}
    assert queries.terms_by_id([word])[word].label == "kersen sorteren"
    second = added(cast.own, at)
    with pytest.raises(commands.WordIsThere):
        commands.restore_own_term(actor=actor, at=at, own_term_id=word)
    commands.retire_own_term(actor=actor, at=at, own_term_id=second)
    commands.restore_own_term(actor=actor, at=at, own_term_id=word)
    assert word in {t.pk for t in queries.terms(cast.own.actor())}


@pytest.mark.parametrize("act", [commands.retire_own_term, commands.restore_own_term])
def test_only_the_administrator_of_that_organisation_may(cast, at, act):
    word = added(cast.own, at)
    with pytest.raises(NotVisible):
        act(actor=cast.other.actor(ADMIN), at=at, own_term_id=word)
    with pytest.raises(NotAllowed):
        act(actor=cast.own.actor(), at=at, own_term_id=word)
    with pytest.raises(NotVisible):
        act(actor=cast.own.actor(ADMIN), at=at, own_term_id=making.terms("koken")[0].pk)


def test_the_same_request_key_adds_it_once(cast, at):
    key = uuid4()
    assert added(cast.own, at, key=key) == added(cast.own, at, key=key)


def test_loading_the_catalogue_leaves_it_alone(cast, at):
    from werktop.audit.actors import SYSTEM

    word = added(cast.own, at)
    commands.load_catalogue(actor=SYSTEM, at=at)
    assert Term.objects.get(pk=word).is_active


def test_the_pages_add_change_retire_and_restore(cast, log_in):
    client = log_in(cast.own.account(ADMIN))
    where = reverse("catalogue:own_terms")
    page = client.post(where, WORD | {"request_key": uuid4()}, follow=True).content.decode()
    assert "Kersen sorteren staat in de lijst." in page
    word = Term.objects.get(label_nl="kersen sorteren")
    change = reverse("catalogue:own_term", args=[word.pk])
    typed = WORD | {
        "label_nl": "kersen plukken",
        "request_key": uuid4(),
        "version": queries.own_term_version(word),
    }
    assert "Kersen plukken" in client.post(change, typed, follow=True).content.decode()
    stale = client.post(change, typed | {"label_nl": "peren", "request_key": uuid4()})
    assert stale.status_code == 409
    for name, said in (
        ("retire_own_term", "wordt niet meer aangeboden"),
        ("restore_own_term", "staat weer in"),
    ):
        act = reverse(f"catalogue:{name}", args=[word.pk])
        assert said in client.post(act, {"request_key": uuid4()}, follow=True).content.decode()
    for left_open, said in (("group", "Kies in welke groep"), ("label_nl", "Schrijf het woord op")):
        shown = client.post(where, WORD | {left_open: "", "request_key": uuid4()}).content.decode()
        assert said in shown
    assert 'value="language" selected' not in client.get(where).content.decode(), "a group is chosen"
    refused = client.post(where, WORD | {"label_nl": "koken en bakken", "request_key": uuid4()})
    assert "staat al in de catalogus" in refused.content.decode()


def test_the_catalogue_shows_codes_and_how_often_a_word_is_in_use(cast, log_in):
    making.candidate(cast.own, term_codes=("schoonmaken",))
    making.candidate(cast.other, term_codes=("schoonmaken",))
    making.employer(cast.other, term_codes=("schoonmaken",))
    address = reverse("catalogue:catalogue") + "?q=schoonmaken"
    page = log_in(cast.own.account()).get(address).content.decode()
    assert "ESCO S6.11" in page and ">cleaning<" in page and "1 kandidaat, 1 werkgever" in page
    assert "kandidaat" not in log_in(cast.own.account("table_host")).get(address).content.decode()


def test_the_list_is_downloaded_as_it_stands(cast, log_in):
    client = log_in(cast.own.account("table_host"))
    for kind, line in (
        ("requirement", "nachtdienst"),
        ("occupation", "metselaar"),
        ("competency", "metselen"),
    ):
        where = reverse("catalogue:download_catalogue") + f"?kind={kind}&q={line}"
        answer = client.post(where, {"request_key": uuid4()})
        assert line in b"".join(answer.streaming_content).decode()


def test_a_way_to_say_a_competency_is_known_as_long_as_it_says_one(cast, at):
    viewer = cast.own.actor()
    netjes = ("netjes-werken", "netjes en precies werken")
    ways = queries.words_by_way(viewer)
    assert [ways[telling(said)] for said in ("nauwkeurig", "Nauwkeurig werken", "kan secuur werken")] == [
        netjes
    ] * 3
    assert telling("niet nauwkeurig") not in ways
    added(cast.own, at, label_nl="secuur werken", label_en="")
    ways = queries.words_by_way(viewer)
    assert telling("secuur") not in ways, "it says two words by now"
    assert ways[telling("nauwkeurig")] == netjes
