"""Collecting, keeping and judging the English of a room."""

import polib
import pytest

from werktop.config.commandline import catalogues


@pytest.fixture
def room(tmp_path, monkeypatch):
    monkeypatch.setattr(catalogues, "ROOT", tmp_path)
    folder = tmp_path / "hall"
    (folder / "templates" / "hall").mkdir(parents=True)
    return folder


def page(room, text):
    (room / "templates" / "hall" / "page.html").write_text("{% load i18n %}\n" + text)


def collected(room):
    return [entry.msgid for entry in polib.pofile(str(catalogues.catalogue_of(room)))]


def translate(room, **english):
    file = polib.pofile(str(catalogues.catalogue_of(room)))
    for entry in file:
        entry.msgstr = english.get(entry.msgid, entry.msgstr)
    file.save()


def test_texts_are_found_in_python_and_in_templates_at_any_depth(room):
    (room / "forms.py").write_text(
        'from django.utils.translation import gettext_lazy as _\nNAME = _("Naam")\n'
    )
    page(
        room,
        "{% if a %}\n   {% translate 'Ja, graag' %} don't\n"
        "  {% blocktranslate count n=k %}een stoel{% plural %}{{ n }} stoelen{% endblocktranslate %}{% endif %}"
        '{% include "x" with title=_("Tafels") %}',
    )
    catalogues.update(room)
    assert collected(room) == ["Ja, graag", "Naam", "Tafels", "een stoel"]


def test_a_text_without_english_is_named_with_its_file(room):
    page(room, "{% translate 'Stoel' %}")
    catalogues.update(room)
    assert [
        line for line in catalogues.problems_of(room) if "'Stoel' (hall/templates/hall/page.html)" in line
    ]


def test_english_is_kept_and_what_is_gone_leaves(room):
    page(room, "{% translate 'Stoel' %}{% translate 'Tafel' %}")
    catalogues.update(room)
    translate(room, Stoel="Chair", Tafel="Table")
    page(room, "{% translate 'Stoel' %}")
    assert any("no longer used: 'Tafel'" in line for line in catalogues.problems_of(room))
    catalogues.update(room)
    assert collected(room) == ["Stoel"]
    assert list(catalogues.problems_of(room)) == []


def test_a_catalogue_that_was_not_compiled_is_reported(room):
    page(room, "{% translate 'Stoel' %}")
    catalogues.update(room)
    translate(room, Stoel="Chair")
    assert any("not compiled" in line for line in catalogues.problems_of(room))


def test_english_with_another_placeholder_is_reported(room):
    page(room, "{% blocktranslate %}Dag {{ name }}{% endblocktranslate %}")
    catalogues.update(room)
    translate(room, **{"Dag %(name)s": "Hello %(naam)s"})
    catalogues.update(room)
    assert any("placeholders differ" in line for line in catalogues.problems_of(room))


@pytest.mark.parametrize(("one", "more"), [("c", "contact moments"), ("contact moment", "o")])
def test_english_of_which_only_a_letter_is_left_is_reported(room, one, more):
    page(
        room,
        "{% blocktranslate count n=k %}contactmoment{% plural %}contactmomenten{% endblocktranslate %}",
    )
    catalogues.update(room)
    file = polib.pofile(str(catalogues.catalogue_of(room)))
    file[0].msgstr_plural = {0: one, 1: more}
    file.save()
    catalogues.update(room)
    assert any("far shorter than the Dutch: 'contactmoment'" in line for line in catalogues.problems_of(room))
