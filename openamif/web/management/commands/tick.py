"""`tick`: what has to be done as time goes by. Run by cron, or a loop, every few minutes; two at once do no harm."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils.timezone import localdate

from openamif.letters.actions.queue_letters import queue_letters
from openamif.register.actions.forget_old_files import forget_old_files
from openamif.reports.actions.publish_figures import publish_figures
from openamif.reports.queries.publishing import programmes_to_publish
from openamif.reports.queries.tallies import programmes_counted_otherwise
from openamif.web.jobs import count_programme, send_letters_now


class Command(BaseCommand):
    """Nothing is sent from here: a job of the worker does that."""

    help = (
        "Queues the letters that are due, has them sent by a job, forgets files that nobody confirmed, publishes the "
        "figures of the quarter, has programmes counted again whose rules of counting are others now."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        """In one line what was done."""
        queued = queue_letters(on=localdate())
        send_letters_now.enqueue()
        forgotten = forget_old_files(on=localdate())
        for programme in programmes_to_publish(on=localdate()):
            publish_figures(programme, on=localdate(), by=None)
        for programme in programmes_counted_otherwise(on=localdate()):
            count_programme.enqueue(programme.pk)
        self.stdout.write(f"{queued} letters queued, {forgotten} files forgotten")
