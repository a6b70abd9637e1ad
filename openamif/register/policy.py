"""Who may see a register, fill it, and read by which references its beneficiary knows the participants."""

from openamif.grants.models import Grant
from openamif.grants.policy import can_see_grant, has_right
from openamif.grants.queries.rights import acts_for
from openamif.grants.states import GrantState, Right
from openamif.people.models import Person
from openamif.people.policy import Verdict, because
from openamif.register.models import Participant, RegisterImport
from openamif.register.states import ImportState


def can_see_register(by: Person, grant: Grant) -> Verdict:
    """Whoever may see the grant: those who run and check the programme, under pseudonyms, its beneficiary, partners."""
    return can_see_grant(by, grant)


def _is_of_beneficiary(by: Person, grant: Grant) -> bool:
    return grant.beneficiary_id in acts_for(by, grant)


def can_see_local_references(by: Person, grant: Grant) -> Verdict:
    """Those of the beneficiary alone: they lead into its own files, and stand in what it sends in."""
    return because(_is_of_beneficiary(by, grant), "not_beneficiary")


def can_fill_register(by: Person, grant: Grant) -> Verdict:
    """Whoever edits for the beneficiary, once the grant is signed and until its register is erased."""
    return (
        because(_is_of_beneficiary(by, grant), "not_beneficiary")
        and has_right(by, grant, Right.EDIT)
        and because(grant.state != GrantState.DRAFT, "grant_not_signed")
        and because(not is_erased(grant), "register_erased")
    )


def is_erased(grant: Grant) -> bool:
    """Whether its retention period is over and its register was deleted."""
    return hasattr(grant, "register_erasure")


def can_open_participant(by: Person, participant: Participant) -> Verdict:
    """Her page, for whoever may see the register; those who are not of the beneficiary leave a trail."""
    return can_see_register(by, participant.grant)


def leaves_trail(by: Person, participant: Participant) -> bool:
    """Whether opening her page is written down: for everybody who is not of the beneficiary."""
    return not _is_of_beneficiary(by, participant.grant)


def can_confirm_import(by: Person, upload: RegisterImport) -> Verdict:
    """Whoever may fill the register, once the file was read and nothing is wrong in it."""
    return (
        can_fill_register(by, upload.grant)
        and because(upload.state == ImportState.READ, "file_in_another_state")
        and because(bool(upload.staged), "file_has_errors")
    )
