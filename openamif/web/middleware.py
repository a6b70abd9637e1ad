"""What happens around every request: log-in, language, no writing on a GET, refusals put into words, twins."""

from collections.abc import Callable
from itertools import chain
from typing import Any

from django.contrib import messages
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.db import IntegrityError, connection
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import Resolver404, resolve
from django.utils import translation
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _

from openamif.people.policy import Refused
from openamif.web.above import page_above
from openamif.web.errors import refusal

Respond = Callable[[HttpRequest], HttpResponse]
WRITES = ("INSERT", "UPDATE", "DELETE", "REPLACE", "TRUNCATE", "CREATE", "DROP", "ALTER")
MUST_WRITE = ("openid_connect_callback", "mfa_view_recovery_codes", "mfa_download_recovery_codes")
UNIQUE = frozenset(("SQLITE_CONSTRAINT_UNIQUE", "23505"))
MAY_BE_WRITTEN_ON_GET = ('"cache"', '"django_session"', '"record_trail"', '"record_trailend"')


def must_write(request: HttpRequest) -> bool:
    """The few GETs that cannot but write: a log-in that comes back from its provider, recovery codes seen once."""
    try:
        return resolve(request.path_info).url_name in MUST_WRITE
    except Resolver404:
        return False


class WroteOnGet(Exception):
    """A request that should only read wrote to the database."""


class LogInMiddleware(LoginRequiredMiddleware):
    """Whoever sends a form after her log-in ran out is told that it was not saved."""

    def process_view(self, request: HttpRequest, *view: Any) -> HttpResponseBase | None:
        """To the log-in, and from there to the page; a script asks for its page again by itself."""
        led = super().process_view(request, *view)
        if led is not None and request.method == "POST" and "HX-Request" not in request.headers:
            told = _("Your log-in had run out, so what you sent was not saved. Log in, and send it once more.")
            messages.warning(request, told)
        return led


class PersonLanguageMiddleware:
    """Someone logged in reads her own language, whatever the browser asks for."""

    def __init__(self, respond: Respond) -> None:
        self.respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer in her language and say so."""
        if request.user.is_authenticated:
            translation.activate(request.user.language)
            request.LANGUAGE_CODE = translation.get_language()
        response = self.respond(request)
        response.headers["Content-Language"] = translation.get_language() or "en"
        return response


class KeptNowhereMiddleware:
    """What someone logged in reads is kept neither by the browser nor on the way to it."""

    def __init__(self, respond: Respond) -> None:
        self.respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """So that the way back after logging out leads to the log-in."""
        response = self.respond(request)
        if request.user.is_authenticated:
            patch_cache_control(response, private=True, no_store=True)
        return response


class ReadOnlyGetMiddleware:
    """A GET reads. Sessions and the cache are let through, and the trail, for an opening is an event."""

    def __init__(self, respond: Respond) -> None:
        self.respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Refuse every other statement that writes."""
        if request.method not in ("GET", "HEAD") or must_write(request):
            return self.respond(request)
        with connection.execute_wrapper(self._refuse_writes):
            return self.respond(request)

    @staticmethod
    def _refuse_writes(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if sql.lstrip().upper().startswith(WRITES) and not any(table in sql for table in MAY_BE_WRITTEN_ON_GET):
            raise WroteOnGet(sql)
        return execute(sql, params, many, context)


class RefusalMiddleware:
    """A policy that refuses becomes a page that says why; where one only sends, a look leads to the page above."""

    def __init__(self, respond: Respond) -> None:
        self.respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Nothing to do when all goes well."""
        response = self.respond(request)
        if request.method == "GET" and isinstance(response, HttpResponseNotAllowed):
            return redirect(page_above(request.path))
        return response

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Only refusals are ours."""
        return refusal(request, exception.verdict) if isinstance(exception, Refused) else None


class TwinMiddleware:
    """Two enter the same code in the same instant: the one who comes second is answered as if it had stood there.

    Only the database saw both. The page is asked once more, and its form finds what the other one entered meanwhile.
    """

    def __init__(self, respond: Respond) -> None:
        self.respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Nothing to do when all goes well."""
        return self.respond(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Only what must be unique and is not; the second time it is no matter of an instant."""
        match = request.resolver_match
        if match is None or not (isinstance(exception, IntegrityError) and is_twin(exception)):
            return None
        for sent in chain.from_iterable(files for _name, files in request.FILES.lists()):
            sent.seek(0)
        answer: HttpResponse = match.func(request, *match.args, **match.kwargs)
        return answer


def is_twin(exception: IntegrityError) -> bool:
    """Whether it is because something is there already, on either database."""
    said = exception.__cause__
    return not UNIQUE.isdisjoint((getattr(said, "sqlite_errorname", None), getattr(said, "sqlstate", None)))
