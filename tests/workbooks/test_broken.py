"""Workbooks broken at random, as the benchmark breaks a thousand: each ends in a report or a refusal, soon enough."""

from bench.broken_workbooks import run


def test_each_ends_in_a_report_or_a_refusal():
    told = run(60)
    assert told["unclear"] == 0
    assert told["reports"] > 0 < told["refusals"]
    assert told["slowest"] < 20
