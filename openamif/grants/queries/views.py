"""The views of lists that a reader has saved."""

from django.db.models import QuerySet

from openamif.grants.models import SavedView
from openamif.people.models import Person


def saved_views(person: Person, of_list: str) -> QuerySet[SavedView]:
    """Hers, of this list, by name."""
    return SavedView.objects.filter(person=person, list=of_list).order_by("name", "pk")
