from django.urls import path

from .pages import (
    agreement,
    agreements,
    amounts,
    calculator,
    difference,
    download_agreements,
    end_difference,
    new_amount,
    public_calculator,
    public_support,
    restore_amount,
    restore_difference,
    subject,
    support,
    withdraw_amount,
)

OWN, AGREED = "werkgevers/regelingen", "werkgevers/afspraken"
app_name = "support"
urlpatterns = [
    path("regelingen/", public_support.page, name="public_support"),
    path("regelingen/rekenen/<slug:calculator>/", public_calculator.page, name="public_calculator"),
    path(f"{OWN}/", support.page, name="support"),
    path(f"{OWN}/rekenen/<slug:calculator>/", calculator.page, name="calculator"),
    path(f"{OWN}/bedragen/", amounts.page, name="amounts"),
    path(f"{OWN}/bedragen/nieuw/", new_amount.page, name="new_amount"),
    path(f"{OWN}/bedragen/<uuid:amount_id>/weg/", withdraw_amount.page, name="withdraw_amount"),
    path(f"{OWN}/bedragen/<uuid:amount_id>/terug/", restore_amount.page, name="restore_amount"),
    path(f"{AGREED}/", agreements.page, name="agreements"),
    path(f"{AGREED}/lijst/", download_agreements.page, name="download_agreements"),
    path(f"{AGREED}/<uuid:practice_id>/weg/", end_difference.page, name="end_difference"),
    path(f"{AGREED}/<uuid:practice_id>/terug/", restore_difference.page, name="restore_difference"),
    path(f"{AGREED}/<slug:subject>/", subject.page, name="subject"),
    path(f"{AGREED}/<slug:subject>/regio/", agreement.page, name="agreement"),
    path(f"{AGREED}/<slug:subject>/eigen/", difference.page, name="difference"),
]
