"""The words of a counting rule: what can happen to a person, what is known of her, what a grant delivers.

The kinds are those of the register, in small letters; ``level_gained`` and ``uses_skills_later`` follow from several
events together.
"""

PARTICIPATIONS = frozenset(
    {
        "procedure_assistance",
        "legal_assistance",
        "specific_assistance",
        "reception_support",
        "training",
        "pre_departure",
        "language_course",
        "civic_orientation",
        "professional_guidance",
        "education",
        "housing_advice",
        "health_care",
        "democratic_participation",
        "social_support",
        "family_reunification",
        "mobility_scheme",
        "reintegration_assistance",
        "alternative_to_detention",
        "return_counselling",
    }
)
ENTRY_TEST, EXIT_TEST = "entry_test", "exit_test"
USES_SKILLS, TRAINING = "uses_skills", "training"
ANSWERS = frozenset({"found_useful", USES_SKILLS, "found_helpful"})
OUTCOMES = frozenset(
    {
        "applied_for_recognition",
        "applied_for_long_term_residence",
        "returned_voluntarily",
        "removed",
        "resettled",
        "admitted",
        "transferred",
    }
)
HAPPENINGS = PARTICIPATIONS | ANSWERS | OUTCOMES | {ENTRY_TEST, EXIT_TEST}
LEVEL_GAINED, USES_SKILLS_LATER = "level_gained", "uses_skills_later"
FOLLOWING = (LEVEL_GAINED, USES_SKILLS_LATER)
KINDS = HAPPENINGS | set(FOLLOWING)
OUTPUTS = frozenset(
    {
        "new_places",
        "new_places_for_minors",
        "renovated_places",
        "renovated_places_for_minors",
        "new_detention_places",
        "renovated_detention_places",
        "reception_capacity",
        "staff",
        "country_information",
        "policy_project",
        "cooperation_project",
        "policy_framework",
        "monitored_removal",
        "supported_authority",
        "information_package",
        "equipment",
        "family_in_alternative",
    }
)
BENEFICIARIES = frozenset(
    {
        "state_authority",
        "local_public_body",
        "ngo",
        "international_public_organisation",
        "national_red_cross",
        "icrc",
        "ifrc",
        "company",
        "education_or_research",
        "social_partner",
    }
)
FLAGS = ("vulnerable", "unaccompanied_minor", "staff", "union_citizen")
"""What is known of a person and bears on the count; the place of a flag is its bit."""
STANDINGS = frozenset({"staff"})
OF_PERSON = frozenset({"vulnerable", "unaccompanied_minor"})
OUTSIDE_TARGET_GROUP = frozenset({"staff", "union_citizen"})
"""Target groups are third-country nationals and stateless persons. Source: Reg. (EU) No 516/2014, Articles 5 to 13."""
UNKNOWN = "unknown"
