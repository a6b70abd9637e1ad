"""The command line: what it says, what it answers with, and how fast it starts."""

import json
import re
import subprocess
import sys
from decimal import Decimal

import pytest

from openamif import __version__
from openamif.web.command import SUBCOMMANDS, main
from openamif.web.command.speech import number


def run(*arguments):
    return main(list(map(str, arguments)))


def test_help_names_the_subcommands(capsys):
    with pytest.raises(SystemExit) as end:
        run("--help")
    assert end.value.code == 0
    said = capsys.readouterr().out
    assert all(name in said for name in SUBCOMMANDS)


def test_version(capsys):
    with pytest.raises(SystemExit):
        run("--version")
    assert capsys.readouterr().out.strip() == f"openamif {__version__}"


def test_unknown_subcommand_is_refused(capsys):
    with pytest.raises(SystemExit) as end:
        run("other")
    assert end.value.code == 2


def test_neither_help_nor_reading_needs_the_framework():
    program = (
        "import sys; import openamif.web.command; assert 'yaml' not in sys.modules;"
        "import openamif.web.command.programme; assert not [m for m in sys.modules if m.split('.')[0] == 'django']"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_check_tells_the_commissions_rules_beside_ours(seed_path, capsys):
    assert run("programme", "check", seed_path, "--on", "2026-01-10") == 0
    theirs, ours = capsys.readouterr().out.split("Rules of OpenAMIF")
    assert (
        "115,379,784.00 − 100,817,784.00 = 14,562,000.00 = 2,628 × 6,000.00 + 376 × 6,500.00 − 365 × 10,000.00"
        in theirs
    )
    assert theirs.count("The document's own validation says the same.") == 2
    assert "In the document only: note La version du programme a été validée." in theirs
    assert "1,450 ≠ 3,865" in ours
    assert "Errors: 0. Warnings: 6. Notes: 6." in ours
    assert "X-05" not in ours


def test_check_with_all_tells_what_holds_too(seed_path, capsys):
    run("programme", "check", seed_path, "--all")
    assert "22,813,801.27 + 9,697,565.69 + 2,381,597.48 = 34,892,964.44" in capsys.readouterr().out


def test_check_as_json_has_the_promised_words(seed_path, capsys):
    assert run("programme", "check", seed_path, "--json") == 0
    objects = json.loads(capsys.readouterr().out)
    assert {"code", "severity", "holds", "place", "found", "expected", "article", "message"} <= objects[0].keys()
    told = {each["code"]: each for each in objects}
    assert told["2.22.1"]["found"]["total"] == "115379784.00"
    assert told["2.22.1"]["parts"][2] == {"name": "resettlement_kept", "value": "-3650000.00"}
    assert (told["X-14"]["holds"], told["X-14"]["expected"]) == (False, {"pledged": 3865})
    assert told["X-12"]["found"]["rate"] == "20.04"


def test_check_with_another_reference_allocation(seed_path, capsys):
    run("programme", "check", seed_path, "--reference-allocation", "115 379 784,00", "--json")
    told = {each["code"]: each for each in json.loads(capsys.readouterr().out)}
    assert told["2.22.1"]["holds"] is True


@pytest.mark.parametrize("amount", ["abc", "", "nan", "inf", "1e400", "-5", "0"])
def test_a_reference_allocation_that_is_no_amount_is_refused(seed_path, capsys, amount):
    with pytest.raises(SystemExit) as left:
        run("programme", "check", seed_path, f"--reference-allocation={amount}")
    assert left.value.code == 2
    assert f"{amount!r} is not an amount" in capsys.readouterr().err


@pytest.mark.parametrize("amount", ["100817784", "100.817.784,00", "100,817,784.00", "100 817 784,00"])
def test_a_reference_allocation_is_read_as_any_language_writes_it(seed_path, capsys, amount):
    run("programme", "check", seed_path, "--reference-allocation", amount)
    assert "115,379,784.00 − 100,817,784.00 = 14,562,000.00" in capsys.readouterr().out


@pytest.mark.parametrize(("day", "words"), [("2013-12-31", "it begins in 2014"), ("yesterday", "is not a day")])
def test_a_day_without_law_is_refused(seed_path, capsys, day, words):
    with pytest.raises(SystemExit) as left:
        run("programme", "check", seed_path, "--on", day)
    assert left.value.code == 2
    assert words in capsys.readouterr().err


def test_check_tells_when_the_commissions_message_has_other_figures(seed_path, capsys):
    run("programme", "check", seed_path, "--reference-allocation", "100817785")
    assert "The document's own validation has this message with other figures." in capsys.readouterr().out


def test_check_ends_in_one_when_an_error_fails(seed_path, seed_text, tmp_path, capsys):
    broken = tmp_path / "programme.txt"
    broken.write_text(re.sub(r"(34\D892\D964),44", r"\1,45", seed_text, count=1))
    assert run("programme", "check", broken) == 1
    assert "X-05    error" in capsys.readouterr().out


def test_check_in_french_writes_numbers_in_french(seed_path, capsys):
    run("programme", "check", seed_path, "--language", "fr")
    assert "115\u202f379\u202f784,00" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("language", "article"),
    [
        ("en", "Regulation (EU) No\u00a0516/2014, Articles 17 and 18"),
        ("fr", "Règlement (UE) n°\u00a0516/2014, articles 17 et 18"),
        ("nl", "Verordening (EU) nr.\u00a0516/2014, artikelen 17 en 18"),
        ("de", "Verordnung (EU) Nr.\u00a0516/2014, Artikel 17 und 18"),
    ],
)
def test_check_cites_the_article_in_the_readers_language(seed_path, capsys, language, article):
    run("programme", "check", seed_path, "--language", language, "--all")
    assert article in capsys.readouterr().out


