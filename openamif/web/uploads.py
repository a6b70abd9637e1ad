"""Files that come in: never more of one than a programme can be."""

from typing import Any

from django.core.files.uploadhandler import SkipFile, TemporaryFileUploadHandler

from openamif.sfc.reader_2014 import LARGEST


class LimitedUploadHandler(TemporaryFileUploadHandler):
    """Drops a file that grows past the limit, and tells the page by ``request.file_too_large``."""

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Each file is counted from nothing."""
        self.received = 0
        super().new_file(*args, **kwargs)

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Count, then keep."""
        self.received += len(raw_data)
        if self.received > LARGEST:
            self.request.file_too_large = True  # type: ignore[union-attr]
            self.file.close()
            raise SkipFile
        super().receive_data_chunk(raw_data, start)
