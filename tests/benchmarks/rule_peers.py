"""One book of twenty rules in the ways of several engines, so that they answer one question side by side.

A rule is told once, as facts; every engine gets it in its own language. A peer is asked only how many rules hold for
one channel: how they combine, and which of them decide, would be work on top of what is counted.
"""

from datetime import date
from importlib.util import find_spec

import attrs

from urgent_actions.case import Case
from urgent_actions.contact_channel import ContactChannel
from urgent_actions.edition import Edition
from urgent_actions.rules.rule import Rule
from urgent_actions.rules.rulebook import RuleBook
from urgent_actions.rules.scope import Scope
from urgent_actions.target import Target
from urgent_actions.values.email_address import EmailAddress
from urgent_actions.values.handle import Handle
from urgent_actions.values.phone_number import PhoneNumber
from urgent_actions.values.postal_address import PostalAddress
from urgent_actions.values.source import Source
from urgent_actions.values.web_link import WebLink
from urgent_actions.values.window import Window

ADDRESSES = {
    "post": PostalAddress(("1 Example Street", "Example City")),
    "email": EmailAddress("office@example.org"),
    "phone": PhoneNumber("+12025550100"),
    "fax": PhoneNumber("+12025550101"),
    "form": WebLink("https://example.org/write"),
    "twitter": Handle("example"),
}
CARRIERS = ("US", "CA", "AU", "NZ", "IE", "NO", "JP", "BR")


@attrs.frozen(kw_only=True)
class Fact:
    """A rule as plain facts; None asks nothing."""

    name: str
    effect: str
    kind: str | None = None
    channel: str | None = None
    sender: str | None = None
    tie: str | None = None
    first: date = date.min
    last: date = date.max


def facts():
    yield Fact(name="not issued yet", effect="close", last=date(2020, 5, 19))
    yield Fact(name="after the deadline", effect="caution", first=date(2020, 7, 2))
    yield Fact(name="post closed", effect="close", kind="official", channel="post", first=date(2020, 5, 20))
    yield Fact(name="forms break", effect="caution", kind="official", channel="form", first=date(2020, 6, 1))
    yield Fact(name="fax after hours", effect="note", channel="fax")
    yield Fact(name="call on workdays", effect="note", channel="phone")
    yield Fact(name="company by phone", effect="prefer", kind="company", channel="phone")
    yield Fact(name="company by post", effect="prefer", kind="company", channel="post")
    yield Fact(name="accounts gone", effect="close", kind="company", channel="twitter", first=date(2020, 6, 15))
    yield Fact(name="ties to RU", effect="caution", tie="RU")
    yield Fact(name="ties to BY", effect="caution", tie="BY")
    yield Fact(name="from RU", effect="caution", sender="RU")
    for number, sender in enumerate(CARRIERS):
        ends = {"first": date(2020, 5, 20 + number), "last": date(2020, 6, 10 + number)}
        yield Fact(name=f"no post from {sender}", effect="close", channel="post", sender=sender, **ends)


FACTS = tuple(facts())


def case():
    """Two targets with six channels each."""
    channels = tuple(ContactChannel(kind, address) for kind, address in ADDRESSES.items())
    targets = [Target(f"the-{kind}", kind, office=kind, channels=channels) for kind in ("official", "company")]
    return Case("UA 82/20", Edition(), targets=targets)


def book():
    return RuleBook(map(_rule, FACTS))


def _rule(fact):
    asked = {"kinds": fact.kind, "channels": fact.channel, "senders": fact.sender, "ties": fact.tie}
    return Rule(
        fact.name,
        fact.effect,
        when=Scope(**{facet: {value} for facet, value in asked.items() if value}),
        during=Window(*(None if end in {date.min, date.max} else end for end in (fact.first, fact.last))),
        reason=f"{fact.name}.",
        source=Source("A benchmark"),
    )


WAYS = [(kind, channel) for kind in ("official", "company") for channel in ADDRESSES]


def question(sender, on, kind, channel):
    """One channel as plain data, as engines take it."""
    ties = sorted(map(str, sender.ties))
    day = on.toordinal()
    return {"kind": kind, "channel": channel, "sender": str(sender.country), "ties": ties, "day": day}


# by hand


