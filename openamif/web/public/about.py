"""The pages of the public door about the site itself: who can use it, what it knows of visitors, its data."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from openamif.reports.queries.publishing import published_programmes
from openamif.web.doors import open_to_all
from openamif.web.public.downloads import downloads
from openamif.web.public.figures import figure_files
from openamif.web.public.shown import all_shown


@open_to_all
def accessibility(request: HttpRequest) -> HttpResponse:
    """The statement of Directive (EU) 2016/2102, Article 7, after Implementing Decision (EU) 2018/1523."""
    return render(request, "public/accessibility.html", {"contact": getattr(settings, "SITE_CONTACT", "")})


@open_to_all
def privacy(request: HttpRequest) -> HttpResponse:
    """What is known of visitors and of those who log in. Source: Regulation (EU) 2016/679, Article 13."""
    return render(request, "public/privacy.html", {"contact": getattr(settings, "SITE_CONTACT", "")})


@open_to_all
def open_data(request: HttpRequest) -> HttpResponse:
    """What may be taken away: files of every adopted programme, and the interface for programs."""
    published = published_programmes()
    programmes = [
        {"shown": each, "downloads": downloads(each), "figure_files": figure_files(each, published)}
        for each in all_shown()
    ]
    return render(request, "public/open_data.html", {"programmes": programmes})
