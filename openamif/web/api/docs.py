"""The description of this door: OpenAPI for programs, a page for people."""

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from ninja import NinjaAPI


def openapi(request: HttpRequest, api: NinjaAPI) -> HttpResponse:
    """Every operation, its parameters and its answers."""
    return JsonResponse(api.get_openapi_schema())


def page(request: HttpRequest, api: NinjaAPI) -> HttpResponse:
    """The same for people, without a script."""
    schema: dict[str, Any] = api.get_openapi_schema()
    groups: dict[str, list[dict[str, Any]]] = {}
    for path, methods in schema["paths"].items():
        for method, said in methods.items():
            groups.setdefault(said["tags"][0], []).append(operation(path, method, said))
    titles = {"programmes": _("Programmes"), "versions": _("Versions"), "law": _("The law")}
    told = [{"title": titles.get(tag, tag), "anchor": tag, "operations": every} for tag, every in groups.items()]
    return render(request, "api_door/docs.html", {"groups": told, "version": schema["info"]["version"]})


def operation(path: str, method: str, said: dict[str, Any]) -> dict[str, Any]:
    """What the page shows of an operation."""
    return {
        "name": said["operationId"],
        "path": path,
        "method": method.upper(),
        "summary": _(said["summary"]),
        "parameters": [parameter(each) for each in said.get("parameters", [])],
        "answers": sorted(str(status) for status in said["responses"]),
        "has_no_key": "{" not in path,
    }


def parameter(said: dict[str, Any]) -> dict[str, Any]:
    """Its name, where it stands, what it may be."""
    schema = said["schema"]
    kinds = [each for each in schema.get("anyOf", [schema]) if each.get("type") != "null"]
    kind = kinds[0] if kinds else {}
    limits = [str(kind[name]) for name in ("minimum", "maximum") if name in kind]
    shown = ", ".join(map(str, kind["enum"])) if "enum" in kind else kind.get("format") or kind.get("type", "")
    return {
        "name": said["name"],
        "required": said.get("required", False),
        "kind": f"{shown} {'–'.join(limits)}".strip(),
        "default": schema.get("default"),
    }
