"""What happens after a grant has changed: the programme's figures follow, in one place for every page."""

from openamif.grants.models import Grant
from openamif.programmes.models import Programme
from openamif.reports.actions.follow_register import follow_register
from openamif.web.jobs import count_programme


def figures_follow(grant: Grant) -> None:
    """Count again what may have changed: as what its persons count, whose part it is, whether it is a project."""
    follow_register(grant, subjects=None)


def figures_follow_later(programme: Programme) -> None:
    """After many grants changed at once: counted from nothing, beside the pages."""
    count_programme.enqueue(programme.pk)
