"""Thanks go by the own way of an entrepreneur, and a text message stays short."""

import pytest
from tests import making

from werktop.ambassadors.commands import thank_entrepreneur
from werktop.ambassadors.messages import MOST_IN_A_TEXT
from werktop.ambassadors.refusals import IsOnlyCalled, TooLongForAText
from werktop.post.models import Message

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("reach", "length", "refused"),
    [
        ({"phone": "+31612345678"}, MOST_IN_A_TEXT, None),
        ({"phone": "+31612345678"}, MOST_IN_A_TEXT + 1, TooLongForAText),
        ({"email": "joris@post.example"}, MOST_IN_A_TEXT + 1, None),
        ({"phone": "0344123456"}, 20, IsOnlyCalled),
    ],
)
def test_words_of_thanks_fit_the_way_they_go(cast, at, reach, length, refused):
    person = making.entrepreneur(making.employer(cast.own), "Joris", **({"email": "", "phone": ""} | reach))
    asked = {"actor": cast.own.actor(), "at": at, "entrepreneur_id": person.pk, "words": "d" * length}
    if refused:
        with pytest.raises(refused):
            thank_entrepreneur(**asked)
    else:
        thank_entrepreneur(**asked)
    assert Message.objects.count() == (0 if refused else 1)
