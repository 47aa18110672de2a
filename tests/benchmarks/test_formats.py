"""How fast documents are read and written, against cattrs as it comes and against JSON alone."""

import json
from datetime import date

import orjson
from cattrs import Converter

from urgent_actions.action_report import ActionReport
from urgent_actions.case import Case
from urgent_actions.contact_channel import Address, ContactChannel
from urgent_actions.formats.addresses import read_address, write_address
from urgent_actions.formats.json import from_json, to_json
from urgent_actions.formats.json_lines import read_reports, write_report
from urgent_actions.formats.value_forms import VALUE_FORMS
from urgent_actions.target import Target
from urgent_actions.values.case_reference import CaseReference
from urgent_actions.values.channel_kind import ChannelKind
from urgent_actions.values.postal_address import PostalAddress


def plain_cattrs():
    """cattrs that knows our values and refuses unknown keys, and has no other strictness."""
    converter = Converter(forbid_extra_keys=True, omit_if_default=True)
    for kind, form in VALUE_FORMS.items():
        converter.register_structure_hook_func(
            lambda one, kind=kind: one is kind, lambda text, _, form=form: form.parse(text)
        )
        converter.register_unstructure_hook_func(lambda one, kind=kind: one is kind, form.write)
    converter.register_structure_hook(Address | None, lambda given, _: None if given is None else read_address(given))
    converter.register_unstructure_hook(PostalAddress, write_address)
    return converter


def report(number):
    return ActionReport(
        f"r-{number}",
        CaseReference("UA", 1 + number % 50, year=2020),
        channel=list(ChannelKind)[number % 4],
        on=date(2020, 5, 1 + number % 30),
        target="prosecutor-general",
        country="US",
        supporter=f"{number:032x}",
    )


def test_reports(side_by_side, sizes):
    converter = plain_cattrs()
    reports = [report(number) for number in range(sizes(smoke=200, full=20_000))]
    lines = [write_report(one) for one in reports]

    def with_cattrs():
        return [converter.structure(orjson.loads(line)["action_report"], ActionReport) for line in lines]

    def written_with_cattrs():
        return [orjson.dumps({"urgent_actions": 1, "action_report": converter.unstructure(one)}) for one in reports]

    assert with_cattrs() == list(read_reports(lines)) == reports
    jobs = {
        "cattrs and orjson": (with_cattrs, "", ""),
        "json.loads alone": (lambda: [json.loads(line) for line in lines], "cattrs and orjson", 1),
        "read_reports": (lambda: list(read_reports(lines)), "cattrs and orjson", 1.2),
        "cattrs and orjson write": (written_with_cattrs, "", ""),
        "write_report": (lambda: list(map(write_report, reports)), "cattrs and orjson write", 1.1),
    }
    side_by_side(jobs, rounds=7)


def test_cases(side_by_side):
    converter = plain_cattrs()
    channels = [
        ContactChannel("email", read_address("office@example.org")),
        ContactChannel("phone", read_address("+12022985700")),
        ContactChannel("post", read_address(["1 Sample Street", "Sampletown", "COLOMBIA"])),
        ContactChannel.withheld("email", "[email protected]"),
    ]
    targets = [
        Target(f"office-{n}", "official", office=f"Office {n}", country="CO", channels=channels) for n in range(3)
    ]
    case = Case("UA 82/20", country="CO", summary="What happened. " * 400, targets=targets)
    text = to_json(case)
    assert converter.structure(json.loads(text)["case"], Case) == from_json(text, Case) == case
    jobs = {
        "cattrs and orjson": (
            lambda: [converter.structure(orjson.loads(text)["case"], Case) for _ in range(200)],
            "",
            "",
        ),
        "from_json": (lambda: [from_json(text, Case) for _ in range(200)], "cattrs and orjson", 1.2),
        "cattrs and orjson write": (
            lambda: [orjson.dumps({"case": converter.unstructure(case)}) for _ in range(200)],
            "",
            "",
        ),
        "to_json": (lambda: [to_json(case) for _ in range(200)], "cattrs and orjson write", 1.1),
    }
    side_by_side(jobs, rounds=7)
