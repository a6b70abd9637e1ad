"""How a page says who may open it: the guard is an attribute of the view, and the register of doors reads it."""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse

from openamif.people.policy import Verdict, require

View = Callable[..., HttpResponse]
Policy = Callable[..., Verdict]
Found = TypeVar("Found")
LARGEST_KEY = 2**63 - 1


def guarded_by(policy: Policy, *, of: Callable[..., Any] | None = None, about: str = "") -> Callable[[View], View]:
    """The page asks ``policy(person)``, or ``policy(person, subject)`` where ``of(request, pk)`` finds the subject.

    ``of`` answers 404 for what the person may not know of; the view is given the subject in place of the key.
    ``about``: what the policy is asked about is not the subject itself but this of it, as the grant of a participant.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, **kwargs: Any) -> HttpResponse:
            if of is None:
                require(policy(request.user))
                return view(request, **kwargs)
            if (pk := kwargs.pop("pk")) > LARGEST_KEY:
                raise Http404
            subject = of(request, pk)
            request.asked_about = subject  # type: ignore[attr-defined]
            require(policy(request.user, getattr(subject, about) if about else subject))
            return view(request, subject, **kwargs)

        guarded.guard = policy.__name__  # type: ignore[attr-defined]
        return guarded

    return decorate


def found_or_404(found: Found | None) -> Found:
    """What a query found for this reader; 404 where it found nothing, or nothing that she may know of."""
    if found is None:
        raise Http404
    return found


def key_in(text: str) -> int:
    """The number that a reader's address or form says; 0, which no record has, where it says none that can be."""
    return int(text) if text.isdecimal() and len(text) < len(str(LARGEST_KEY)) else 0


def open_to_all(view: View) -> View:
    """A page of the public door: no log-in."""
    opened: View = login_not_required(view)
    opened.guard = "open_to_all"  # type: ignore[attr-defined]
    return opened
