"""Keep what is looked for in a list under a name."""

from django.db import transaction

from openamif.grants.models import SavedView
from openamif.people.models import Person
from openamif.people.policy import is_known, require


@transaction.atomic
def save_view(of_list: str, name: str, query: str, *, by: Person) -> SavedView:
    """Hers alone, and no record of the fund, so no trail; the same name again means the new filters."""
    require(is_known(by))
    view, _made = SavedView.objects.update_or_create(person=by, list=of_list, name=name, defaults={"query": query})
    return view
