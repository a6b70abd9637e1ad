"""Files that come in: never more of one than a programme can be, unless a page says that it takes larger ones."""

from collections.abc import Callable
from typing import Any, TypeVar

from django.core.files.uploadhandler import SkipFile, TemporaryFileUploadHandler

from openamif.sfc.reader_2014 import LARGEST

View = TypeVar("View", bound=Callable[..., Any])


def takes_files_of(largest: int) -> Callable[[View], View]:
    """The page takes files of so many bytes. To be the outermost decorator: Django looks at what it calls."""

    def say(view: View) -> View:
        view.largest_file = largest  # type: ignore[attr-defined]
        return view

    return say


class LimitedUploadHandler(TemporaryFileUploadHandler):
    """Drops a file that grows past the limit, and tells the page by ``request.file_too_large``."""

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Each file is counted from nothing."""
        self.received = 0
        match = self.request.resolver_match  # type: ignore[union-attr]
        self.largest = getattr(match.func, "largest_file", LARGEST) if match else LARGEST
        super().new_file(*args, **kwargs)

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Count, then keep."""
        self.received += len(raw_data)
        if self.received > self.largest:
            self.request.file_too_large = True  # type: ignore[union-attr]
            self.file.close()
            raise SkipFile
        super().receive_data_chunk(raw_data, start)
