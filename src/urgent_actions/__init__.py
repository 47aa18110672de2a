"""Urgent actions: who may write to whom about a person at risk, how, when, and why not.

Every public name is here, and none is made before it is used, so that importing costs next to nothing:

>>> import urgent_actions
>>> urgent_actions.Country("RU")
Country(code='RU')

The names stand in `__init__.pyi` too, where type checkers and editors read them; the tests hold the two together.
"""

_HOMES = {
    "Accreditation": "missions",
    "ActionReport": "action_report",
    "AddressState": "values.address_state",
    "Advice": "rules.advice",
    "AnswerChange": "guidance.changes",
    "Attempt": "rules.attempt",
    "Basis": "action_report",
    "BlanksLeft": "errors",
    "Case": "case",
    "CaseHistory": "case_history",
    "CaseReference": "values.case_reference",
    "CaseStatus": "values.case_status",
    "Change": "guidance.change",
    "ChannelKind": "values.channel_kind",
    "Choice": "case",
    "ContactChannel": "contact_channel",
    "Country": "values.country",
    "Deadline": "values.deadline",
    "Decision": "rules.decision",
    "Diagnostic": "bulletins.diagnostic",
    "Diff": "guidance.changes",
    "Edition": "edition",
    "EditionKind": "edition",
    "Effect": "rules.effect",
    "EmailAddress": "values.email_address",
    "Facet": "guidance.change",
    "Finding": "values.finding",
    "Guidance": "guidance.guidance",
    "Handle": "values.handle",
    "Hours": "values.hours",
    "IndexNumber": "values.index_number",
    "InvalidData": "errors",
    "InvalidInput": "errors",
    "InvalidReport": "errors",
    "InvalidRules": "errors",
    "InvalidTable": "errors",
    "InvalidTemplate": "errors",
    "InvalidValue": "errors",
    "Language": "values.language",
    "Lead": "values.lead",
    "Letter": "letters.letter",
    "LetterTemplate": "letter_template",
    "Listing": "values.listing",
    "Message": "values.text",
    "MissingExtra": "errors",
    "Mission": "missions",
    "MissionDirectory": "missions",
    "Note": "note",
    "NoteKind": "note",
    "Option": "guidance.option",
    "Paper": "values.paper",
    "PartialDate": "values.partial_date",
    "PeopleChange": "case_history",
    "PhoneNumber": "values.phone_number",
    "Plan": "guidance.plan",
    "PostalAddress": "values.postal_address",
    "PreparedCase": "guidance.prepared_case",
    "PrintedLetter": "letters.printed_letter",
    "Problem": "errors",
    "Publisher": "values.publisher",
    "Reading": "bulletins.reading",
    "Role": "guidance.step",
    "Rule": "rules.rule",
    "RuleBook": "rules.rulebook",
    "RuleChange": "guidance.changes",
    "Scope": "rules.scope",
    "Sender": "sender",
    "Severity": "values.severity",
    "Source": "values.source",
    "Span": "bulletins.reading",
    "Standing": "rules.trace",
    "Status": "rules.effect",
    "Step": "guidance.step",
    "Subject": "case",
    "SubjectLine": "bulletins.subject_line",
    "SubjectNews": "case",
    "TableMismatch": "errors",
    "Tally": "totals.tally",
    "Target": "target",
    "TargetKind": "values.target_kind",
    "TemplateText": "letter_template",
    "Text": "values.text",
    "Trace": "rules.trace",
    "Transit": "values.transit",
    "UnknownRule": "errors",
    "UnknownTarget": "errors",
    "Unreached": "guidance.plan",
    "UnreadText": "bulletins.reading",
    "UnreadableBulletin": "errors",
    "UrgentActionsError": "errors",
    "WebLink": "values.web_link",
    "Window": "values.window",
    "countries_of": "values.region",
    "diff": "guidance.diff",
    "docx_of": "letters.docx_of",
    "envelope_address": "letters.envelope_address",
    "explain": "guidance.explain",
    "find_country": "values.country_names",
    "from_json": "formats.json",
    "guidance_document": "formats.guidance_json",
    "guide": "guidance.guide",
    "holiday_rules": "guidance.holiday_rules",
    "implied_rules": "guidance.implied",
    "json_schema": "formats.schema",
    "lint_case": "guidance.lint_case",
    "lint_rules": "rules.lint_rules",
    "pdf_of": "letters.pdf_of",
    "plan": "guidance.plan",
    "print_letter": "letters.print_letter",
    "read_bulletin": "bulletins.read_bulletin",
    "read_embassy_database": "formats.embassy_database",
    "read_missions_csv": "formats.missions_csv",
    "read_missions_toml": "formats.missions_toml",
    "read_reports": "formats.json_lines",
    "read_rules": "formats.rules_toml",
    "read_subject_line": "bulletins.read_subject_line",
    "reading_document": "formats.reading_json",
    "rule_pack": "formats.rule_packs",
    "rule_packs": "formats.rule_packs",
    "tally": "totals.tally",
    "text_of": "bulletins.text_of",
    "to_json": "formats.json",
    "transit_days": "values.transit",
    "what_if": "guidance.what_if",
    "write_bulletin": "bulletins.write_bulletin",
    "write_letter": "letters.write_letter",
    "write_missions_csv": "formats.missions_csv",
    "write_missions_toml": "formats.missions_toml",
    "write_report": "formats.json_lines",
    "write_rules": "formats.rules_toml",
}

__all__ = list(_HOMES)


def __dir__() -> list[str]:
    return sorted({*globals(), *_HOMES})


def __getattr__(name: str) -> object:
    """Make a public name when it is first asked for (PEP 562), and keep it."""
    from importlib import import_module

    if name not in _HOMES:
        complaint = f"module {__name__!r} has no attribute {name!r}"
        if not name.startswith("__"):  # Python and its tools ask for such names and expect a quick no
            complaint += "; " + import_module(f"{__name__}.errors").did_you_mean(name, __all__)
        # without obj= the interpreter adds no second suggestion below this one
        raise AttributeError(complaint, name=name)
    value: object = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = value
    return value
