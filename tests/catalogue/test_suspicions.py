"""Words that name a diagnosis are found, and those that only look like one are not."""

from __future__ import annotations

import pytest

from werktop.catalogue.suspicions import group_in, groups_in, kind_of, suspicion_in


@pytest.mark.parametrize(
    "words",
    [
        "odd jobs in a garden", "please add my sister's number", "zoekt werk als ass. kok", "wil naar de drugstore",
        "Parkinson Bakery kent haar", "heeft ass. koks geleid", "gehandicaptenzorg: daar wil zij werken", "assistent in de zorg",
        "nah, liever niet", "wil detentietoezichthouder worden", "reclasseringswerker geweest",
        "heeft een VOG", "wil zich inschrijven",
        "heeft de brief niet gelezen", "leest slecht Nederlands", "haar moeder past op", "moeder zegt dat het lukt",
        "zijn vrouw werkt in het ziekenhuis", "heeft het goed opgepakt", "een vooroordeel",
        "bellen, niet schrijven", "wil officier van justitie worden", "monteert inbraakalarmen",
    ],
)  # fmt: skip
def test_a_word_that_only_looks_like_one_passes(words):
    assert suspicion_in(words) == group_in(words) == ""


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("heeft add en ODD", "add"), ("ADD'er", "ADD"), ("hij heeft ASS. Hij belt", "ASS"), ("een LVB-er", "LVB"),
        ("gebruikt drugs", "drugs"), ("ziekte van Parkinson", "Parkinson"), ("parkinson heeft hij", "parkinson"),
        ("is gehandicapt", "gehandicapt"), ("autisme", "autisme"), ("NAH na een ongeluk", "NAH"),
    ],
)  # fmt: skip
def test_a_word_that_names_a_diagnosis_is_found(words, found):
    assert suspicion_in(words) == found


@pytest.mark.parametrize(
    ("words", "found", "kind"),
    [
        ("heeft een taakstraf tot mei", "taakstraf", "offence"), ("Reclassering belt", "Reclassering", "offence"),
        ("komt uit detentie", "detentie", "offence"), ("heeft een strafblad", "strafblad", "offence"),
        ("draagt een enkelband", "enkelband", "offence"), ("zat in de gevangenis", "gevangenis", "offence"),
        ("is veroordeeld", "veroordeeld", "offence"), ("had TBS", "TBS", "offence"),
        ("in aanraking met justitie geweest", "in aanraking met justitie", "offence"),
        ("opgepakt door de politie", "opgepakt door", "offence"),
        ("Kan slecht lezen", "slecht lezen", "reading"), ("kan niet goed lezen en schrijven", "niet goed lezen", "reading"),
        ("is laaggeletterd", "laaggeletterd", "reading"),
        ("kan nog niet lezen", "kan nog niet lezen", "reading"), ("een Analfabeet", "Analfabeet", "reading"),
        ("Moeite met lezen", "Moeite met lezen", "reading"), ("schrijft slecht", "schrijft slecht", "reading"),
        ("haar moeder is ziek", "moeder is ziek", "relative"),
        ("Kind ziek, belt later", "Kind ziek", "relative"),
        ("zorgt voor een zieke vader", "zieke vader", "relative"),
        ("zijn vrouw ligt in het ziekenhuis", "zijn vrouw ligt in het ziekenhuis", "relative"),
        ("zoontje is gisteren geopereerd", "zoontje is gisteren geopereerd", "relative"),
        ("is verslaafd", "verslaafd", "health"),
        ("is verslaafd na detentie", "verslaafd", "health"),
    ],
)  # fmt: skip
def test_an_offence_reading_and_the_illness_of_a_relative_are_found_as_what_they_are(words, found, kind):
    assert (suspicion_in(words), kind_of(suspicion_in(words))) == (found, kind)


def test_every_word_of_a_text_is_named_once_in_its_order():
    text = "Ik ben moslim, zat in de gevangenis en ben zwanger. Moslim ben ik graag."
    assert groups_in(text) == ["moslim", "gevangenis", "zwanger"]
    assert groups_in("Ik kook graag") == []
