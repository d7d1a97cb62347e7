from django.urls import path

from .pages import (
    choose_password,
    colleague,
    colleagues,
    download_colleagues,
    download_trail,
    forgotten,
    log_in,
    log_out,
    new_colleague,
    organisation,
    password,
    profile,
    send_password_link,
    switch_organisation,
    trail,
)

app_name = "accounts"
urlpatterns = [
    path("inloggen/", log_in.page, name="log_in"),
    path("wachtwoord-vergeten/", forgotten.page, name="forgotten"),
    path("wachtwoord/<str:token>/", choose_password.page, name="choose_password"),
    path("uitloggen/", log_out.page, name="log_out"),
    path("mijn-gegevens/", profile.page, name="profile"),
    path("mijn-gegevens/wachtwoord/", password.page, name="password"),
    path("mijn-gegevens/organisatie/", switch_organisation.page, name="switch_organisation"),
    path("collegas/", colleagues.page, name="colleagues"),
    path("collegas/nieuw/", new_colleague.page, name="new_colleague"),
    path("collegas/<uuid:account_id>/", colleague.page, name="colleague"),
    path("collegas/lijst/", download_colleagues.page, name="download_colleagues"),
    path("collegas/<uuid:account_id>/link/", send_password_link.page, name="send_password_link"),
    path("organisatie/", organisation.page, name="organisation"),
    path("logboek/", trail.page, name="trail"),
    path("logboek/lijst/", download_trail.page, name="download_trail"),
]
