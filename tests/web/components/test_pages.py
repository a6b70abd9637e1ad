"""Tags for the parts of a page."""

import pytest

from openamif.web.components.shapes import Action, Badge, Link, Reader, Tab
from tests.web.components.drawing import drawn

ACTS = [Link("All", "/all/")]


def test_a_head_says_where_what_in_what_state_and_what_can_be_done():
    html = drawn(
        '{% page_head "Belgium" lead="Programme" crumbs=crumbs badge=badge actions=actions %}',
        crumbs=[("Programmes", "/p/"), Link("Belgium", "/p/1/")],
        badge=Badge("Adopted", "good"),
        actions=[Action("New version", "/new/", main=True, post=True), Action("Export", "/x/")],
    )
    assert html.count("<h1>") == 1
    assert 'href="/p/"' in html
    assert "tone-good" in html
    assert html.index("Export") < html.index("New version"), "the main action stands last"
    assert "csrfmiddlewaretoken" in html


def test_a_page_offers_three_actions_at_most():
    with pytest.raises(ValueError, match="at most 3"):
        drawn('{% page_head "T" actions=actions %}', actions=[Action("A", "/")] * 4)


def test_a_refused_action_gives_its_reason():
    html = drawn("{% action item %}", item=Action("Send", "/s/", refused="Two errors."))
    assert "disabled" in html
    assert "Two errors." in html
    assert "/s/" not in html


def test_an_action_sends_its_fields():
    html = drawn("{% action item %}", item=Action("Send", "/s/", post=True, fields=(("version", "5"),)))
    assert 'name="version" value="5"' in html


def test_one_tab_is_current():
    html = drawn("{% tabs items %}", items=[Tab("A", "/a/", current=True), Tab("B", "/b/", count=0)])
    assert html.count('aria-current="page"') == 1
    assert 'class="tab-count"' in html


def test_a_card_has_a_heading_and_links():
    html = drawn('{% card title=title lead="L" acts=acts id="x" %}<p>in</p>{% endcard %}', title="<T>", acts=ACTS)
    assert "<h2>&lt;T&gt;</h2>" in html
    assert '<div class="body"><p>in</p></div>' in html
    assert 'id="x"' in html
    assert "body" not in drawn('{% card title="T" flush=True %}in{% endcard %}')


def test_a_notice_that_just_came_about_is_read_out():
    assert 'role="alert"' in drawn('{% notice tone="bad" live=True %}no{% endnotice %}')
    assert 'role="status"' in drawn('{% notice tone="good" live=True %}yes{% endnotice %}')
    assert "role" not in drawn('{% notice tone="info" %}note{% endnotice %}')


def test_an_empty_state_says_how_to_begin():
    html = drawn('{% empty_state title="Nothing yet" text="T" begin=begin %}', begin=Action("Begin", "/b/"))
    assert 'href="/b/"' in html
    assert "Nothing yet" in html


def test_the_language_comes_back_to_the_same_page():
    html = drawn("{% language_switcher %}", address="/list/?page=2")
    assert 'name="next" value="/list/?page=2"' in html
    assert html.count('name="language"') == 4
    assert html.count('aria-current="true"') == 1
    assert 'lang="nl"' in drawn("{% language_switcher inline=True %}")


def test_the_account_shows_the_role_first():
    html = drawn("{% user_menu person %}", person=Reader("A. Example", "Programme officer", "FPS", "/account/"))
    assert html.index("Programme officer") < html.index("A. Example")
    assert 'href="/account/"' in html
    assert "My work" not in html


def test_the_account_leads_to_work_where_nothing_beside_does():
    html = drawn('{% user_menu person home="/office/" %}', person=Reader("A. Example", "Programme officer", "FPS"))
    assert '<a href="/office/">My work</a>' in html