def test_read_sums_up_what_was_read(seed_path, capsys):
    assert run("programme", "read", seed_path) == 0
    told = capsys.readouterr().out
    assert "179,127,447.12" in told
    assert "21 main actions" in told
    assert "Lines not understood: 0" in told
    assert "SO1.SA2" in told


def test_read_as_json_is_the_whole_document(seed_path, capsys):
    assert run("programme", "read", seed_path, "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert told["financial_plan"]["TOTAL"] == "179127447.12"
    assert told["unread"] == []


@pytest.mark.parametrize("verb", ["read", "check"])
def test_what_cannot_be_read_is_refused_with_its_line(verb, tmp_path, capsys):
    file = tmp_path / "other.txt"
    file.write_text("Something else\n")
    assert run("programme", verb, file) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert "line: 1" in told.err
    assert "expected:" in told.err
    assert "found: Something else" in told.err


def test_a_file_that_is_not_there_is_refused(tmp_path, capsys):
    assert run("programme", "read", tmp_path / "none.txt") == 2
    assert "none.txt" in capsys.readouterr().err


def test_an_amount_that_is_none_is_refused(seed_path):
    with pytest.raises(SystemExit) as end:
        run("programme", "check", seed_path, "--reference-allocation", "much")
    assert end.value.code == 2


@pytest.mark.parametrize(
    ("language", "written"),
    [("en", "−1,234.50"), ("fr", "−1\u202f234,50"), ("nl", "−1.234,50"), ("de", "−1.234,50")],
)
def test_numbers_are_written_as_the_language_does(language, written):
    assert number(Decimal("-1234.5"), language) == written


def test_nobody_reading_on_is_no_fault(seed_path):
    program = "import sys; from openamif.web.command import main; sys.exit(main(sys.argv[1:]))"
    command = [sys.executable, "-c", program, "programme", "read", str(seed_path), "--json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.readline()
        running.stdout.close()
        said = running.stderr.read()
    assert (running.returncode, said) == (141, b"")
