"""The catalogs of translations, without GNU gettext: `python -m scripts.messages update|compile|check`.

English is the language of the code and needs no catalog. A catalog is sorted and names no lines, so that two people
who add texts seldom meet. `update` writes what the code now says, with the translations that are there already.
"""

import re
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parent.parent
LOCALE = ROOT / "openamif" / "locale"
LANGUAGES = ("fr", "nl", "de")
PLAIN, PLURAL, CONTEXT, CONTEXT_PLURAL = (1,), (1, 2), ((1, "c"), 2), ((1, "c"), 2, 3)
KEYWORDS = {
    "_": PLAIN,
    "gettext": PLAIN,
    "gettext_lazy": PLAIN,
    "gettext_noop": PLAIN,
    "ngettext": PLURAL,
    "ngettext_lazy": PLURAL,
    "pgettext": CONTEXT,
    "pgettext_lazy": CONTEXT,
    "npgettext": CONTEXT_PLURAL,
    "npgettext_lazy": CONTEXT_PLURAL,
}
PLACEHOLDER = re.compile(r"%(?:\(\w+\))?[a-z]|\{\w*[^{}]*\}")
BREAKABLE = re.compile(r" [:;?!»]|« ")
COUNT = re.compile(r"%(?:\(\w+\))?d|%\(\w*count\w*\)s|\{count\}")
HEADER = """\
# {name} texts of OpenAMIF.
msgid ""
msgstr ""
"Language: {code}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: {plural}\\n"

"""


def main() -> int:
    """Do what the command line asks; the exit code says whether all is well."""
    verbs = {"update": update, "compile": compile_all, "check": check}
    if sys.argv[1:2] and sys.argv[1] in verbs:
        return verbs[sys.argv[1]]()
    sys.stderr.write(f"usage: python -m scripts.messages {'|'.join(verbs)}\n")
    return 2


def update() -> int:
    """Bring every catalog in step with the code."""
    for language in LANGUAGES:
        catalog = updated(read(language))
        path(language).parent.mkdir(parents=True, exist_ok=True)
        path(language).write_bytes(written(catalog))
        empty = sum(not is_translated(message) for message in entries(catalog))
        sys.stdout.write(f"{language}: {len(catalog)} texts, {empty} to translate\n")
    return 0


def compile_all() -> int:
    """Write the files that Django reads at run time."""
    for language in LANGUAGES:
        with path(language).with_suffix(".mo").open("wb") as file:
            write_mo(file, read(language))
    return 0


def check() -> int:
    """Say what is wrong with the catalogs."""
    found = list(problems())
    sys.stderr.writelines(f"{problem}\n" for problem in found)
    return 1 if found else 0


def problems() -> Iterator[str]:
    """A sentence for each entry that is missing, empty, fuzzy, obsolete or has other placeholders than its text."""
    source = extracted()
    for language in LANGUAGES:
        catalog = read(language)
        yield from (f"{language}: missing: {text(entry)}" for entry in entries(source) if not found_in(catalog, entry))
        yield from (f"{language}: obsolete: {text(entry)}" for entry in entries(catalog) if not found_in(source, entry))
        yield from (f"{language}: obsolete: {key}" for key in catalog.obsolete)
        yield from (f"{language}: {fault}: {text(entry)}" for entry in entries(catalog) for fault in faults(entry))
    yield from (f"fr: breaks before a sign: {text(entry)}" for entry in entries(read("fr")) if breaks(entry))


def faults(entry: Message) -> Iterator[str]:
    """What is wrong with one entry, in a word or two."""
    if entry.fuzzy:
        yield "fuzzy"
    if not is_translated(entry):
        yield "empty"
        return
    many = entry.pluralizable
    for original, translation in zip(entry.id, entry.string, strict=True) if many else [(entry.id, entry.string)]:
        if placeholders(original, many) != placeholders(translation, many):
            yield f"other placeholders in {translation!r}"
        if original.endswith("\n") != translation.endswith("\n"):
            yield "a newline at one end only"


def breaks(entry: Message) -> bool:
    """Whether French could break a line before a colon and the like, or inside quotation marks: U+00A0 stands there."""
    forms = entry.string if entry.pluralizable else [entry.string]
    return any(BREAKABLE.search(form) for form in forms)


def placeholders(words: str, many: bool) -> list[str]:
    """What the program fills in; where there are several forms, the count may be left out of one ("one file")."""
    return sorted(found for found in PLACEHOLDER.findall(words) if not (many and COUNT.fullmatch(found)))


def extracted() -> Catalog:
    """Every text of the code and of the templates."""
    catalog = Catalog(charset="utf-8")
    for file in sorted((ROOT / "openamif").rglob("*.py")) + sorted((ROOT / "config").rglob("*.py")):
        add(catalog, file.read_text())
    for file in sorted((ROOT / "openamif").rglob("templates/**/*.*")):
        add_template(catalog, file.read_text(), origin=file.relative_to(ROOT).as_posix())
    return catalog


def add(catalog: Catalog, source: str) -> None:
    """Put the texts of one file into the catalog."""
    for _line, words, comments, context in extract(
        "python", BytesIO(source.encode()), KEYWORDS, comment_tags=("Translators:",)
    ):
        catalog.add(words, auto_comments=comments, context=context)


def add_template(catalog: Catalog, source: str, origin: str = "") -> None:
    """Put the texts of one template into the catalog."""
    # Within brackets, the blanks that stand for HTML mean nothing to Python's tokenizer.
    add(catalog, f"(\n{templatize(source, origin=origin)}\n)")


def updated(catalog: Catalog) -> Catalog:
    """The texts of the code with the translations of this catalog."""
    source = extracted()
    for entry in entries(source):
        known = catalog.get(text(entry), entry.context)
        if known and known.pluralizable == entry.pluralizable:
            entry.string, entry.flags, entry.user_comments = known.string, known.flags, known.user_comments
    source.locale = catalog.locale
    return source


def written(catalog: Catalog) -> bytes:
    """The catalog as it stands in the repository."""
    body = BytesIO()
    write_po(body, catalog, width=120, no_location=True, omit_header=True, sort_output=True)
    header = HEADER.format(
        name=catalog.locale.english_name, code=catalog.locale_identifier, plural=catalog.plural_forms
    )
    return header.encode() + body.getvalue().strip() + b"\n"


def read(language: str) -> Catalog:
    """The catalog of a language, empty where there is none yet."""
    if not path(language).exists():
        return Catalog(locale=language, charset="utf-8")
    with path(language).open("rb") as file:
        return read_po(file, locale=language, charset="utf-8", abort_invalid=True)


def path(language: str) -> Path:
    """Where the catalog of a language stands."""
    return LOCALE / language / "LC_MESSAGES" / "django.po"


def entries(catalog: Catalog) -> list[Message]:
    """Every entry but the header."""
    return [entry for entry in catalog if entry.id]


def found_in(catalog: Catalog, entry: Message) -> bool:
    """Whether the catalog has this text, with its plural if it has one."""
    other = catalog.get(text(entry), entry.context)
    return other is not None and other.id == entry.id


def is_translated(entry: Message) -> bool:
    """Whether every form has words."""
    return all(entry.string) if isinstance(entry.string, tuple) else bool(entry.string)


def text(entry: Message) -> str:
    """The English words, in the singular where there are two forms."""
    return entry.id[0] if entry.pluralizable else entry.id


if __name__ == "__main__":
    sys.exit(main())
