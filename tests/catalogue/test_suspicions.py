"""Words that name a diagnosis are found, and those that only look like one are not."""

from __future__ import annotations

import pytest

from werktop.catalogue.suspicions import group_in, suspicion_in


@pytest.mark.parametrize(
    "words",
    [
        "odd jobs in a garden", "please add my sister's number", "zoekt werk als ass. kok", "wil naar de drugstore",
        "Parkinson Bakery kent haar", "heeft ass. koks geleid", "gehandicaptenzorg: daar wil zij werken", "assistent in de zorg",
        "nah, liever niet",
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
