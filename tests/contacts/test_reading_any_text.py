"""Any text can be read, and what is read depends on nothing but the words, the day and the names."""

from datetime import date
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from werktop.contacts.reading import Names, read_note

LISTS = {
    "candidates": ("Fatima El Amrani", "Omar Haddad", "Wil de Groot", "Samira Yildiz", "Samira Bouzid"),
    "employers": ("Bakkerij Jansen", "Hotel De Kroon", "Bloem & Blad"),
    "people": ("Piet Jansen", "Samira Bos"),
    "competencies": ("Plannen", "Samenwerken", "plannen en regelen", "Op tijd komen"),
}
NAMES = Names(**LISTS)
WORDS = (
    "fatima Omar @Samira Wil jansen de kroon bloem & blad gebeld gesproken langs geweest bij met zoekt nodig 2 een twee"
    " 12-12 1-3 maart vrijdag ma volgende week over dagen eind half per vanaf na voor kerst zomer terugbellen cv sturen"
    " plannen kan goed niet geen wil en , . : ; ! om 10 uur a.s. 's - 31 29 februari week 53 9999 0 vacature plek iemand"
).split()
notes = st.one_of(st.text(), st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join))
days = st.dates()


@settings(max_examples=150, deadline=None, derandomize=True)
@given(notes, days)
def test_any_text_is_read_on_any_day(sentence, today):
    reading = read_note(sentence, today=today, names=NAMES)
    assert reading == read_note(sentence, today=today, names=NAMES)


@settings(max_examples=100, deadline=None, derandomize=True)
@given(notes, st.integers(0, 2**32))
def test_the_order_of_the_names_changes_nothing(sentence, seed):
    chance = Random(seed)
    mixed = Names(**{kind: tuple(chance.sample(names, len(names))) for kind, names in LISTS.items()})
    today = date(2026, 11, 24)
    assert read_note(sentence, today=today, names=mixed) == read_note(sentence, today=today, names=NAMES)


@settings(max_examples=15, deadline=None, derandomize=True)
@given(st.lists(st.text(max_size=20), max_size=6).map(tuple), notes)
def test_any_names_can_be_looked_for(names, sentence):
    read_note(sentence, today=date(2026, 11, 24), names=Names(names, names[:3], names[3:], names))


def test_a_long_text_without_end_is_read():
    for part in ("gebeld en ", "1-", "@", "Bloem & Blad, ", "over twee weken ", "a", "zoekt 2 ", "Wil, "):
        read_note((part * 2_000)[:2_000], today=date(2026, 11, 24), names=NAMES)
