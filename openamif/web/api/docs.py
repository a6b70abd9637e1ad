"""The description of this door: OpenAPI for programs, a page for people."""

import json
from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from ninja import NinjaAPI

from openamif.web.api.paging import LAST
from openamif.web.api.understanding import WRITTEN


def openapi(request: HttpRequest, api: NinjaAPI) -> HttpResponse:
    """Every operation, its parameters and its answers."""
    return JsonResponse(api.get_openapi_schema())


def page(request: HttpRequest, api: NinjaAPI) -> HttpResponse:
    """The same for people, without a script."""
    schema: dict[str, Any] = api.get_openapi_schema()
    groups: dict[str, list[dict[str, Any]]] = {}
    for path, methods in schema["paths"].items():
        for method, said in methods.items():
            groups.setdefault(said["tags"][0], []).append(
                operation(path, method, said, schema["components"]["schemas"])
            )
    titles = {
        "programmes": _("Programmes"),
        "versions": _("Versions"),
        "law": _("The law"),
        "register": _("Grants and their registers"),
    }
    told = [{"title": titles.get(tag, tag), "anchor": tag, "operations": every} for tag, every in groups.items()]
    context = {"groups": told, "version": schema["info"]["version"], "meanings": meanings()}
    return render(request, "api_door/docs.html", context)


def meanings() -> list[tuple[int, str]]:
    """What each answer means, by its number."""
    return [
        (200, _("It is done, or found; also where nothing had to be changed.")),
        (401, _("No access key, or none that is in use.")),
        (403, _("The person whose key it is may not do this.")),
        (404, _("There is no such record, or the person may not see it.")),
        (409, _("It contradicts what stands: “stands” is its number, “address” where it is corrected.")),
        (422, _("Not understood, or against the rules: nothing was written. “fields” and “findings” say why.")),
    ]


def operation(path: str, method: str, said: dict[str, Any], shapes: dict[str, Any]) -> dict[str, Any]:
    """What the page shows of an operation."""
    return {
        "name": said["operationId"],
        "path": path,
        "method": method.upper(),
        "summary": _(said["summary"]),
        "parameters": [parameter(each) for each in said.get("parameters", [])],
        "fields": list(fields_of(said, shapes)),
        "answers": sorted(str(status) for status in said["responses"]),
        "has_no_key": "{" not in path,
    }


def parameter(said: dict[str, Any]) -> dict[str, Any]:
    """Its name, what it may be, and what holds where it is not said."""
    return told_of(said["name"], said["schema"], said.get("description", ""), is_required=said.get("required", False))


def fields_of(said: dict[str, Any], shapes: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """What the body of a request says, field by field; ``events[].hours``: of each in a list."""
    if "requestBody" in said:
        body = said["requestBody"]["content"]["application/json"]["schema"]
        yield from within(resolved(body, shapes), shapes, "")


def within(shape: dict[str, Any], shapes: dict[str, Any], before: str) -> Iterator[dict[str, Any]]:
    """The fields of an object, then those of each in its lists."""
    for name, field in shape["properties"].items():
        kind = resolved(field, shapes)
        is_required = name in shape.get("required", ())
        yield told_of(before + name, {**kind, **field}, field.get("description", ""), is_required=is_required)
        if "items" in kind:
            yield from within(resolved(kind["items"], shapes), shapes, f"{before}{name}[].")


def resolved(schema: dict[str, Any], shapes: dict[str, Any]) -> dict[str, Any]:
    """What a schema refers to; of several, the first that is not nothing."""
    for each in (*schema.get("allOf", ()), *schema.get("anyOf", ())):
        if each.get("type") != "null":
            return resolved(each, shapes)
    return shapes[schema["$ref"].rpartition("/")[-1]] if "$ref" in schema else schema


def told_of(name: str, schema: dict[str, Any], description: str, *, is_required: bool) -> dict[str, Any]:
    """What the page shows of a parameter or a field."""
    kinds = [each for each in schema.get("anyOf", [schema]) if each.get("type") != "null"]
    kind = schema if "enum" in schema else kinds[0] if kinds else {}
    default = schema.get("default")
    return {
        "name": name,
        "required": is_required,
        "kind": kind_words(kind, name.rpartition(".")[-1]),
        "description": _(description) if description else "",
        "default": None if default in ("", None) else json.dumps(default).strip('"'),
    }


def kind_words(kind: dict[str, Any], name: str) -> str:
    """What a parameter or a field may be, in words."""
    if kind.get("pattern") and name in WRITTEN:
        return str(WRITTEN[name])
    if kind.get("type") == "array":
        return _("list")
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
