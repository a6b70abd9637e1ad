"""What goes wrong, as JSON in the reader's language."""

from collections.abc import Sequence

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError

from openamif.people.policy import Refused
from openamif.register.actions.refusals import AlreadyCorrected, RecordedAlready, RecordedOtherwise
from openamif.register.models import Event, Output
from openamif.register.queries.found import what_stands
from openamif.web.api.access import KeyNeeded
from openamif.web.api.register_passing import TakenBack, address_of_correction, why_taken_back
from openamif.web.api.register_writing import AgainstRules, NotKnown, NotTaken, sentences_of
from openamif.web.api.understanding import BODY, understood_not
from openamif.web.labels import refusal_reason

UNREADABLE = 400


def problem(status: int, detail: str, fields: list[str] | None = None) -> JsonResponse:
    """The one shape of every refusal."""
    return JsonResponse({"detail": detail, "fields": fields or []}, status=status)


def not_found(request: HttpRequest, exception: Http404 | type[Http404] = Http404) -> HttpResponse:
    """There is nothing there, or nothing the reader may know of."""
    return problem(404, _("There is no such record, or you may not see it."))


def key_refused(request: HttpRequest, exception: KeyNeeded | type[KeyNeeded] = KeyNeeded) -> HttpResponse:
    """Nobody is known by this key, or none was shown where one is needed."""
    detail = _("Show an access key that is in use, in the header “Authorization: Bearer …”.")
    refused = problem(401, detail)
    refused["WWW-Authenticate"] = "Bearer"
    return refused


def refused(request: HttpRequest, exception: Refused | type[Refused]) -> HttpResponse:
    """She may not do this, and why."""
    reason = exception.verdict.reason if isinstance(exception, Refused) else ""
    return problem(403, str(refusal_reason(reason)))


def not_known(request: HttpRequest, exception: NotKnown | type[NotKnown]) -> HttpResponse:
    """A reference of the request leads nowhere."""
    field, reference = (exception.field, exception.reference) if isinstance(exception, NotKnown) else ("", "")
    detail = _("There is no %(field)s with the reference “%(reference)s” in this grant.")
    return problem(422, detail % {"field": field, "reference": reference}, [field])


def not_taken(request: HttpRequest, exception: NotTaken | type[NotTaken]) -> HttpResponse:
    """A value that would have been dropped, and why it cannot be."""
    field, reason = (exception.field, str(exception.reason)) if isinstance(exception, NotTaken) else ("", "")
    return problem(422, reason, [field])


def against_rules(request: HttpRequest, exception: AgainstRules | type[AgainstRules]) -> HttpResponse:
    """Nothing was written, and why not."""
    found = sentences_of(exception) if isinstance(exception, AgainstRules) else []
    places = {each.place for each in exception.refusal.findings} if isinstance(exception, AgainstRules) else set()
    detail = _("Nothing was written: the rules of the register stand against it.")
    return JsonResponse({"detail": detail, "fields": sorted(places), "findings": found}, status=422)


def contradicted(detail: str, stands: Event | Output | None, fields: Sequence[str] = ()) -> HttpResponse:
    """What stands instead, and where that is corrected."""
    where = {"stands": stands.pk, "address": address_of_correction(stands)} if stands else {}
    said = {"detail": detail, "fields": list(fields), "stands": None, "address": None}
    return JsonResponse(said | where, status=409)


def not_again(request: HttpRequest, exception: TakenBack | type[TakenBack]) -> HttpResponse:
    """It was taken back or corrected since it was sent the last time."""
    return contradicted(why_taken_back(), None)


def corrected_already(request: HttpRequest, exception: AlreadyCorrected) -> HttpResponse:
    """Only what stands is corrected."""
    recorded = exception.recorded
    stands = what_stands(recorded)
    if stands is None:
        detail = _("Number %(number)s was taken back already: nothing stands in its place.")
        return contradicted(detail % {"number": recorded.pk}, None)
    detail = _("Number %(number)s was corrected already: number %(stands)s stands in its place. Correct that one.")
    return contradicted(detail % {"number": recorded.pk, "stands": stands.pk}, stands)


def recorded_already(request: HttpRequest, exception: RecordedAlready) -> HttpResponse:
    """A correction would say the same twice."""
    detail = _("The same is recorded for this day already, as number %(number)s: take one of the two back instead.")
    return contradicted(detail % {"number": exception.there.pk}, exception.there, ["happened_on"])


def recorded_otherwise(request: HttpRequest, exception: RecordedOtherwise) -> HttpResponse:
    """The same thing would be delivered twice."""
    detail = _(
        "Nothing was recorded: number %(number)s stands already with the same kind, name and day, and differs in: "
        "%(fields)s. Correct that one; what is really another thing needs a name of its own."
    )
    words = {"number": exception.there.pk, "fields": ", ".join(exception.fields)}
    return contradicted(detail % words, exception.there, exception.fields)


def not_understood(request: HttpRequest, exception: ValidationError) -> HttpResponse:
    """A value that cannot be; ``fields`` names it, the sentence says where it stands and what is expected."""
    return problem(422, *understood_not(exception.errors))


def not_json(request: HttpRequest, exception: HttpError) -> HttpResponse:
    """The framework could not read the body."""
    if exception.status_code != UNREADABLE:
        return problem(exception.status_code, str(exception))
    return problem(422, _("The body of the request is no JSON: it could not be read."), [BODY])


def not_allowed(answer: HttpResponse) -> HttpResponse:
    """This address is asked in another way; the header says how."""
    refused = problem(405, _("This address is asked in another way: see the header “Allow”."))
    refused["Allow"] = answer["Allow"]
    return refused


def answer_in_json(api: NinjaAPI) -> None:
    """Give these instead of the framework's sentences."""
    api.add_exception_handler(Http404, not_found)
    api.add_exception_handler(KeyNeeded, key_refused)
    api.add_exception_handler(NotKnown, not_known)
    api.add_exception_handler(NotTaken, not_taken)
    api.add_exception_handler(AgainstRules, against_rules)
    api.add_exception_handler(AlreadyCorrected, corrected_already)  # type: ignore[arg-type]
    api.add_exception_handler(RecordedAlready, recorded_already)  # type: ignore[arg-type]
    api.add_exception_handler(RecordedOtherwise, recorded_otherwise)  # type: ignore[arg-type]
    api.add_exception_handler(TakenBack, not_again)
    api.add_exception_handler(Refused, refused)
    api.add_exception_handler(HttpError, not_json)  # type: ignore[arg-type]
    api.add_exception_handler(ValidationError, not_understood)  # type: ignore[arg-type]
