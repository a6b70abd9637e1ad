"""Official references read into addresses, and written in the reader's language."""

import pytest
from django.utils import translation

from openamif.web.components import references


@pytest.mark.parametrize(
    ("reference", "act"),
    [
        ("Regulation (EU) No 514/2014, Article 14(3)", "reg/2014/514"),
        ("Regulation (EU) 2021/1147, Article 15(1)", "reg/2021/1147"),
        ("Reg. 2018/2000", "reg/2018/2000"),
        ("Commission Implementing Regulation (EU) No 802/2014, Annex", "reg_impl/2014/802"),
        ("Implementing Regulation (EU) 2018/2000", "reg_impl/2018/2000"),
        ("Delegated Regulation (EU) No 1042/2014, Article 4", "reg_del/2014/1042"),
        ("Directive 2013/33/EU, Article 21", "dir/2013/33"),
        ("Council Decision (EU) 2015/1523", "dec/2015/1523"),
        ("Article 4 of Regulation (EU, Euratom) No 966/2012", "reg/2012/966"),
    ],
)
def test_an_act_is_addressed_by_its_identifier(reference, act):
    assert references.address_of(reference) == f"https://eur-lex.europa.eu/eli/{act}/oj/eng"


@pytest.mark.parametrize(
    "reference", ["", "SFC2014 validation rule 2.22.1", "Article 15(1)", "Regulation (EU) 12/34", "Registry 3/2014x"]
)
def test_what_names_no_act_has_no_address(reference):
    assert references.address_of(reference) == ""


def test_a_celex_number_is_an_address():
    assert references.address_of("32014R0514").endswith("?uri=CELEX:32014R0514")


def test_the_address_leads_to_the_readers_language():
    with translation.override("nl"):
        assert references.address_of("Regulation (EU) No 514/2014").endswith("/oj/nld")


def test_words_are_the_readers(monkeypatch):
    monkeypatch.setattr(references, "_", {"Regulation": "Règlement", "(EU) No": "(UE) n°", "Article": "article"}.get)
    written = references.in_words("Regulation (EU) No 514/2014, Article 14")
    assert written == "Règlement (UE) n°\u00a0514/2014, article 14"


@pytest.mark.parametrize(
    ("reference", "fr", "nl", "de"),
    [
        ("Article 16(2)", "article 16, paragraphe 2", "artikel 16, lid 2", "Artikel 16 Absatz 2"),
        (
            "Article 50(1)(e)",
            "article 50, paragraphe 1, point e)",
            "artikel 50, lid 1, punt e)",
            "Artikel 50 Absatz 1 Buchstabe e",
        ),
        ("Article 54(a)", "article 54, point a)", "artikel 54, punt a)", "Artikel 54 Buchstabe a"),
        ("Article 2, point (29)", "article 2, point 29", "artikel 2, punt 29", "Artikel 2, Nummer 29"),
        (
            "Article 17(2), (6) and (7)",
            "article 17, paragraphe 2, paragraphe 6 et paragraphe 7",
            "artikel 17, lid 2, lid 6 en lid 7",
            "Artikel 17 Absatz 2, Absatz 6 und Absatz 7",
        ),
        (
            "Articles 5(3) and 7(1)",
            "articles 5, paragraphe 3 et 7, paragraphe 1",
            "artikelen 5, lid 3 en 7, lid 1",
            "Artikel 5 Absatz 3 und 7 Absatz 1",
        ),
        (
            "Article 57, as amended by Regulation (EU) 2022/585",
            "article 57, modifié par le règlement (UE) 2022/585",
            "artikel 57, zoals gewijzigd bij Verordening (EU) 2022/585",
            "Artikel 57, geändert durch die Verordnung (EU) 2022/585",
        ),
        ("Decision C(2018) 8310", "Décision C(2018) 8310", "Besluit C(2018) 8310", "Beschluss C(2018) 8310"),
    ],
)
def test_each_language_names_the_parts_of_an_article(reference, fr, nl, de):
    for language, written in {"en": reference, "fr": fr, "nl": nl, "de": de}.items():
        with translation.override(language):
            assert references.in_words(reference) == written


def test_words_inside_words_are_left_alone():
    with translation.override("en"):
        assert references.in_words("Annexation, Articled, Regulations") == "Annexation, Articled, Regulations"
