"""What is refused on the pages of an account says what was wrong and what to do, in the words of this house."""

import pytest
from allauth.account.adapter import get_adapter
from allauth.mfa.adapter import get_adapter as get_adapter_of_steps
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import translation

from openamif.web.account_words import NotLikeYou
from tests.factories.people import PASSWORD, person

pytestmark = pytest.mark.django_db
FAMILIAR = (" je ", " jou ", " jouw ", " du ", " dein", " deine ", "Bitte gib ")


def test_a_wrong_pair_is_told_formally_in_every_language(client):
    for language in ("fr", "nl", "de", "en"):
        with translation.override(language):
            told = [str(get_adapter().error_messages[code]) for code in ("email_password_mismatch", "rate_limited")]
            told += [str(each.error_messages["incorrect_code"]) for each in (get_adapter(), get_adapter_of_steps())]
        assert not [words for words in told if any(each in f" {words} " for each in FAMILIAR)]
    said = {"login": "nobody@example.org", "password": "wrong"}
    assert (
        "No account has this address and this password" in client.post(reverse("account_login"), said).content.decode()
    )


def test_the_password_until_now_is_told_to_be_wrong(client):
    client.force_login(person())
    said = {"oldpassword": "another", "password1": "a sentence of some words", "password2": "a sentence of some words"}
    html = client.post(reverse("account_change_password"), said).content.decode()
    assert "This is not the password of your account" in html


def test_a_password_like_the_address_names_no_field():
    eve = person(email="eve.evaluator@example.org")
    with pytest.raises(ValidationError) as refused:
        NotLikeYou().validate("eve.evaluator@example", eve)
    assert "like your name or your e-mail address" in refused.value.messages[0]
    NotLikeYou().validate(PASSWORD, eve)
