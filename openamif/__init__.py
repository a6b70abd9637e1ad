"""OpenAMIF: the Asylum, Migration and Integration Fund programme of a Member State, from its plan to its accounts."""

__version__ = "0.1.0"