def by_hand(sender, on):
    """What a programmer would write who has these twenty rules and no library: a status and the reasons a channel."""
    if on < date(2020, 5, 20):
        return _NOT_YET
    country, ties = sender.country.code, sender.ties
    cautions = []
    if on >= date(2020, 7, 2):
        cautions.append("after the deadline")
    if ties:
        cautions += [f"ties to {tie}" for tie in ("BY", "RU") if tie in {one.code for one in ties}]
    if country == "RU":
        cautions.append("from RU")
    usual = (1, tuple(cautions)) if cautions else _OPEN
    span = _SPANS.get(country)
    no_post = (2, (f"no post from {country}",)) if span is not None and span[0] <= on <= span[1] else None
    form = (1, (*cautions, "forms break")) if on >= date(2020, 6, 1) else usual
    account = _ACCOUNTS_GONE if on >= date(2020, 6, 15) else usual
    post = (2, ("post closed", *no_post[1])) if no_post else _POST_CLOSED
    return post, usual, usual, usual, form, usual, no_post or usual, usual, usual, usual, usual, account


_OPEN = (0, ())
_NOT_YET = ((2, ("not issued yet",)),) * 12
_POST_CLOSED = (2, ("post closed",))
_ACCOUNTS_GONE = (2, ("accounts gone",))
_SPANS = {fact.sender: (fact.first, fact.last) for fact in FACTS if fact.sender and fact.effect == "close"}


# as expressions


def _expression(fact, *, equals="{} == '{}'", within="'{1}' in {0}", both=" and ", field="{}"):
    parts = [
        equals.format(field.format(name), value)
        for name, value in (("kind", fact.kind), ("channel", fact.channel), ("sender", fact.sender))
        if value
    ]
    parts += [within.format(field.format("ties"), fact.tie)] if fact.tie else []
    parts += [f"{field.format('day')} >= {fact.first.toordinal()}"] if fact.first > date.min else []
    parts += [f"{field.format('day')} <= {fact.last.toordinal()}"] if fact.last < date.max else []
    return both.join(parts) or "true"


def rule_engine():
    from rule_engine import Rule as Expression

    rules = [Expression(_expression(fact)) for fact in FACTS]
    return lambda asked: sum(rule.matches(asked) for rule in rules)


def zen():
    from zen import compile_expression

    rules = [compile_expression(_expression(fact)) for fact in FACTS]
    return lambda asked: sum(rule.evaluate(asked) for rule in rules)


def cel():
    from cel import compile as compiled

    rules = [compiled(_expression(fact, both=" && ")) for fact in FACTS]
    return lambda asked: sum(rule.execute(asked) for rule in rules)


def cedarpy():
    from cedarpy import PolicySet, is_authorized

    in_cedar = {"equals": '{} == "{}"', "within": '{0}.contains("{1}")', "both": " && ", "field": "context.{}"}
    said = (_expression(fact, **in_cedar) for fact in FACTS)
    policies = PolicySet.from_str("\n".join(f"forbid(principal, action, resource) when {{ {one} }};" for one in said))
    request = {"principal": 'User::"s"', "action": 'Action::"write"', "resource": 'Target::"t"'}
    return lambda asked: len(is_authorized(request | {"context": asked}, policies, []).diagnostics.reasons)


def vakt():
    """The one engine that tells only whether any rule holds."""
    from vakt import ALLOW_ACCESS, Guard, Inquiry, MemoryStorage, Policy, RulesChecker
    from vakt.rules import AnyIn, Eq, Greater, Less

    storage = MemoryStorage()
    for number, fact in enumerate(FACTS):
        asked = {name: Eq(value) for name in ("kind", "channel", "sender") if (value := getattr(fact, name))}
        asked |= {"ties": AnyIn(fact.tie)} if fact.tie else {}
        asked |= {"from": Greater(fact.first.toordinal() - 1)} if fact.first > date.min else {}
        asked |= {"until": Less(fact.last.toordinal() + 1)} if fact.last < date.max else {}
        anything = {"subjects": [Eq("s")], "resources": [Eq("t")], "actions": [Eq("write")]}
        storage.add(Policy(number, effect=ALLOW_ACCESS, context=asked, **anything))
    guard = Guard(storage, RulesChecker())

    def answer(asked):
        context = asked | {"from": asked["day"], "until": asked["day"]}
        return guard.is_allowed_check(Inquiry(subject="s", resource="t", action="write", context=context))

    return answer


PEERS = {make.__name__: make for make in (rule_engine, zen, cel, cedarpy, vakt) if find_spec(make.__name__)}
"""The engines that are installed here; `pip install -e '.[peers]'` brings them all."""
