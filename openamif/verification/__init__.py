"""Checks on the spot of what beneficiaries report: samples, findings, coverage."""
