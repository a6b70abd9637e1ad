"""What goes wrong, as JSON in the reader's language."""

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from ninja import NinjaAPI
from ninja.errors import ValidationError


def problem(status: int, detail: str, fields: list[str] | None = None) -> JsonResponse:
    """The one shape of every refusal."""
    return JsonResponse({"detail": detail, "fields": fields or []}, status=status)


def not_found(request: HttpRequest, exception: Http404 | type[Http404] = Http404) -> HttpResponse:
    """There is nothing there, or nothing the reader may know of."""
    return problem(404, _("There is no such record, or you may not see it."))


def not_understood(request: HttpRequest, exception: ValidationError) -> HttpResponse:
    """A value that cannot be; ``fields`` names it."""
    fields = sorted({str(each["loc"][-1]) for each in exception.errors})
    return problem(422, _("The request could not be understood: %(fields)s.") % {"fields": ", ".join(fields)}, fields)


def not_allowed(answer: HttpResponse) -> HttpResponse:
    """This door only reads; the header says how."""
    refused = problem(405, _("This interface only reads: use GET."))
    refused["Allow"] = answer["Allow"]
    return refused


def answer_in_json(api: NinjaAPI) -> None:
    """Give these instead of the framework's sentences."""
    api.add_exception_handler(Http404, not_found)
    api.add_exception_handler(ValidationError, not_understood)  # type: ignore[arg-type]
