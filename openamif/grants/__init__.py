"""Grants: what an agreement gives to whom, for what, until when (an operation in the words of 2021-2027)."""
