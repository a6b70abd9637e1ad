"""What beneficiaries write in the reports of the demonstration, and what the authority answers."""

from openamif.reports.models import ProgressReport

TEXTS = {
    "fr": {
        "summary": "Les activités prévues ont eu lieu, avec un peu moins de participants en hiver et davantage au "
        "printemps. L’équipe est au complet depuis le deuxième mois.",
        "activities": "Les groupes se sont réunis chaque semaine. Deux groupes peu fréquentés ont été réunis ; un "
        "groupe du soir s’est ouvert à la demande des participants qui travaillent.",
        "issues": "Une salle n’était pas accessible : la commune en a prêté une autre. Les absences liées à la garde "
        "d’enfants ont diminué depuis que nous la proposons sur place.",
        "publicity": "Affiche avec l’emblème de l’Union à chaque entrée, mention du Fonds sur les attestations et "
        "sur notre site.",
    },
    "en": {
        "summary": "What was planned took place, with somewhat fewer participants in winter and more in spring. The "
        "team has been complete since the second month.",
        "activities": "Groups met every week. Two small groups were joined, and an evening group opened for those "
        "who work.",
        "issues": "One room could not be reached by wheelchair; the municipality lent another. Absences fell once we "
        "looked after the children on the spot.",
        "publicity": "A poster with the emblem of the Union at each entrance; the Fund is named on certificates and "
        "on our site.",
    },
}
DEVIATION = {
    "fr": "Le recrutement a commencé deux mois plus tard que prévu ; un groupe supplémentaire s’ouvre au prochain "
    "semestre pour rattraper le plan.",
    "en": "Recruitment began two months late; one more group opens in the next half year to catch up with the plan.",
}
RETURN_REASON = (
    "La partie sur les activités ne dit rien du deuxième lot de travail. Merci d’y ajouter ce qui a été fait, et la "
    "liste des séances."
)
QUESTION = "Comment expliquez-vous que les tests de sortie soient moins nombreux que les inscriptions ?"
ANSWER = (
    "Les groupes commencés en septembre passent leur test de sortie en décembre ; ils figureront au rapport suivant."
)


def narrative(key: str, report: ProgressReport, language: str) -> str:
    """What is said under a heading of the template; nothing where it need not be."""
    texts = TEXTS.get(language, TEXTS["en"])
    heading = key.partition(".")[0]
    return texts.get("activities" if heading == "work_package" else heading, "")
