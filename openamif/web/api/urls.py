"""The addresses of the interface for programs, all known to the register of doors."""

from functools import partial
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.urls import path
from ninja import NinjaAPI
from ninja.errors import ValidationError, ValidationErrorContext

from openamif.web.api import docs, refusals
from openamif.web.api.access import OPEN, identified
from openamif.web.api.law import router as law
from openamif.web.api.programmes import router as programmes
from openamif.web.api.register_correcting import router as register
from openamif.web.api.situation import router as situation
from openamif.web.api.versions import router as versions

DESCRIPTION = (
    "Adopted programmes are open to all without log-in; all else to the people of its programme, with the session of "
    "the site, or with an access key (Authorization: Bearer), without which nothing is written. Amounts are EUR as "
    "text with two decimals. Names and sentences come in the language of Accept-Language: fr, nl, de or en."
)


class Door(NinjaAPI):
    """The framework's interface, with its pages on the register and without its own documentation."""

    def _get_urls(self) -> list[Any]:
        patterns: list[Any] = [
            path("", opened(partial(docs.page, api=self), OPEN), name="api-root"),
            path("docs", opened(partial(docs.page, api=self), OPEN), name="openapi-view"),
            path("v1/openapi.json", opened(partial(docs.openapi, api=self), OPEN), name="openapi-json"),
        ]
        guards = self.guards()
        for router in self._get_bound_routers():
            # An address that is read and written comes once for each.
            for pattern in {each.name: each for each in router.urls_paths(router.prefix)}.values():
                pattern.callback = opened(pattern.callback, guards[str(pattern.name)])
                patterns.append(pattern)
        return [*patterns, path("<path:rest>", opened(nowhere, OPEN), name="nowhere")]

    def validation_error_from_error_contexts(
        self, error_contexts: list[ValidationErrorContext[Any]]
    ) -> ValidationError:
        """With what was found, which the framework leaves out."""
        made = super().validation_error_from_error_contexts(error_contexts)
        faults = [each for one in error_contexts for each in one.pydantic_validation_error.errors(include_url=False)]
        for error, fault in zip(made.errors, faults, strict=True):
            error["input"] = fault["input"]
        return made

    def guards(self) -> dict[str, str]:
        """Each address by its name, and the policy that reading it asks; whoever writes is asked for more."""
        guards: dict[str, str] = {}
        for router in self._get_bound_routers():
            for view in router.path_operations.values():
                for operation in view.operations:
                    guards.setdefault(str(operation.url_name), operation.view_func.guard)  # type: ignore[attr-defined]
        return guards


def opened(view: Any, guard: str) -> Any:
    """A page without log-in: what may be read is decided by the operation itself. HEAD is answered as GET."""

    @login_not_required
    def answer(request: HttpRequest, **kwargs: Any) -> HttpResponse:
        if request.method == "HEAD":
            request.method = "GET"
        if not identified(request):
            return refusals.key_refused(request)
        response: HttpResponse = view(request, **kwargs)
        return (
            refusals.not_allowed(response) if response.status_code == HttpResponseNotAllowed.status_code else response
        )

    answer.csrf_exempt = True  # type: ignore[attr-defined]
    answer.guard = guard  # type: ignore[attr-defined]
    return answer


def nowhere(request: HttpRequest, rest: str) -> HttpResponse:
    """An address that this door does not have."""
    return refusals.not_found(request)


def routes() -> tuple[tuple[str, str], ...]:
    """Every page of this door for the register: ``api:<name>`` and the policy that guards it."""
    patterns: list[Any] = api.urls[0]
    return tuple((f"api:{pattern.name}", pattern.callback.guard) for pattern in patterns)


api = Door(
    title="OpenAMIF", version="1.0", description=DESCRIPTION, urls_namespace="api", openapi_url=None, docs_url=None
)
refusals.answer_in_json(api)
for router in (programmes, situation, versions, law, register):
    api.add_router("/v1", router)
