"""What can happen to a person, what a grant can deliver, what a participant is, and the states of an import.

Lists of ours, after the kinds that Annex IV of Reg. (EU) No 516/2014 and Annex VIII of Reg. (EU) 2021/1147 count.
"""

from enum import IntEnum, StrEnum

from openamif.record.states import moves


class EventKind(IntEnum):
    """What happened to a person. The number is stored, and is a bit of what is known of her: never renumbered."""

    PROCEDURE_ASSISTANCE = 1
    LEGAL_ASSISTANCE = 2
    SPECIFIC_ASSISTANCE = 3
    RECEPTION_SUPPORT = 4
    TRAINING = 5
    PRE_DEPARTURE = 6
    LANGUAGE_COURSE = 7
    CIVIC_ORIENTATION = 8
    PROFESSIONAL_GUIDANCE = 9
    EDUCATION = 10
    HOUSING_ADVICE = 11
    HEALTH_CARE = 12
    DEMOCRATIC_PARTICIPATION = 13
    SOCIAL_SUPPORT = 14
    FAMILY_REUNIFICATION = 15
    MOBILITY_SCHEME = 16
    REINTEGRATION_ASSISTANCE = 17
    ALTERNATIVE_TO_DETENTION = 18
    RETURN_COUNSELLING = 19
    ENTRY_TEST = 30
    EXIT_TEST = 31
    FOUND_USEFUL = 34
    USES_SKILLS = 35
    FOUND_HELPFUL = 36
    APPLIED_FOR_RECOGNITION = 40
    APPLIED_FOR_LONG_TERM_RESIDENCE = 41
    RETURNED_VOLUNTARILY = 42
    REMOVED = 43
    RESETTLED = 44
    ADMITTED = 45
    TRANSFERRED = 46


PARTICIPATIONS = tuple(kind for kind in EventKind if kind < EventKind.ENTRY_TEST)
ASSESSMENTS = (EventKind.ENTRY_TEST, EventKind.EXIT_TEST)
ANSWERS = (EventKind.FOUND_USEFUL, EventKind.USES_SKILLS, EventKind.FOUND_HELPFUL)
OUTCOMES = tuple(kind for kind in EventKind if kind >= EventKind.APPLIED_FOR_RECOGNITION)


class Level(IntEnum):
    """A level of the Common European Framework of Reference for Languages; A0: nothing yet."""

    A0 = 0
    A1 = 1
    A2 = 2
    B1 = 3
    B2 = 4
    C1 = 5
    C2 = 6


class Answer(IntEnum):
    """What a person said."""

    NO = 0
    YES = 1


class OutputKind(StrEnum):
    """What a grant delivers that is no person; a kind ending in ``_for_minors`` is a part of the one before it."""

    NEW_PLACES = "new_places"
    NEW_PLACES_FOR_MINORS = "new_places_for_minors"
    RENOVATED_PLACES = "renovated_places"
    RENOVATED_PLACES_FOR_MINORS = "renovated_places_for_minors"
    NEW_DETENTION_PLACES = "new_detention_places"
    RENOVATED_DETENTION_PLACES = "renovated_detention_places"
    RECEPTION_CAPACITY = "reception_capacity"
    STAFF = "staff"
    COUNTRY_INFORMATION = "country_information"
    POLICY_PROJECT = "policy_project"
    COOPERATION_PROJECT = "cooperation_project"
    POLICY_FRAMEWORK = "policy_framework"
    MONITORED_REMOVAL = "monitored_removal"
    SUPPORTED_AUTHORITY = "supported_authority"
    INFORMATION_PACKAGE = "information_package"
    EQUIPMENT = "equipment"
    FAMILY_IN_ALTERNATIVE = "family_in_alternative"


class Sex(StrEnum):
    """As the beneficiary knows it; blank: not known."""

    FEMALE = "female"
    MALE = "male"
    OTHER = "other"


class NationalityGroup(StrEnum):
    """Where a person belongs, as coarse as the target groups of the Fund need it; blank: not known."""

    THIRD_COUNTRY = "third_country"
    STATELESS = "stateless"
    UNION = "union"


class Standing(StrEnum):
    """On which ground a person belongs to the target group; blank: not known."""

    APPLICANT = "applicant"
    PROTECTED = "protected"
    LEGAL_RESIDENT = "legal_resident"
    IRREGULAR = "irregular"
    ABROAD = "abroad"
    STAFF = "staff"


class CodeKind(StrEnum):
    """What a pseudonym was made of: a national number, a name with the day of birth, or the local reference alone."""

    NUMBER = "number"
    NAME = "name"
    LOCAL = "local"


class ImportState(StrEnum):
    """A file is kept and read by a job; then waits for a yes; then is stored by a job, all of it or nothing."""

    KEPT = "kept"
    READ = "read"
    CONFIRMED = "confirmed"
    STORED = "stored"
    REFUSED = "refused"
    ABANDONED = "abandoned"


RUNNING = (ImportState.KEPT, ImportState.CONFIRMED)
"""A job works on the file, unless it asks what its headings mean."""
IMPORT_MOVES = moves(
    read=(ImportState.KEPT, ImportState.READ),
    refuse=((ImportState.KEPT, ImportState.READ, ImportState.CONFIRMED), ImportState.REFUSED),
    confirm=(ImportState.READ, ImportState.CONFIRMED),
    store=(ImportState.CONFIRMED, ImportState.STORED),
    abandon=((ImportState.KEPT, ImportState.READ), ImportState.ABANDONED),
)
