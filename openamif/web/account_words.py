"""What the pages of an account say of what is refused: the packages say it too familiarly, or as a program would."""

from django.contrib.auth.password_validation import UserAttributeSimilarityValidator
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from openamif.people.models import Person

WRONG_PASSWORD = gettext_lazy("This is not the password of your account. Type it as you log in with it.")
WRONG_CODE = gettext_lazy("This code does not fit. Type the six digits that the app shows now, or a recovery code.")
REFUSALS = {
    "email_password_mismatch": gettext_lazy(
        "No account has this address and this password. Check both; capitals and small letters differ."
    ),
    "enter_current_password": WRONG_PASSWORD,
    "incorrect_password": WRONG_PASSWORD,
    "incorrect_code": WRONG_CODE,
    "too_many_login_attempts": gettext_lazy(
        "Too many log-ins failed. Wait some minutes, then try again, or choose a new password."
    ),
    "rate_limited": gettext_lazy("Too much was sent in a short time. Wait a minute, then try again."),
}
"""By the code of the package."""


class NotLikeYou(UserAttributeSimilarityValidator):
    """Not much like her name or her address; which fields these are is of no interest to her."""

    def validate(self, password: str, user: Person | None = None) -> None:
        """Raises ``ValidationError`` where it is."""
        try:
            super().validate(password, user)
        except ValidationError as alike:
            told = _("This is much like your name or your e-mail address, which others know. Choose other words.")
            raise ValidationError(told, code="password_too_similar") from alike
