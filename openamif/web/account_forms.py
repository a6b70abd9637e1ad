"""The forms of the account pages, in the words and the looks of this house."""

from typing import Any

from allauth.account import forms as account
from allauth.mfa.base import forms as mfa
from allauth.mfa.totp import forms as totp
from allauth.mfa.webauthn import forms as webauthn
from django import forms
from django.utils.translation import gettext_lazy as _

LABELS = {
    "login": _("E-mail address"),
    "email": _("E-mail address"),
    "password": _("Password"),
    "oldpassword": _("Password until now"),
    "password1": _("New password"),
    "password2": _("New password, once more"),
    "code": _("Code"),
    "name": _("What you call it"),
    "passwordless": _("Log in with it alone, without a password"),
}
NO_ADDRESS = _("“%(value)s” is no e-mail address: it is written as eve@example.org.")
HELP = {
    "password1": _("At least 12 characters. A short sentence is easy to remember and hard to guess."),
    "code": _("The six digits that the app shows now, or one of your recovery codes."),
    "name": _("So that you know it again: work laptop, phone, blue key."),
    "passwordless": _("The device asks for your finger, your face or a PIN each time."),
}


class Plain(forms.Form):
    """Labels above the fields, in our words; nothing is written inside a field."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.widget.attrs.pop("placeholder", None)
            field.label = LABELS.get(name, field.label)
            field.help_text = HELP.get(name, "")
            if isinstance(field, forms.EmailField):
                field.error_messages["invalid"] = NO_ADDRESS


class LoginForm(Plain, account.LoginForm):
    """Address and password."""


class ReauthenticateForm(Plain, account.ReauthenticateForm):
    """The password once more."""


class ChangePasswordForm(Plain, account.ChangePasswordForm):
    """The old password and the new one."""


class SetPasswordForm(Plain, account.SetPasswordForm):
    """A first password."""


class ResetPasswordForm(Plain, account.ResetPasswordForm):
    """Where to send the link."""


class ResetPasswordKeyForm(Plain, account.ResetPasswordKeyForm):
    """The new password, after the link."""


class AuthenticateForm(Plain, mfa.AuthenticateForm):
    """A code of the app."""


class ReauthenticateCodeForm(Plain, mfa.ReauthenticateForm):
    """A code of the app once more."""


class ActivateTOTPForm(Plain, totp.ActivateTOTPForm):
    """The first code of an app."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].help_text = _("The six digits that the app shows now.")


class AddWebAuthnForm(Plain, webauthn.AddWebAuthnForm):
    """A key and what it may do."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["name"] = ""
        self.fields["passwordless"].initial = True


class EditWebAuthnForm(Plain, webauthn.EditWebAuthnForm):
    """What a key is called."""
