"""Logging in elsewhere (OpenID Connect), for what needs certainty about who is there. Off unless the environment names a server:
docs/operations.md. The protocol is Authlib's (docs/decisions/0027): state, nonce and PKCE, kept in Django's session.

Of who logged in we keep a keyed hash of issuer and subject and nothing else: no name, no number.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from authlib.integrations.base_client import OAuthError
from authlib.integrations.django_client import OAuth
from django.conf import settings
from django.http import HttpResponse
from django.urls import reverse
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _
from joserfc.errors import JoseError
from requests import RequestException

from werktop.audit.refusals import Refusal

SECONDS = 10
"""How long the other server may take for one answer."""
SIGNED_WITH = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA")
"""Signatures of a key pair. One made with our own secret, or none at all, is not accepted whatever the server says of itself."""


class LoginFailed(Refusal):
    text = _("Het inloggen is niet gelukt. Probeer het opnieuw.")


class LoginIsTooWeak(Refusal):
    text = _("U logde in op een manier die hiervoor niet sterk genoeg is. Probeer het op een andere manier.")


def is_offered() -> bool:
    """Whether this installation knows a server to log in at."""
    return settings.STRONG_LOGIN is not None


def name_of_login() -> str:
    """What people know this login by ("DigiD"); "" where there is none."""
    return str(_server()["name"]) if is_offered() else ""


def _server() -> dict[str, Any]:
    found: dict[str, Any] | None = settings.STRONG_LOGIN
    if found is None:
        raise LoginFailed()
    return found


def go_there(request: Any) -> HttpResponse:
    """On to the other server, which asks to log in anew: on a shared computer the one before may be logged in there still."""
    asked = {"prompt": "login"}
    if levels := _server()["levels"]:
        asked["acr_values"] = " ".join(levels)
    try:
        found: HttpResponse = _client().authorize_redirect(request, _way_back(), **asked)
    except (OAuthError, RequestException, ValueError, RuntimeError) as fault:
        raise LoginFailed() from fault
    return found


def who_came_back(request: Any) -> str:
    """The mark of who logged in there and comes back with a code for this browser. `LoginFailed` where the answer is not one to
    what this browser asked, or is not signed by that server for us; `LoginIsTooWeak` where the level is not one of ours."""
    # which server says it answers (RFC 9207)
    if request.GET.get("iss", _server()["issuer"]) != _server()["issuer"]:
        raise LoginFailed()
    try:
        token = _client().authorize_access_token(request)
    except (OAuthError, JoseError, RequestException, ValueError, RuntimeError, KeyError) as fault:
        raise LoginFailed() from fault
    claims = token.get("userinfo")
    if not claims or not claims.get("sub") or not claims.get("nonce"):
        raise LoginFailed()
    levels = _server()["levels"]
    if levels and claims.get("acr") not in levels:
        raise LoginIsTooWeak()
    return mark_of(str(claims["iss"]), str(claims["sub"]))


def mark_of(issuer: str, subject: str) -> str:
    """How somebody who logged in at `issuer` is known again. Under the key that stays when the secret key changes."""
    return salted_hmac(
        "werktop.subject", f"{issuer}\n{subject}", secret=settings.IDENTITY_KEY, algorithm="sha256"
    ).hexdigest()


def _way_back() -> str:
    return settings.BASE_URL + reverse("portal:strong_back")


def _client() -> Any:
    client = _client_of(_server()["issuer"], _server()["client_id"])
    known = client.load_server_metadata()
    if known.get("issuer") != _server()["issuer"]:
        raise ValueError("the server is another one than it says")
    offered = known.get("id_token_signing_alg_values_supported") or ["RS256"]
    known["id_token_signing_alg_values_supported"] = [each for each in offered if each in SIGNED_WITH]
    return client


@lru_cache(maxsize=4)
def _client_of(issuer: str, client_id: str) -> Any:
    return OAuth().register(
        name="strong",
        overwrite=True,
        client_id=client_id,
        client_secret=_server()["client_secret"],
        server_metadata_url=f"{issuer.rstrip('/')}/.well-known/openid-configuration",
        client_kwargs={
            "scope": "openid",
            "code_challenge_method": "S256",
            "default_timeout": SECONDS,
        },
    )
