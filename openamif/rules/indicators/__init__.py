"""How the indicators of both periods are counted: rules as data, facts of the register in, counts out.

The rules are ``law/<period>/counting.yaml``; ``docs/rules/indicators.md`` has worked examples.
"""

from openamif.rules.indicators.persons import Happening, Limits, Profile
from openamif.rules.indicators.reading import RuleRefused, counting_rule, counting_rules, own_rule
from openamif.rules.indicators.rule import CountingRule
from openamif.rules.indicators.things import Project, Thing, plain_name

__all__ = [
    "CountingRule",
    "Happening",
    "Limits",
    "Profile",
    "Project",
    "RuleRefused",
    "Thing",
    "counting_rule",
    "counting_rules",
    "own_rule",
    "plain_name",
]
