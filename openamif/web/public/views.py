"""The pages of the public door about the fund and its programmes."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from openamif.reports.queries.publishing import published_programmes
from openamif.web.components.prose import blocks
from openamif.web.components.shapes import Link
from openamif.web.doors import open_to_all
from openamif.web.official import beneficiary_type_name, country_name
from openamif.web.public import actions, charts, money, partners, persons
from openamif.web.public.downloads import downloads
from openamif.web.public.figures import figure_files
from openamif.web.public.shown import Shown, all_shown, shown


@open_to_all
def home(request: HttpRequest) -> HttpResponse:
    """What the fund does in this country."""
    every = all_shown()
    latest = every[0] if every else None
    context = {
        "country": country_name(settings.SITE_COUNTRY),
        "latest": latest,
        "latest_total": latest.document.financial_plan.get("TOTAL") if latest else None,
        "cards": money.cards(latest) if latest else [],
        "programmes": [overview(each) for each in every],
    }
    return render(request, "public/home.html", context)


@open_to_all
def programmes(request: HttpRequest) -> HttpResponse:
    """The adopted programmes."""
    return render(request, "public/programmes.html", {"programmes": [overview(each) for each in all_shown()]})


def overview(of: Shown) -> dict[str, object]:
    """A programme among others."""
    return {
        "shown": of,
        "url": reverse("public:programme", args=[of.programme.pk]),
        "parts": money.parts(of.document),
        "total": of.document.financial_plan.get("TOTAL"),
        "country": country_name(of.programme.country),
    }


@open_to_all
def programme(request: HttpRequest, pk: int) -> HttpResponse:
    """What a programme does, what it costs, whom it takes in, what it aims at."""
    of = shown(pk, on=timezone.localdate())
    document = of.document
    context = {
        "shown": of,
        "country": country_name(of.programme.country),
        "crumbs": [Link(_("Programmes"), reverse("public:programmes"))],
        "figures": money.key_figures(of),
        "summary": blocks(document.summary),
        "parts": money.parts(document),
        "plan": {
            "columns": money.plan_columns(),
            "rows": money.plan_rows(document),
            "total": money.plan_total(document),
        },
        "shares": {"columns": money.share_columns(), "rows": money.share_rows(of), "source": money.share_source(of)},
        "chart": charts.money_by_year(of),
        "pledges": {
            "columns": persons.pledge_columns(),
            "rows": persons.pledge_rows(document),
            "total": persons.pledge_total(document),
            "gives_back": persons.gives_back(document),
        },
        "tree": actions.tree(of),
        "targets": {"columns": actions.target_columns(of), "rows": actions.target_rows(of)},
        "authorities": partners.authorities(of),
        "partnership": partners.partnership(of),
        "beneficiaries": [beneficiary_type_name(each, of.period) for each in document.beneficiary_types],
        "downloads": downloads(of),
        "figure_files": figure_files(of, published_programmes()),
        "versions": {"columns": partners.version_columns(), "rows": partners.version_rows(of)},
    }
    return render(request, "public/programme.html", context)


@open_to_all
def objective(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    """An objective of a programme with all it says."""
    of = shown(pk, on=timezone.localdate())
    page = reverse("public:programme", args=[pk])
    context = {
        "shown": of,
        "objective": actions.objective(of, code),
        "crumbs": [Link(_("Programmes"), reverse("public:programmes")), Link(of.programme.title, page)],
        "others": [each for each in actions.tree(of) if each.code != code],
        "targets": {"columns": actions.target_columns(of), "rows": actions.target_rows(of, code)},
    }
    return render(request, "public/objective.html", context)
