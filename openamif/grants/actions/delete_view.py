"""Forget a saved view."""

from django.db import transaction

from openamif.grants.models import SavedView
from openamif.people.models import Person
from openamif.people.policy import is_known, require


@transaction.atomic
def delete_view(of_list: str, pk: int, *, by: Person) -> str:
    """One of her own, with the name that it had; any other is left alone, and the name is blank."""
    require(is_known(by))
    view = SavedView.objects.filter(person=by, list=of_list, pk=pk).first()
    if view is None:
        return ""
    view.delete()
    return view.name
