"""The description of this door: OpenAPI for programs, a page for people."""

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from ninja import NinjaAPI

from openamif.web.api.paging import LAST


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
    titles = {
        "programmes": _("Programmes"),
        "versions": _("Versions"),
        "law": _("The law"),
        "register": _("Grants and their registers"),
    }
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
    """Its name, what it may be, and what holds where it is not said."""
    schema = said["schema"]
    kinds = [each for each in schema.get("anyOf", [schema]) if each.get("type") != "null"]
    description = said.get("description", "")
    return {
        "name": said["name"],
        "required": said.get("required", False),
        "kind": kind_words(kinds[0] if kinds else {}),
        "description": _(description) if description else "",
        "default": schema.get("default"),
    }


def kind_words(kind: dict[str, Any]) -> str:
    """What a parameter may be, in words."""
    if "enum" in kind:
        return ", ".join(map(str, kind["enum"]))
    if kind.get("type") == "integer":
        least, most = kind.get("minimum", 0), kind.get("maximum", LAST)
        if most < LAST:
            return _("whole number from %(least)s to %(most)s") % {"least": least, "most": most}
        return _("whole number from %(least)s") % {"least": least}
    if kind.get("format") == "date":
        return _("day, as 2020-12-31")
    return _("true or false") if kind.get("type") == "boolean" else _("text")
