"""What a client of the tests keeps of what was drawn."""

from __future__ import annotations

from functools import partial

from django.template import engines
from django.test import client
from django.test.signals import template_rendered


def test_every_whole_template_is_kept_with_what_it_was_drawn_with_and_no_piece_of_one():
    drawn, store = engines["django"].from_string, {}
    keep = partial(client.store_rendered_templates, store)
    template_rendered.connect(keep)
    try:
        drawn("{{ mail }}").render({"mail": "first"})
        page = "{% for one in many %}{% include piece with in_it=one %}{% endfor %}"
        drawn(page).render({"many": "abc", "piece": drawn("{{ in_it }}")})
    finally:
        template_rendered.disconnect(keep)
    assert (store["context"]["mail"], store["context"]["many"]) == ("first", "abc")
    assert len(store["context"]) == 2
