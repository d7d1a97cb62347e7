"""Logging in with e-mail and password."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.views import LoginView
from django.utils.translation import gettext_lazy as _

from werktop.accounts.roles import Role


class LogInForm(AuthenticationForm):
    """E-mail and password; django-axes counts failures and locks out."""

    username = forms.EmailField(
        label=_("E-mailadres"), widget=forms.EmailInput(attrs={"autocomplete": "username", "autofocus": True})
    )
    error_messages = {
        **AuthenticationForm.error_messages,
        "invalid_login": _(
            "E-mailadres en wachtwoord horen niet bij elkaar. Kijk na wat je typte en probeer het nog eens."
        ),
    }

    def clean_username(self) -> str:
        return str(self.cleaned_data["username"]).strip().lower()


class LogIn(LoginView):
    """The page itself; someone who is logged in goes on to the desk. In the demo it shows who can log in: one tap
    (`?als=` an address of theirs) fills the form in."""

    template_name = "accounts/log_in.html"
    authentication_form = LogInForm
    redirect_authenticated_user = True

    def get_form(self, form_class: Any = None) -> Any:
        """As Django's; with the password of the demo's account in it where one was tapped."""
        form = super().get_form(form_class)
        chosen = self._chosen()
        if chosen and self.request.method == "GET":
            form.initial = {**form.initial, "username": chosen.email, "password": chosen.password}
            form.fields["password"].widget.render_value = True
        return form

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """As Django's, with the demo's accounts."""
        chosen = self._chosen()
        logins = [
            {
                "email": login.email,
                "name": login.name,
                "role": Role(login.role).label,
                "house": login.organisation,
                "is_chosen": login == chosen,
            }
            for login in settings.DEMO_LOGINS
        ]
        return super().get_context_data(**kwargs) | {"demo_logins": logins}

    def _chosen(self) -> Any:
        asked = self.request.GET.get("als", "")
        return next((login for login in settings.DEMO_LOGINS if login.email == asked), None)


page: Any = LogIn.as_view()
