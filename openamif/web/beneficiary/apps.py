"""Django's name for this door."""

from django.apps import AppConfig


class BeneficiaryConfig(AppConfig):
    """The beneficiary door."""

    name = "openamif.web.beneficiary"
    label = "beneficiary_door"
