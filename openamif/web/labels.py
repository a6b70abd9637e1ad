"""What the reader calls a state, a move, a role, a reason for refusing: the law's word is the key, hers the label."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

ROLES: dict[str, Promise] = {
    "responsible_authority": _("Responsible authority"),
    "delegated_authority": _("Delegated authority"),
    "audit_authority": _("Audit authority"),
    "beneficiary": _("Beneficiary"),
    "committee_member": _("Member of the monitoring committee"),
    "evaluator": _("Evaluator"),
    "administrator": _("Administrator"),
}

ORGANISATION_KINDS: dict[str, Promise] = {
    "state_authority": _("State or federal authority"),
    "local_public_body": _("Local public body"),
    "ngo": _("Non-governmental organisation"),
    "international_public_organisation": _("International public organisation"),
    "national_red_cross": _("National Red Cross"),
    "icrc": _("International Committee of the Red Cross"),
    "ifrc": _("International Federation of Red Cross and Red Crescent Societies"),
    "company": _("Private or public law company"),
    "education_or_research": _("Education or research organisation"),
    "social_partner": _("Social partner"),
}

VERSION_STATES: dict[str, tuple[Promise, str]] = {
    "open": (_("Open"), "info"),
    "ready": (_("Ready to send"), "wait"),
    "sent": (_("Sent to the Commission"), "wait"),
    "returned_by_member_state": (_("Returned within the Member State"), "wait"),
    "returned_by_commission": (_("Returned by the Commission"), "bad"),
    "decision_accepted": (_("Decision accepted"), "wait"),
    "adopted_by_commission": (_("Adopted by the Commission"), "good"),
    "adopted_by_member_state": (_("Adopted by the Member State"), "good"),
    "withdrawn": (_("Withdrawn"), "idle"),
    "cancelled": (_("Cancelled"), "idle"),
}

SEVERITIES: dict[str, tuple[Promise, str]] = {
    "info": (_("Information"), "info"),
    "warning": (_("Warning"), "wait"),
    "error": (_("Error"), "bad"),
}

GROUNDS: dict[str, Promise] = {
    "outside_the_decision": _("Outside the Commission’s decision"),
    "within_an_objective": _("Moved within an objective whose total stays"),
    "field_of_the_decision": _("Part of the Commission’s decision"),
    "first_adoption": _("First adoption"),
}

DEADLINES: dict[str, Promise] = {
    "deadlines.first_implementation_report": _("First annual implementation report"),
    "deadlines.last_implementation_report": _("Last annual implementation report"),
    "deadlines.last_accounts_from": _("First day of payments in the last accounts"),
    "deadlines.last_accounts_until": _("Last day of payments in the last accounts"),
    "deadlines.closure": _("Closure package and final implementation report"),
    "deadlines.interim_evaluation": _("Interim evaluation"),
    "deadlines.final_evaluation": _("Ex-post evaluation"),
    "deadlines.first_accounts": _("First annual accounts, then every 15 February"),
    "deadlines.first_accounts_extended": _("First annual accounts where the term is extended, then every 1 March"),
    "deadlines.first_clearance": _("First clearance of annual accounts, then every 31 May"),
    "deadlines.second_pledges": _("Pledges for 2016-2017"),
    "deadlines.third_pledges": _("Pledges for 2018-2020"),
}

MOVES: dict[str, Promise] = {
    "validate": _("Validate"),
    "reopen": _("Open again"),
    "return_by_member_state": _("Return for changes"),
    "send": _("Send to the Commission"),
    "return_for_modification": _("The Commission returned it"),
    "accept_decision": _("The Commission accepted a decision"),
    "adopt": _("Link to the decision"),
    "accept_member_state_decision": _("The Commission accepted the change without a decision"),
    "withdraw": _("Withdraw"),
    "cancel": _("Cancel this version"),
}

MOVE_MEANINGS: dict[str, Promise] = {
    "validate": _(
        "The rules are run once more; without an error the version is ready to send, and frozen until reopened."
    ),
    "reopen": _("The version can be edited again, and must be validated anew."),
    "return_by_member_state": _("Somebody in the Member State wants changes; your reason is shown to those who edit."),
    "send": _(
        "The document as it stands is kept with its checksum and counts as sent now. "
        "Another person than who entered or validated it must do this."
    ),
    "return_for_modification": _(
        "Write down that the Commission wants changes. This version stays frozen; "
        "a new one continues it as an editable copy."
    ),
    "accept_decision": _("Write down that the Commission accepted a decision; the decision itself is linked next."),
    "adopt": _(
        "With the decision’s reference and date, this version becomes the programme in force, shown to the public."
    ),
    "accept_member_state_decision": _(
        "For changes that need no decision of the Commission; this version becomes the programme in force."
    ),
    "withdraw": _("The version no longer counts. A new one may continue it."),
    "cancel": _("The version no longer counts and was never sent. A new one may continue it."),
}

EVENTS: dict[str, Promise] = {
    "begun": _("Version begun"),
    "changed": _("Content changed"),
    "observed": _("Observation of the Commission noted"),
    "deleted": _("Version deleted"),
    "named": _("Programme details changed"),
    "opened": _("Record with personal data opened"),
    "validate": _("Validated"),
    "reopen": _("Opened again"),
    "return_by_member_state": _("Returned within the Member State"),
    "send": _("Sent to the Commission"),
    "return_for_modification": _("Returned by the Commission"),
    "accept_decision": _("Decision accepted by the Commission"),
    "adopt": _("Adopted by the Commission"),
    "accept_member_state_decision": _("Adopted by the Member State"),
    "withdraw": _("Withdrawn"),
    "cancel": _("Cancelled"),
    "person_entered": _("Person entered"),
    "person_closed": _("Account closed"),
    "person_opened": _("Account opened again"),
    "person_changed": _("Person changed"),
    "organisation_entered": _("Organisation entered"),
    "part_entered": _("Part of a programme entered"),
    "role_given": _("Role given"),
    "role_ended": _("Role ended"),
    "organisation_changed": _("Organisation changed"),
    "grant_entered": _("Grant entered"),
    "grant_imported": _("Grant imported"),
    "sign": _("Agreement signed"),
    "end": _("Activities ended"),
}

REFUSALS: dict[str, Promise] = {
    "not_logged_in": _("You are not logged in, or your account is closed."),
    "not_administrator": _("Only an administrator may do this."),
    "own_account": _("Nobody closes their own account: ask another administrator."),
    "own_last_administrator_role": _("This is your last role as administrator: another administrator has to end it."),
    "not_auditor": _("The trail is open to the administrator and the audit authority."),
    "not_responsible_authority": _("Only the responsible authority of the programme may do this."),
    "no_role_for_programme": _("You hold no role for this programme."),
    "version_in_progress": _("A version of this programme is still in progress: finish or withdraw it first."),
    "version_frozen": _("This version can no longer be changed: it has been validated, sent or closed."),
    "version_in_another_state": _(
        "The version is not in the state that this step begins from; somebody may have been quicker."
    ),
    "four_eyes": _("Four eyes: whoever entered or last validated the version cannot send it. Ask a colleague."),
    "version_was_sent": _("A version that was ever sent cannot be deleted."),
    "version_not_latest": _("A newer version of this programme is here: continue that one."),
    "only_version": _("This is the only version of the programme: import another document into it, or cancel it."),
    "no_role_for_grants": _("You hold no role for grants of this programme."),
    "not_managing_authority": _("Only the responsible authority, or a delegated authority in its part, may do this."),
    "grant_outside_your_part": _(
        "This grant is not in your part: its objective must be yours, and your body its delegated authority."
    ),
    "grant_in_another_state": _("The grant is not in the state that this step begins from."),
    "own_role": _("You cannot give yourself a role: another administrator does."),
    "administrator_exists": _("There is an administrator already."),
    "not_your_import": _("This upload belongs to somebody else."),
}


def refusal_reason(key: str) -> Promise | str:
    """The sentence for a reason; the key itself only if somebody forgot to write one (a test finds it)."""
    return REFUSALS.get(key, key)
