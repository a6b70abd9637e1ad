"""A file that somebody takes away."""

from django.http import HttpResponse

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
TYPES = {
    "csv": "text/csv; charset=utf-8",
    "json": "application/json",
    "pdf": "application/pdf",
    "txt": "text/plain; charset=utf-8",
    "xlsx": XLSX,
}


def download(content: bytes, name: str) -> HttpResponse:
    """Of the type that the end of its name says, which no browser is to guess anew; kept, not shown."""
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "X-Content-Type-Options": "nosniff"}
    return HttpResponse(content, content_type=TYPES[name.rpartition(".")[-1]], headers=headers)
