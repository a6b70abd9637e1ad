"""Tags for the parts of a page: its head, tabs, cards, notices, empty states, and who reads in which language."""

from collections.abc import Sequence
from typing import Any

from django import template
from django.conf import settings
from django.template import RequestContext
from django.urls import NoReverseMatch, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from openamif.web.components.shapes import Action, Badge, Link, Reader, Tab

register = template.Library()
MOST_ACTIONS = 3
NOTICE_TONES = {"good": "✓", "wait": "!", "bad": "×", "info": "i", "idle": "i"}


@register.inclusion_tag("components/page_head.html", takes_context=True)
def page_head(
    context: RequestContext,
    title: str,
    lead: str = "",
    crumbs: Sequence[Link | tuple[str, str]] = (),
    badge: Badge | None = None,
    actions: Sequence[Action] = (),
    note: str = "",
) -> dict[str, object]:
    """Where am I, what is it, in what state, what can I do now. ``crumbs`` lead here and leave this page out."""
    if len(actions) > MOST_ACTIONS:
        raise ValueError(f"a page offers at most {MOST_ACTIONS} actions")
    way = [crumb if isinstance(crumb, Link) else Link(*crumb) for crumb in crumbs]
    return {
        "title": title,
        "lead": lead,
        "crumbs": way,
        "badge": badge,
        "actions": sorted(actions, key=lambda action: action.main),
        "note": note,
        "csrf_token": context.get("csrf_token"),
    }


@register.inclusion_tag("components/action.html", takes_context=True)
def action(context: RequestContext, item: Action) -> dict[str, object]:
    """A button that leads somewhere, or sends a change; unavailable with its reason where it is refused."""
    return {"action": item, "csrf_token": context.get("csrf_token")}


@register.inclusion_tag("components/tabs.html")
def tabs(items: Sequence[Tab], label: str = "") -> dict[str, object]:
    """The pages of one thing."""
    return {"items": items, "label": label or _("Sections")}


@register.simple_block_tag
def card(
    content: str,
    title: str,
    lead: str = "",
    acts: Sequence[Link] = (),
    id: str = "",
    flush: bool = False,
    level: int = 2,
) -> SafeString:
    """A surface with a heading; ``flush``: what is in it reaches the edges, as tables do."""
    links = (
        format_html(
            '<div class="acts">{}</div>', join(format_html('<a href="{}">{}</a>', link.url, link.text) for link in acts)
        )
        if acts
        else ""
    )
    head = format_html(
        "<header><h{0}>{1}</h{0}>{2}{3}</header>", level, title, format_html("<p>{}</p>", lead) if lead else "", links
    )
    body = content if flush else format_html('<div class="body">{}</div>', content)
    named = format_html(' id="{}"', id) if id else ""
    return format_html('<section class="card"{}>{}{}</section>', named, head, body)


def join(pieces: Any) -> SafeString:
    """Safe pieces one after another."""
    whole = SafeString("")
    for piece in pieces:
        whole += piece
    return whole


@register.simple_block_tag
def notice(content: str, tone: str = "info", title: str = "", live: bool = False) -> SafeString:
    """Something to know before going on; ``live``: it has just come about, so it is read out."""
    role = format_html(' role="{}"', "alert" if tone == "bad" else "status") if live else ""
    strong = format_html("<strong>{}</strong> ", title) if title else ""
    return format_html(
        '<div class="notice tone-{}"{}><span class="mark" aria-hidden="true">{}</span><div>{}{}</div></div>',
        tone,
        role,
        NOTICE_TONES[tone],
        strong,
        content,
    )


@register.inclusion_tag("components/empty_state.html", takes_context=True)
def empty_state(
    context: RequestContext, title: str, text: str = "", begin: Action | None = None, level: int = 2
) -> dict[str, object]:
    """What will be here, and how to begin."""
    return {
        "title": title,
        "text": text,
        "begin": begin,
        "heading": f"h{level}",
        "csrf_token": context.get("csrf_token"),
    }


@register.inclusion_tag("components/language_switcher.html", takes_context=True)
def language_switcher(context: RequestContext, inline: bool = False) -> dict[str, object]:
    """The four languages; ``inline``: side by side by their codes, for the public door."""
    try:
        address = reverse("set_language")
    except NoReverseMatch:
        address = ""
    request = context.get("request")
    current = (get_language() or "en").split("-")[0]
    names = [{"code": code, "name": name, "current": code == current} for code, name in settings.LANGUAGES]
    return {
        "address": address,
        "languages": names,
        "current": next((entry for entry in names if entry["current"]), names[0]),
        "next": request.get_full_path() if request else "/",
        "inline": inline,
        "csrf_token": context.get("csrf_token"),
    }


@register.inclusion_tag("components/user_menu.html", takes_context=True)
def user_menu(context: RequestContext, person: Reader, home: str = "") -> dict[str, object]:
    """Who is logged in, in which role, and the way out; ``home``: to her work, where nothing beside leads there."""
    try:
        logout = reverse("account_logout")
    except NoReverseMatch:
        logout = ""
    return {"person": person, "home": home, "logout": logout, "csrf_token": context.get("csrf_token")}
