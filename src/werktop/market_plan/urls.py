from django.urls import path

from .pages import download_market_plan, market_plan, plan_firms, target

app_name = "market_plan"
urlpatterns = [
    path("", market_plan.page, name="market_plan"),
    path("nieuw/", plan_firms.page, name="plan_firms"),
    path("lijst/", download_market_plan.page, name="download_market_plan"),
    path("<uuid:target_id>/", target.page, name="target"),
    path("<uuid:target_id>/staat/", target.stand, name="stand"),
    path("<uuid:target_id>/neem/", target.take, name="take"),
    path("<uuid:target_id>/geef/", target.give, name="give"),
    path("<uuid:target_id>/bedrijf/", target.tie, name="tie"),
]
