"""Reading programmes: whole versions in a fixed number of queries, lists for pages."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery

from openamif.people.queries import Holdings
from openamif.programmes.facts import ProgrammeContent, facts_2021, programme_facts
from openamif.programmes.facts.rows_2021 import content_from, content_rows
from openamif.programmes.models import Amount, DesignatedAuthority, IndicatorTarget, Programme, Version
from openamif.programmes.models.document import CONTENT, Rows, document_from, places_of
from openamif.programmes.models.programme import VersionQuerySet
from openamif.programmes.states import ADOPTED, EDITABLE
from openamif.rules import programme_2021
from openamif.rules.finding import Finding
from openamif.rules.national_programme import check, facts
from openamif.rules.national_programme.changes import Change, changes, decision_needed
from openamif.rules.national_programme.changes import Verdict as Decision
from openamif.sfc.programme_2014 import Programme as Document


@dataclass(frozen=True)
class Content:
    """What a version holds, read at once: its document and its designated authorities."""

    version: Version
    rows: Rows
    authorities: tuple[DesignatedAuthority, ...]

    @cached_property
    def document(self) -> Document:
        """The programme as a document; one of 2021-2027 fills what the form of 2014-2020 shares with it."""
        document = document_from(self.rows, language=self.version.language)
        return replace(document, period=self.version.programme.period)

    @cached_property
    def milestones(self) -> dict[str, Decimal | None]:
        """By indicator, those that have one."""
        return {row.code: row.milestone for row in self.rows[IndicatorTarget] if row.milestone is not None}

    @cached_property
    def whole(self) -> ProgrammeContent:
        """A programme of 2021-2027 as its workbook has it."""
        return content_from(self.rows, self.authorities, language=self.version.language)

    @property
    def beside(self) -> dict[str, object]:
        """By place, what the form of 2014-2020 has no room for."""
        places: dict[str, object] = {f"indicators.{code}.milestone": each for code, each in self.milestones.items()}
        for row in self.rows[Amount]:
            if row.table == "fields":
                places[f"intervention_fields.{row.line}"] = row.amount
            elif row.table == "years":
                places[f"yearly_amounts.{row.year}"] = row.amount
        return places


def contents_of(*versions: Version | None) -> tuple[Content | None, ...]:
    """The content of each version, in the same nine queries however many are asked for."""
    present = [version for version in versions if version is not None]
    by_version: dict[int, dict[type, list[Any]]] = defaultdict(lambda: defaultdict(list))
    for model in CONTENT:
        # Hundreds of rows, only read: as bare tuples they cost half of what objects do.
        for row in model._default_manager.filter(version__in=present).values_list(named=True):
            by_version[row.version_id][model].append(row)
    for authority in DesignatedAuthority.objects.filter(version__in=present):
        by_version[authority.version_id][DesignatedAuthority].append(authority)
    return tuple(
        None
        if version is None
        else Content(version, by_version[version.pk], tuple(by_version[version.pk][DesignatedAuthority]))
        for version in versions
    )


def content_of(version: Version) -> Content:
    """The content of one version."""
    (content,) = contents_of(version)
    assert content is not None
    return content


def content_with(version: Version, whole: ProgrammeContent) -> Content:
    """What this version of 2021-2027 would hold; nothing is stored."""
    rows = defaultdict(list, content_rows(whole))
    return Content(version, rows, tuple(rows[DesignatedAuthority]))


def changes_by(whole: ProgrammeContent, content: Content) -> tuple[Change, ...]:
    """What would differ, field by field, from what the version holds."""
    return changes(fields_with_authorities(content), fields_with_authorities(content_with(content.version, whole)))


def findings_in(content: Content, *, on: date) -> tuple[Finding, ...]:
    """What the rules of 2021-2027 find in it."""
    return programme_2021.check(facts_2021(content.document, content.milestones), on=on)


def versions_of(programme: Programme) -> list[Version]:
    """All versions, latest first."""
    return _read(Version.objects.filter(programme=programme))


def versions_beside(pk: int, held: Holdings) -> list[Version]:
    """This version and the others of its programme, latest first; none where she may not see the programme."""
    return _read(Version.objects.filter(programme__in=Programme.objects.visible_to(held), programme__versions=pk))


def versions_seen(held: Holdings) -> VersionQuerySet:
    """The versions of every programme that she may see, as far as she reads them."""
    return Version.objects.read_by(held).filter(programme__in=Programme.objects.visible_to(held))


def _read(versions: VersionQuerySet) -> list[Version]:
    related = ("programme__responsible_authority", "entered_by", "source")
    return list(versions.select_related(*related).newest_first())


def version_before(version: Version, versions: list[Version]) -> Version | None:
    """What a change is measured against: the latest adopted version with a lower number, else the one before."""
    earlier = [other for other in versions if (other.number, other.working) < (version.number, version.working)]
    adopted = [other for other in earlier if other.state in ADOPTED]
    return next(iter(adopted or earlier), None)


def programmes_for_list(held: Holdings) -> QuerySet[Any]:
    """The programmes she may see, each with the state, number and total of the latest version that she may read.

    The four are None where nothing is adopted yet of a programme whose own people she is not among.
    """
    return _with_latest(Programme.objects.visible_to(held), Version.objects.read_by(held))


def programme_for(held: Holdings, pk: int) -> Programme | None:
    """The programme, if she may see it."""
    return Programme.objects.visible_to(held).select_related("scope", "responsible_authority").filter(pk=pk).first()


def adopted_programmes() -> QuerySet[Any]:
    """The programmes the public may see, each with its latest adopted version."""
    return _with_latest(Programme.objects.with_adopted_version(), Version.objects.adopted())


def _with_latest(programmes: QuerySet[Programme], versions: QuerySet[Version]) -> QuerySet[Any]:
    latest = versions.filter(programme=OuterRef("pk")).order_by("-number", "-working", "-pk")
    total = Amount.objects.filter(version=OuterRef("latest_pk"), table="plan", line="TOTAL")
    return (
        programmes.select_related("responsible_authority")
        .annotate(
            latest_pk=Subquery(latest.values("pk")[:1]),
            latest_state=Subquery(latest.values("state")[:1]),
            latest_number=Subquery(latest.values("number")[:1]),
            latest_working=Subquery(latest.values("working")[:1]),
        )
        .annotate(latest_total_amount=Subquery(total.values("amount")[:1]))
        .order_by("-period", "country", "pk")
    )


def latest_adopted(programme: Programme) -> Version | None:
    """The version in force."""
    return Version.objects.adopted().filter(programme=programme).select_related("programme").newest_first().first()


def latest_version(programme: Programme) -> Version | None:
    """The version with the highest number, whatever its state."""
    return programme.versions.order_by("-number", "-working", "-pk").first()


@dataclass(frozen=True)
class Examination:
    """A version examined: its content, the version it is measured against, what the rules find."""

    content: Content
    before: Content | None
    findings: tuple[Finding, ...]

    @cached_property
    def decision(self) -> Decision:
        """Whether what changed since then needs a decision; worked out only where it is asked for."""
        was = fields_with_authorities(self.before) if self.before else None
        return decision_needed(was, fields_with_authorities(self.content))


def examine(version: Version, versions: list[Version], *, on: date) -> Examination:
    """Everything there is to say of a version, in the nine queries of ``contents_of``."""
    content, before = contents_of(version, version_before(version, versions))
    assert content is not None
    if version.programme.period == programme_2021.table.PERIOD:
        findings = findings_in(content, on=on)
    else:
        reference = version.programme.reference_allocation_amount
        findings = check(_facts_of(content, before), reference_allocation=reference, on=on)
    return Examination(content, before, findings)


def _facts_of(content: Content, before: Content | None) -> facts.Programme:
    version = content.version
    first_year, last_year = map(int, version.programme.period.split("-"))
    # What can be edited again was validated once, but is no more.
    is_validated = version.validated_at is not None and version.state not in EDITABLE
    return programme_facts(
        content.document,
        version=facts.Version(
            number=version.number,
            previous=programme_facts(before.document, authorities=_authorities(before)) if before else None,
            cci=version.programme.cci or None,
            first_year=first_year,
            last_year=last_year,
        ),
        authorities=_authorities(content),
        management_and_control_system=version.management_and_control_system or None,
        handling=facts.Handling(
            changed_at=version.changed_at or version.entered_at,
            validated_by=str(version.validated_by_id) if is_validated else None,
            validated_at=version.validated_at if is_validated else None,
            sent_by=str(version.sent_by_id) if version.sent_by_id else None,
        ),
    )


def _authorities(content: Content) -> tuple[facts.Authority, ...] | None:
    """None where none was entered: the document does not carry them."""
    return tuple(facts.Authority(each.kind, each.name, each.designated_on) for each in content.authorities) or None


def findings_of(version: Version, *, on: date) -> tuple[Finding, ...]:
    """What the rules find in a version."""
    return examine(version, versions_of(version.programme), on=on).findings


def decision_on_changes(version: Version, *, on: date) -> Decision:
    """Whether what changed since the last adopted version needs a decision of the Commission."""
    return examine(version, versions_of(version.programme), on=on).decision


def fields_with_authorities(content: Content) -> dict[str, object]:
    """Every field of the version by place, those outside the Commission's decision included.

    What the Commission's system said of it is no field of it.
    """
    described = {"management_and_control_system": content.version.management_and_control_system}
    own = places_of(replace(content.document, validation=()))
    return own | content.beside | fields_of_authorities(content.authorities) | described


def fields_of_authorities(authorities: Iterable[DesignatedAuthority]) -> dict[str, object]:
    """Every field of the designated authorities by place."""
    return {
        f"authorities.{authority.kind}.{number}.{name}": getattr(authority, name)
        for number, authority in enumerate(authorities, start=1)
        for name in ("name", "head", "address", "email", "designated_on", "activities")
    }


def programme_exists(*, fund: str, country: str, period: str) -> bool:
    """Whether this fund's programme of that country and period is here."""
    return Programme.objects.filter(fund=fund, country=country, period=period).exists()
