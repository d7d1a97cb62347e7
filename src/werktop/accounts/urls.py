from django.urls import path

from .pages import (
    colleague,
    colleagues,
    log_in,
    log_out,
    new_colleague,
    organisation,
    password,
    profile,
    switch_organisation,
    trail,
)

app_name = "accounts"
urlpatterns = [
    path("inloggen/", log_in.page, name="log_in"),
    path("uitloggen/", log_out.page, name="log_out"),
    path("mijn-gegevens/", profile.page, name="profile"),
    path("mijn-gegevens/wachtwoord/", password.page, name="password"),
    path("mijn-gegevens/organisatie/", switch_organisation.page, name="switch_organisation"),
    path("collegas/", colleagues.page, name="colleagues"),
    path("collegas/nieuw/", new_colleague.page, name="new_colleague"),
    path("collegas/<uuid:account_id>/", colleague.page, name="colleague"),
    path("organisatie/", organisation.page, name="organisation"),
    path("logboek/", trail.page, name="trail"),
]
