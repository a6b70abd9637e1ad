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
    "nl": {
        "summary": "Wat gepland was, heeft plaatsgevonden, met iets minder deelnemers in de winter en meer in de "
        "lente. Het team is sinds de tweede maand voltallig.",
        "activities": "De groepen kwamen elke week samen. Twee kleine groepen zijn samengevoegd; op vraag van wie "
        "werkt, is een avondgroep gestart.",
        "issues": "Eén lokaal was niet toegankelijk: de gemeente leende een ander. De afwezigheden namen af sinds wij "
        "ter plaatse voor kinderopvang zorgen.",
        "publicity": "Een affiche met het embleem van de Unie aan elke ingang; het Fonds staat op de attesten en op "
        "onze website.",
    },
    "de": {
        "summary": "Das Geplante fand statt, im Winter mit etwas weniger, im Frühjahr mit mehr Teilnehmenden. Das Team "
        "ist seit dem zweiten Monat vollständig.",
        "activities": "Die Gruppen trafen sich jede Woche. Zwei kleine Gruppen wurden zusammengelegt; für Berufstätige "
        "gibt es nun eine Abendgruppe.",
        "issues": "Ein Raum war nicht barrierefrei: Die Gemeinde stellte einen anderen. Seit wir vor Ort Kinder "
        "betreuen, fehlen weniger Teilnehmende.",
        "publicity": "Ein Plakat mit dem Emblem der Union an jedem Eingang; der Fonds steht auf den Bescheinigungen "
        "und auf unserer Website.",
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
    "nl": "De werving begon twee maanden later dan gepland; in het volgende halfjaar start een groep meer om het plan "
    "in te halen.",
    "de": "Die Einstellungen begannen zwei Monate später als geplant; im nächsten Halbjahr beginnt eine weitere "
    "Gruppe, um den Plan einzuholen.",
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

VALUE_REASON = "Un même cas figure deux fois dans le registre, sous deux références : il ne compte qu’une fois."
CORRECTION_REASON = "Le contrôle sur place a montré une présence sans feuille : le rapport est à refaire sans elle."
CLOSING_REASON = "À la clôture du programme, le résumé ne dit pas comment les présences ont été vérifiées."
ADDED = {
    "fr": "Version corrigée : les présences ont été revues une à une avec les feuilles signées.",
    "nl": "Verbeterde versie: de aanwezigheden zijn een voor een met de ondertekende lijsten vergeleken.",
    "de": "Berichtigte Fassung: Die Anwesenheiten wurden einzeln mit den unterschriebenen Listen verglichen.",
    "en": "Corrected version: attendance was compared sheet by sheet with the signed lists.",
}


def narrative(key: str, report: ProgressReport, language: str) -> str:
    """What is said under a heading of the template; nothing where it need not be."""
    texts = TEXTS.get(language, TEXTS["en"])
    heading = key.partition(".")[0]
    return texts.get("activities" if heading == "work_package" else heading, "")
