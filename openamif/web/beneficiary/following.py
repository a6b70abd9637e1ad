"""What happens after a register has changed: the programme's figures follow, in one place for every page."""

from collections.abc import Iterable

from openamif.grants.models import Grant
from openamif.reports.actions.follow_register import follow_register


def figures_follow(grant: Grant, *, subjects: Iterable[int] = ()) -> None:
    """Count again what may have changed by these persons; without any, only what the grant delivered."""
    follow_register(grant, subjects=tuple(subjects))
