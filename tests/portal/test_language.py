"""A guest's page speaks the language of the message that led to it."""

from __future__ import annotations

import pytest
from django.conf import settings

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


@pytest.mark.parametrize(("language", "other"), [("nl", "en"), ("en", "nl")])
def test_whatever_the_browser_asks_until_the_guest_chooses_another(
    visitor, guest, address_of, language, other
):
    path = address_of(guest, language=language)
    page = visitor.get(path, headers={"accept-language": other})
    assert f'<html lang="{language}"' in page.content.decode()
    visitor.cookies[settings.LANGUAGE_COOKIE_NAME] = other
    assert f'<html lang="{other}"' in visitor.get(path).content.decode()


def test_a_page_of_staff_still_follows_the_browser(cast, log_in):
    client = log_in(cast.own.account())
    assert '<html lang="en"' in client.get("/", headers={"accept-language": "en"}).content.decode()
