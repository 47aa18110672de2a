"""A reading in the shape of the `*.expected.json` files, which say what a careful person reads out of a bulletin."""

import re
from datetime import date

from urgent_actions.rules.attempt import Attempt
from urgent_actions.rules.effect import Effect
from urgent_actions.values.channel_kind import ChannelKind
from urgent_actions.values.index_number import IndexNumber
from urgent_actions.values.phone_number import PhoneNumber
from urgent_actions.values.postal_address import PostalAddress
from urgent_actions.values.target_kind import TargetKind

KINDS = {
    TargetKind.OFFICIAL: "official",
    TargetKind.COMPANY: "official",
    TargetKind.EMBASSY: "embassy",
    TargetKind.MISSION: "mission",
}
FAMILIES = {"external appeal": "A", "public appeal": "B", "network mail": "C", "web post": "H"}
FAMILIES |= {"write immediately": "D", "labelled template": "E", "web page 2016": "F", "web page 2017": "G"}
FAMILIES |= {"model letter": "I", "French bulletin": "J", "Spanish bulletin": "K", "loose letter": "MN"}
CHANNELS = {"telex": "other"}


def as_expected(reading):
    """What was read, field by field as in the expected files; notes as their number."""
    case = reading.case
    deadline = case.deadline
    return {
        "family": FAMILIES.get(reading.family, reading.family),
        "language": case.edition.language.tag,
        "reference": _reference(reading),
        "ordinal": case.edition.ordinal,
        "is_update": case.edition.is_update,
        "index": str(case.edition.index) if case.edition.index else None,
        "title": case.title,
        "country": _code(case.country),
        "issued": str(case.issued) if case.issued and not case.issued.is_month else None,
        "deadline": str(deadline.last_day) if deadline else None,
        "deadline_precision": ("month" if deadline.on.is_month else "day") if deadline else None,
        "status": str(case.status),
        "ended_on": str(case.ended_on) if case.ended_on else None,
        "choose": str(case.choose) if case.choose else None,
        "languages": [language.tag for language in case.languages],
        "targets": [_target(target) for target in case.targets],
        "restrictions": [_restriction(rule, case) for rule in case.rules if _closes_post(rule)],
        "letter": _letter(case.letter),
        "notes": _notes(case),
    }


def comparable(expected):
    """An expected file with what is a matter of taste put aside: how an address is cut, how a note is worded.

    An index number is compared by its parts: `AFR 54/38/93` is AFR 54/038/1993.
    """
    index = IndexNumber.parse(expected["index"]) if expected["index"] else None
    said = {**expected, "notes": len(expected["notes"]), "index": str(index) if index else None}
    said["targets"] = [_comparable_target(target) for target in expected["targets"]]
    return said


def _comparable_target(target):
    channels = [{**channel, "value": bare(channel["value"])} for channel in target["channels"]]
    return {**target, "name": small(target["name"]), "address": joined(target["address"]), "channels": channels}


def small(name):
    """A name without letter case."""
    return name.casefold() if name else name


def bare(value):
    """An address without the scheme that a web page needs, and the text need not print."""
    return value.removeprefix("https://www").removeprefix("www") if value else value


def joined(lines):
    """An address without blanks and commas."""
    return "".join(re.sub(r"[\s,]", "", line) for line in lines)


def _reference(reading):
    reference = reading.case.reference
    if any(remark.code == "reference-by-caller" for remark in reading.diagnostics):
        return None
    return {"series": reference.series, "number": reference.number, "year": reference.year}


def _code(country):
    return country.code if country else None


def _target(target):
    post = [channel.address for channel in target.by("post") if channel.address]
    return {
        "name": small(target.name),
        "office": target.office,
        "organisation": target.organisation,
        "kind": KINDS.get(target.kind, "other"),
        "country": _code(target.country),
        "accredited_to": _code(target.accredited_to),
        "copy": target.copy,
        "salutation": str(target.salutation) if target.salutation else None,
        "address": joined(post[0].lines) if post else "",
        "channels": [_channel(channel) for channel in target.channels if channel.kind is not ChannelKind.POST],
    }


def _channel(channel):
    address = channel.address
    printed = address.value if isinstance(address, PhoneNumber) else str(address) if address else None
    if channel.kind is ChannelKind.TELEX and channel.note:
        printed = f"{printed} {channel.note}"
    if isinstance(address, PostalAddress):
        printed = ", ".join(address.lines)
    withheld = str(channel.state) == "withheld"
    return {
        "kind": CHANNELS.get(str(channel.kind), str(channel.kind)),
        "value": None if withheld else bare(printed or channel.printed),
        "redacted": withheld,
    }


def _closes_post(rule):
    """Whether a rule is what the expected files call a restriction; any other one they list among the notes."""
    return rule.effect is Effect.CLOSE and rule.when.channels == {ChannelKind.POST}


def _restriction(rule, case):
    """For whom a rule closes post, to whom it leaves it open, and whether it names the pandemic."""
    day = rule.during.first.earliest if rule.during.first else date(2020, 1, 1)
    closed, instead = [], []
    for number, target in enumerate(case.targets):
        attempt = Attempt(
            case.reference,
            day,
            target=target.id,
            target_kind=target.kind,
            country=target.country,
            channel=ChannelKind.POST,
        )
        excepted = any(attempt in scope for scope in rule.unless)
        if attempt in rule.when:
            (instead if excepted else closed).append(number)
    cause = "COVID-19" if "COVID" in str(rule.reason) else None
    return {"channel": "post", "closed_for": closed, "instead": instead, "cause": cause}


def _letter(letter):
    return {"opening": letter.texts[0].opening, "language": letter.texts[0].language.tag} if letter else None


def _notes(case):
    return len(case.notes) + sum(not _closes_post(rule) for rule in case.rules)
