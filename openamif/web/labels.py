"""What the reader calls a state, a move, a role, a reason for refusing: the law's word is the key, hers the label."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

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

LEGAL_FORMS: dict[str, Promise] = {
    "public_law": _("Public law body"),
    "private_law": _("Private law body"),
    "without_personality": _("Entity without legal personality"),
}

GRANT_STATES: dict[str, tuple[Promise, str]] = {
    "draft": (pgettext_lazy("a grant", "Draft"), "idle"),
    "signed": (pgettext_lazy("a grant", "Signed"), "good"),
    "ended": (pgettext_lazy("a grant", "Ended"), "info"),
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

REPORT_STATES: dict[str, tuple[Promise, str]] = {
    "preparing": (_("In preparation"), "info"),
    "submitted": (_("Submitted"), "wait"),
    "clarification": (_("Question to answer"), "bad"),
    "examined": (_("Examined"), "wait"),
    "returned": (_("Returned for changes"), "bad"),
    "accepted": (_("Accepted"), "good"),
    "superseded": (_("Superseded by a correction"), "idle"),
}

RIGHTS: dict[str, Promise] = {
    "view": pgettext_lazy("a right", "See"),
    "edit": pgettext_lazy("a right", "See and edit"),
    "sign": pgettext_lazy("a right", "See, edit and sign"),
}

ATTACHMENT_KINDS: dict[str, Promise] = {
    "publicity": _("Evidence of publicity"),
    "evidence": _("Evidence of a value"),
    "other": _("Other document"),
}

AGE_GROUPS: dict[str, Promise] = {
    "under_18": _("under 18"),
    "18_60": _("18 to 60"),
    "over_60": _("over 60"),
    "unknown": pgettext_lazy("an age", "not known"),
}

SEX_GROUPS: dict[str, Promise] = {
    "female": _("Women"),
    "male": _("Men"),
    "other": pgettext_lazy("persons of another sex", "Other"),
    "unknown": pgettext_lazy("persons of unknown sex", "Not known"),
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

REFUSALS: dict[str, Promise] = {
    "not_logged_in": _("You are not logged in, or your account is closed."),
    "not_administrator": _("Only an administrator may do this."),
    "own_account": _("Nobody closes their own account: ask another administrator."),
    "own_last_administrator_role": _("This is your last role as administrator: another administrator has to end it."),
    "not_auditor": _("The trail is open to the administrator and the audit authority."),
    "not_responsible_authority": _("Only the responsible authority of the programme may do this."),
    "no_role_for_programme": _("You hold no role for this programme."),
    "programme_as_everybody_reads_it": _(
        "Members of the monitoring committee and beneficiaries read the programme on its public pages, "
        "as everybody does."
    ),
    "version_in_progress": _("A version of this programme is still in progress: finish or withdraw it first."),
    "version_frozen": _("This version can no longer be changed: it has been validated, sent or closed."),
    "programme_entered_as_a_whole": _(
        "A programme of 2021-2027 is changed as a whole, by its workbook: its versions are not edited field by field."
    ),
    "programme_of_another_period": _("This workbook is that of a programme of 2021-2027."),
    "version_in_another_state": _(
        "The version is not in the state that this step begins from; somebody may have been quicker."
    ),
    "four_eyes": _("Four eyes: whoever entered or last validated the version cannot send it. Ask a colleague."),
    "version_was_sent": _("A version that was ever sent cannot be deleted."),
    "version_not_latest": _("A newer version of this programme is here: continue that one."),
    "only_version": _("This is the only version of the programme: import another document into it, or cancel it."),
    "no_role_for_grants": _("You hold no role for grants of this programme."),
    "no_role_for_situation": _("The overview is for those who run, check or evaluate the programme."),
    "situation_as_published": _(
        "Members of the monitoring committee see the figures as they are published: Overview in the side column leads "
        "to them."
    ),
    "no_role_for_published_figures": _(
        "This overview is for the monitoring committee, and for those who run, check or evaluate the programme."
    ),
    "not_managing_authority": _("Only the responsible authority, or a delegated authority in its part, may do this."),
    "grant_outside_your_part": _(
        "This grant is not in your part: its objective must be yours, and your body its delegated authority."
    ),
    "no_role_for_owners": _(
        "Beneficial owners are personal data: only the authorities of the grant, its beneficiary and the audit "
        "authority see them."
    ),
    "figures_not_counted": _("There are no figures to publish, or they are being counted again: try in some minutes."),
    "figures_published_lately": _(
        "Figures were published less than four weeks ago: two publications near to each other would tell who came in "
        "between."
    ),
    "grant_in_another_state": _("The grant is not in the state that this step begins from."),
    "report_not_submitted": _("The beneficiary is still writing this report: you read it once it is submitted."),
    "report_begun_already": _("This report has been begun already: open it from the list."),
    "report_in_another_state": _(
        "The report is not in the state that this step begins from; a colleague may have been quicker."
    ),
    "report_four_eyes": _(
        "Four eyes: whoever examined the report or corrected one of its values cannot accept it. Ask a colleague."
    ),
    "report_of_her_own": _("You signed this report for its beneficiary: colleagues of the authority decide on it."),
    "correction_begun_already": _("A correction of this report has been begun already."),
    "not_of_the_beneficiary": _("Only people of the beneficiary or of a partner may do this."),
    "not_of_the_grant": _("Only the authority of the grant and people of its beneficiary may do this."),
    "file_in_another_state": _("This file is no longer to be confirmed: somebody may have been quicker."),
    "file_has_errors": _(
        "Something is wrong in this file, so that nothing of it waits: correct it and send it in again."
    ),
    "no_right_to_edit": _(
        "You may read this grant, not fill its register or write its reports. A colleague who signs can change that."
    ),
    "no_right_to_sign": _("You have not been given the right to sign for this grant."),
    "cannot_give_rights": _("Only the authority of the grant, or somebody who signs for it, gives rights."),
    "last_signer": _("She is the only one who may sign: give a colleague that right first."),
    "own_role": _("You cannot give yourself a role: another administrator does."),
    "no_role_yet": _("You hold no role yet: an administrator gives it."),
    "key_of_another": _("This access key is somebody else's."),
    "administrator_exists": _("There is an administrator already."),
    "not_your_import": _("This upload belongs to somebody else."),
    "no_role_for_checks": _("You hold no role for the checks on the spot of this programme."),
    "controller_decided_on_a_report": _(
        "Four eyes: the authority carries this grant out itself, and you submitted, examined or accepted one of its "
        "reports. Ask a colleague to check it."
    ),
    "check_in_another_state": _("The check is not in the state that this step begins from."),
    "sample_not_looked_at": _("Somebody who was drawn has no finding yet."),
    "no_role_for_letters": _("Letters are open to the administrator and to the authorities."),
    "not_beneficiary": _("Only the beneficiary of the grant may do this."),
    "register_erased": _("The register of this grant was erased: its retention period is over."),
    "grant_not_signed": _("The grant is not signed yet."),
    "indicator_aimed_at": _("A grant has a target on this indicator: take the target away first."),
    "indicator_declared": _("A value was declared for this indicator, so it stays."),
    "indicator_in_a_report": _("A report that was sent speaks of this indicator, so it stays."),
    "indicator_of_erased_register": _("A register that was erased counts on in this indicator, so it stays."),
}


def refusal_reason(key: str) -> Promise | str:
    """The sentence for a reason; the key itself only if somebody forgot to write one (a test finds it)."""
    return REFUSALS.get(key, key)
