"""What happens in a grant of each kind, and to whoever takes part in it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from openamif.grants.models import Grant
from openamif.register.states import EventKind, Level, OutputKind

K, O = EventKind, OutputKind  # noqa: E741
COURSE, QUARTER, DAY = timedelta(days=75), timedelta(days=100), timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Happening:
    """One thing on one day."""

    kind: EventKind
    day: date
    activity: str = ""
    hours: str = ""
    value: Level | str = ""


@dataclass(frozen=True, slots=True)
class Life:
    """A kind of grant: the indicator that its persons are counted by, how many are usual where it has no target.

    ``activities``: kind and title; ``outputs``: kind, name, how many times, quantity each; ``outcomes``: kind and how
    many in a hundred.
    """

    indicator: str
    usual: int
    activities: tuple[tuple[EventKind, str], ...] = ()
    outputs: tuple[tuple[OutputKind, str, int, int], ...] = ()
    outcomes: tuple[tuple[EventKind, int], ...] = ()
    standing: str = "protected"
    hours: int = 60
    is_for_minors: bool = False

    def happenings(self, chance: Random, begins: date) -> Iterator[Happening]:
        """She comes to one activity or to two; some are tested, some answer, some go on to something."""
        several = self.activities if chance.random() < 0.35 else (chance.choice(self.activities),)
        for kind, _title in several:
            number = 1 + [each for each, _title in self.activities].index(kind)
            yield from self._taking_part(chance, kind, f"A{number}", begins)
        for kind, share in self.outcomes:
            if chance.randrange(100) < share:
                yield Happening(kind, begins + QUARTER + DAY)

    def _taking_part(self, chance: Random, kind: EventKind, activity: str, begins: date) -> Iterator[Happening]:
        ends = begins + COURSE
        hours = str(chance.randrange(12, self.hours))
        if kind == K.LANGUAGE_COURSE and chance.random() < 0.9:
            level = chance.choice((Level.A0, Level.A0, Level.A1, Level.A2))
            yield Happening(K.ENTRY_TEST, begins, activity, value=level)
            gained = chance.choices((0, 1, 2), (30, 58, 12))[0]
            yield Happening(K.EXIT_TEST, ends, activity, value=Level(level + gained))
        yield Happening(kind, begins, activity, hours)
        if kind == K.TRAINING:
            yield Happening(K.FOUND_USEFUL, ends, activity, value="yes" if chance.random() < 0.85 else "no")
            if chance.random() < 0.7:
                used = "yes" if chance.random() < 0.7 else "no"
                yield Happening(K.USES_SKILLS, ends + QUARTER, activity, value=used)
        elif chance.random() < 0.6:
            yield Happening(K.FOUND_HELPFUL, ends, activity, value="yes" if chance.random() < 0.82 else "no")


OF_2014 = {
    ("SO1.NO1", "SO1.C1"): Life(
        "SO1.C1", 120,
        ((K.RECEPTION_SUPPORT, "Reception and daily support"), (K.LEGAL_ASSISTANCE, "Legal assistance"),
         (K.PROCEDURE_ASSISTANCE, "Information on the procedure"),
         (K.SPECIFIC_ASSISTANCE, "Support for those with special needs")),
        ((O.NEW_PLACES, "Reception house", 2, 12), (O.RENOVATED_PLACES, "Renovated floor", 1, 8)),
        standing="applicant",
    ),
    ("SO1.NO3", "SO1.C6"): Life(
        "SO1.C6", 90, ((K.PRE_DEPARTURE, "Orientation before departure"),),
        outcomes=((K.RESETTLED, 93),), standing="abroad", hours=20,
    ),
    ("SO1.NO2", "SO1.C4"): Life(
        "SO1.C3.1", 30, ((K.TRAINING, "Training of caseworkers"),),
        ((O.COUNTRY_INFORMATION, "Country report", 4, 1), (O.POLICY_PROJECT, "Evaluation of the procedure", 1, 1)),
        standing="staff", hours=30,
    ),
    ("SO2.NO2", "SO2.C2"): Life(
        "SO2.C2", 150,
        ((K.LANGUAGE_COURSE, "Language course"), (K.CIVIC_ORIENTATION, "Civic orientation"),
         (K.PROFESSIONAL_GUIDANCE, "Coaching towards work"), (K.HOUSING_ADVICE, "Advice on housing"),
         (K.HEALTH_CARE, "Finding one’s way in health care"),
         (K.DEMOCRATIC_PARTICIPATION, "Taking part in local life")),
        outcomes=((K.APPLIED_FOR_RECOGNITION, 8),), hours=120,
    ),
    ("SO2.NO3", "SO2.C3"): Life(
        "SO2.C3", 24, ((K.TRAINING, "Training of counsellors"),),
        ((O.POLICY_FRAMEWORK, "Local plan for integration", 2, 1),), standing="staff", hours=24,
    ),
    ("SO3.NO1", "SO3.C1"): Life(
        "SO3.C1", 40, ((K.TRAINING, "Training on return counselling"),), standing="staff", hours=24,
    ),
    ("SO3.NO2", "SO3.C3"): Life(
        "SO3.C3", 90,
        ((K.REINTEGRATION_ASSISTANCE, "Reintegration assistance"), (K.RETURN_COUNSELLING, "Return counselling")),
        outcomes=((K.RETURNED_VOLUNTARILY, 88), (K.REMOVED, 4)), standing="irregular", hours=20,
    ),
}  # fmt: skip
OF_2021 = {
    3: Life("O.2.3.1", 100, ((K.LANGUAGE_COURSE, "Cours de français"),), hours=160,
            outcomes=((K.APPLIED_FOR_LONG_TERM_RESIDENCE, 6),)),
    4: Life("O.2.3.2", 120, ((K.CIVIC_ORIENTATION, "Modules de citoyenneté"),
                             (K.DEMOCRATIC_PARTICIPATION, "Visites et rencontres")), hours=40),
    5: Life("O.2.3.3", 60, ((K.PROFESSIONAL_GUIDANCE, "Accompagnement individuel"),
                            (K.SOCIAL_SUPPORT, "Soutien psycho-social"),
                            (K.HOUSING_ADVICE, "Trouver un logement")), hours=30,
            outcomes=((K.APPLIED_FOR_RECOGNITION, 34), (K.APPLIED_FOR_LONG_TERM_RESIDENCE, 12))),
    6: Life("O.2.3", 50, ((K.SOCIAL_SUPPORT, "Tuteurs et loisirs"), (K.LANGUAGE_COURSE, "École et langue"),
                        (K.FAMILY_REUNIFICATION, "Vers le regroupement familial")),
            hours=80, is_for_minors=True),
    7: Life("O.2.2", 30, ((K.SOCIAL_SUPPORT, "Échanges entre équipes et participants"),),
            ((O.SUPPORTED_AUTHORITY, "Commune", 3, 1),), hours=18),
    8: Life("O.2.2", 0, outputs=((O.SUPPORTED_AUTHORITY, "Centre régional", 2, 1),
                               (O.INFORMATION_PACKAGE, "Guide des voies légales d’arrivée", 2, 1))),
}  # fmt: skip


def life_of(grant: Grant) -> Life:
    """By the action of its programme, or by its objective and what it aims at."""
    if grant.programme.period == "2021-2027":
        return OF_2021[grant.action or 0]
    targets = [target.indicator for target in grant.targets.all()]
    return OF_2014[grant.objective, targets[0]]
