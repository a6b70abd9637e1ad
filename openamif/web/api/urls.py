"""The addresses of the interface for programs."""

from ninja import NinjaAPI

api = NinjaAPI(title="OpenAMIF", version="1", urls_namespace="api")
