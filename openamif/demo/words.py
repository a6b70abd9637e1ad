"""What the bodies of 2014-2020 write, each in its own language: by the English, in French, Dutch and German."""

from collections.abc import Mapping

LANGUAGES = ("fr", "nl", "de")
SIGNS = {"(démonstration)": "fr", "(demonstratie)": "nl", "(Demonstration)": "de"}
"""How an invented body says that it is one."""

PLACES = {
    "Brussels": ("Bruxelles", "Brussel", "Brüssel"),
    "Antwerp": ("Anvers", "Antwerpen", "Antwerpen"),
    "Ghent": ("Gand", "Gent", "Gent"),
    "Leuven": ("Louvain", "Leuven", "Löwen"),
    "Charleroi": ("Charleroi", "Charleroi", "Charleroi"),
    "Liège": ("Liège", "Luik", "Lüttich"),
    "Namur": ("Namur", "Namen", "Namur"),
}
TITLES = {
    "Places that adapt to arrivals": ("Des places qui s’adaptent aux arrivées", "Plaatsen die de instroom volgen",
                                      "Plätze, die sich den Ankünften anpassen"),
    "Measuring the asylum procedure": ("Mesurer la procédure d’asile", "De asielprocedure gemeten",
                                       "Das Asylverfahren messen"),
    "Arriving by a safe way": ("Arriver par une voie sûre", "Veilig aankomen", "Auf sicherem Weg ankommen"),
    "Language and first steps": ("La langue et les premiers pas", "Taal en eerste stappen",
                                 "Sprache und erste Schritte"),
    "Towards work": ("Vers l’emploi", "Op weg naar werk", "Auf dem Weg zur Arbeit"),
    "Intercultural teams in public services": ("Équipes interculturelles dans les services publics",
                                               "Interculturele teams in openbare diensten",
                                               "Interkulturelle Teams in öffentlichen Diensten"),
    "Return counselling close by": ("Conseil au retour de proximité", "Terugkeeradvies dichtbij",
                                    "Rückkehrberatung in der Nähe"),
    "Returning with a plan": ("Rentrer avec un projet", "Terug met een plan", "Rückkehr mit einem Plan"),
}  # fmt: skip
SUMMARIES = {
    "Reception places and trained teams": ("Places d’accueil et équipes formées", "Opvangplaatsen en opgeleide teams",
                                           "Aufnahmeplätze und geschulte Teams"),
    "Country information and evaluation": ("Information sur les pays et évaluation", "Landeninformatie en evaluatie",
                                           "Länderinformationen und Auswertung"),
    "Preparation before departure, journey and arrival of resettled refugees": (
        "Préparation au départ, voyage et arrivée de réfugiés réinstallés",
        "Voorbereiding op het vertrek, reis en aankomst van hervestigde vluchtelingen",
        "Vorbereitung auf die Ausreise, Reise und Ankunft neu angesiedelter Flüchtlinge"),
    "Language courses and orientation for newcomers": ("Cours de langue et orientation des primo-arrivants",
                                                       "Taalcursussen en oriëntatie voor nieuwkomers",
                                                       "Sprachkurse und Orientierung für Neuankömmlinge"),
    "Coaching and recognition of skills for newcomers": (
        "Accompagnement des primo-arrivants et reconnaissance de leurs compétences",
        "Begeleiding van nieuwkomers en erkenning van hun vaardigheden",
        "Begleitung von Neuankömmlingen und Anerkennung ihrer Fähigkeiten"),
    "Training of counsellors": ("Formation de conseillers", "Opleiding van consulenten",
                                "Ausbildung von Beraterinnen und Beratern"),
    "Independent advice on return": ("Conseil indépendant sur le retour", "Onafhankelijk advies over terugkeer",
                                     "Unabhängige Beratung zur Rückkehr"),
    "Assistance before and after voluntary return": (
        "Aide avant et après un retour volontaire", "Hulp voor en na vrijwillige terugkeer",
        "Hilfe vor und nach freiwilliger Rückkehr"),
    "Strategic priority: separated children and vulnerable persons.": (
        "Priorité stratégique : mineurs non accompagnés et personnes vulnérables.",
        "Strategische prioriteit: niet-begeleide minderjarigen en kwetsbare personen.",
        "Strategische Priorität: unbegleitete Minderjährige und schutzbedürftige Personen."),
    "Presence lists on paper, checked with the final report (demonstration)": (
        "Listes de présence sur papier, vérifiées avec le rapport final (démonstration)",
        "Aanwezigheidslijsten op papier, gecontroleerd met het eindverslag (demonstratie)",
        "Anwesenheitslisten auf Papier, mit dem Abschlussbericht geprüft (Demonstration)"),
}  # fmt: skip
ACTIVITIES = {
    "Reception and daily support": ("Accueil et soutien quotidien", "Opvang en dagelijkse begeleiding",
                                    "Aufnahme und tägliche Betreuung"),
    "Legal assistance": ("Aide juridique", "Juridische bijstand", "Rechtsberatung"),
    "Information on the procedure": ("Information sur la procédure", "Informatie over de procedure",
                                     "Informationen zum Verfahren"),
    "Support for those with special needs": ("Soutien en cas de besoins particuliers",
                                             "Begeleiding bij bijzondere noden", "Hilfe bei besonderem Bedarf"),
    "Training of caseworkers": ("Formation des agents traitants", "Opleiding van dossierbehandelaars",
                                "Schulung von Sachbearbeitern"),
    "Orientation before departure": ("Préparation au départ", "Oriëntatie voor het vertrek",
                                     "Orientierung vor der Ausreise"),
    "Language course": ("Cours de langue", "Taalcursus", "Sprachkurs"),
    "Civic orientation": ("Initiation à la citoyenneté", "Maatschappelijke oriëntatie",
                          "Gesellschaftliche Orientierung"),
    "Advice on housing": ("Conseil au logement", "Woonadvies", "Wohnberatung"),
    "Finding one’s way in health care": ("S’orienter dans les soins de santé", "Wegwijs in de zorg",
                                         "Wege durch das Gesundheitswesen"),
    "Coaching towards work": ("Accompagnement vers l’emploi", "Begeleiding naar werk", "Begleitung in Arbeit"),
    "Taking part in local life": ("Prendre part à la vie locale", "Deelnemen aan het lokale leven",
                                  "Teilhabe am Leben vor Ort"),
    "Training of counsellors": ("Formation de conseillers", "Opleiding van consulenten", "Schulung von Beratern"),
    "Training on return counselling": ("Formation au conseil au retour", "Opleiding terugkeeradvies",
                                       "Schulung zur Rückkehrberatung"),
    "Reintegration assistance": ("Aide à la réintégration", "Hulp bij herintegratie", "Hilfe zur Wiedereingliederung"),
    "Return counselling": ("Conseil au retour", "Terugkeeradvies", "Rückkehrberatung"),
    "Reception house": ("Maison d’accueil", "Opvanghuis", "Aufnahmehaus"),
    "Renovated floor": ("Étage rénové", "Vernieuwde verdieping", "Renovierte Etage"),
    "Country report": ("Rapport sur un pays", "Landenrapport", "Länderbericht"),
    "Evaluation of the procedure": ("Évaluation de la procédure", "Evaluatie van de procedure",
                                    "Auswertung des Verfahrens"),
    "Local plan for integration": ("Plan local d’intégration", "Lokaal integratieplan", "Örtlicher Integrationsplan"),
}  # fmt: skip
WORDS: Mapping[str, tuple[str, str, str]] = PLACES | TITLES | SUMMARIES | ACTIVITIES


def language_of(body: str) -> str:
    """Of a body of the demonstration, by the end of its name."""
    return next((language for sign, language in SIGNS.items() if body.endswith(sign)), "en")


def said(english: str, language: str) -> str:
    """As a body of that language writes it; what has no other words stays as it is."""
    if language not in LANGUAGES or english not in WORDS:
        return english
    return WORDS[english][LANGUAGES.index(language)]
