"""What is wrong, superfluous or out of date in a book of rules, although each rule by itself is right.

Every finding is certain; what only might be so is not told. The laws, each held by a property test: a rule that is said
never to apply applies to no attempt, a rule that is said to be redundant changes no status by leaving, and wherever a
preference that is said to be contradicted applies on that day, what contradicts it applies too.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from types import MappingProxyType

from urgent_actions.errors import Problem, refuse_if
from urgent_actions.rules.effect import Effect, Status
from urgent_actions.rules.inclusion import apart, includes, used_up
from urgent_actions.rules.rule import Rule
from urgent_actions.rules.rulebook import RuleBook
from urgent_actions.rules.scope import Scope
from urgent_actions.values.arguments import refuse_wrong
from urgent_actions.values.finding import Finding
from urgent_actions.values.severity import Severity
from urgent_actions.values.window import Window

RULE_FINDINGS: Mapping[str, Severity] = MappingProxyType(
    {
        "never-applies": Severity.ERROR,
        "idle-exception": Severity.WARNING,
        "redundant-rule": Severity.WARNING,
        "contradiction": Severity.WARNING,
        "stale-rule": Severity.WARNING,
        "over-when-stated": Severity.INFO,
        "edition-out-of-order": Severity.WARNING,
        "source-without-url": Severity.INFO,
    }
)
"""The codes of what can be found in rules, and how much each matters."""

MOST_MONTHS = 1200


def lint_rules(book: RuleBook, *, on: date, months: int = 6) -> tuple[Finding, ...]:
    """Find the rules that can never apply, that another makes superfluous, that contradict, or that nobody checks.

    Args:
        book: the rules; but for the order of editions only those in force are looked at.
        on: the day on which it is asked what is out of date, and what contradicts.
        months: after how many months without a check a rule until further notice is out of date, from 1 to 1200.

    Returns:
        What was found, by kind in the order of `RULE_FINDINGS`, and rule by rule within a kind.

    Raises:
        InvalidValue: an argument is of another type, or the number of months is not from 1 to 1200.
    """
    refuse_wrong(book=(book, RuleBook), on=(on, date))
    found = (*findings_in_rules(book, on=on, months=months), *_without_url(book))
    return tuple(sorted(found, key=lambda finding: list(RULE_FINDINGS).index(finding.code)))


def findings_in_rules(book: RuleBook, *, on: date, months: int) -> Iterator[Finding]:
    """What can be found in any rules, those of a bulletin too, of which not every one has a page of its own."""
    for rule in book:
        yield from _never(rule)
        yield from _over_when_stated(rule)
    yield from _redundant(book)
    yield from _contradictions(book, on)
    yield from _stale(book, on, months)
    yield from _editions_out_of_order(book)


def place_of(rule: Rule) -> str:
    """How findings name a rule: by its id and, of a later edition, its number."""
    return f"rule {rule.id!r}" + (f", edition {rule.edition}" if rule.edition > 1 else "")


def finding_in(rule: Rule, code: str, what: str, way_out: str) -> Finding:
    """A finding in a rule."""
    return Finding(code, what, where=place_of(rule), way_out=way_out, severity=RULE_FINDINGS[code])


def _never(rule: Rule) -> Iterator[Finding]:
    if used_up(rule.when, rule.unless):
        what = "the rule never applies: its exceptions lift it wherever it speaks"
        yield finding_in(rule, "never-applies", what, "narrow the exceptions, or leave the rule out")
        return
    for number, exception in enumerate(rule.unless):
        if apart(rule.when, exception):
            what = f"unless[{number}] excepts nothing that the rule speaks of"
            yield finding_in(rule, "idle-exception", what, "leave the exception out, or mend what one of them asks")
        elif _is_within_another(number, rule.unless):
            what = f"unless[{number}] excepts nothing that another exception does not"
            yield finding_in(rule, "idle-exception", what, "leave the exception out")


def _is_within_another(number: int, exceptions: tuple[Scope, ...]) -> bool:
    """Whether another exception includes one; of equal ones only the later."""
    this = exceptions[number]
    return any(
        includes(other, this) and (place < number or not includes(this, other))
        for place, other in enumerate(exceptions)
        if place != number
    )


def _over_when_stated(rule: Rule) -> Iterator[Finding]:
    last, stated = rule.during.last, rule.source.stated
    if last is not None and stated is not None and last.latest < stated.earliest:
        what = f"the rule ended on {last}, before it was stated on {stated}"
        yield finding_in(rule, "over-when-stated", what, "check both dates; nobody could have known it while it held")


def _redundant(book: RuleBook) -> Iterator[Finding]:
    """Of rules that say the same the first one stays, so that all that is found may leave at once."""
    rules = book.in_force
    for number, rule in enumerate(rules):
        for place, other in enumerate(rules):
            if rule is not other and _covers(other, rule) and (place < number or not _covers(rule, other)):
                what = f"wherever the rule applies, {other.id!r} of the same publisher applies and is as strict"
                yield finding_in(rule, "redundant-rule", what, "leave the rule out, or give it a reason of its own")
                break


def _covers(wide: Rule, narrow: Rule) -> bool:
    """Whether one rule says, and said when the other was stated, all that the other says; two publishers may agree."""
    alike = wide.effect is narrow.effect and wide.reason == narrow.reason
    stricter = narrow.effect.status is not Status.OPEN and wide.effect.status >= narrow.effect.status
    known = wide.source.stated is None or (
        narrow.source.stated is not None and wide.source.stated.earliest <= narrow.source.stated.earliest
    )
    days = _has_days_of(wide.during, narrow.during)
    same = wide.source.publisher == narrow.source.publisher
    return (alike or stricter) and known and days and same and _applies_wherever(wide, narrow)


def _applies_wherever(wide: Rule, narrow: Rule) -> bool:
    """Whether one rule applies to every attempt to which the other does, their days aside."""
    return includes(wide.when, narrow.when) and all(
        apart(exception, narrow.when) or any(includes(own, exception) for own in narrow.unless)
        for exception in wide.unless
    )


def _has_days_of(wide: Window, narrow: Window) -> bool:
    early = wide.first is None or (narrow.first is not None and narrow.first.earliest >= wide.first.earliest)
    late = wide.last is None or (narrow.last is not None and narrow.last.latest <= wide.last.latest)
    return early and late


def _contradictions(book: RuleBook, on: date) -> Iterator[Finding]:
    today = [rule for rule in book if rule.holds_on(on)]
    closing = [rule for rule in today if rule.effect is Effect.CLOSE]
    for rule in today:
        if rule.effect is Effect.PREFER and not used_up(rule.when, rule.unless):
            for other in closing:
                if _applies_wherever(other, rule):
                    what = f"{_who(rule)} prefers what {other.id!r} ({_who(other)}) closes wherever it is preferred"
                    yield finding_in(rule, "contradiction", what, "ask both which of them is out of date")


def _who(rule: Rule) -> str:
    return rule.source.publisher or rule.source.title


def _stale(book: RuleBook, on: date, months: int) -> Iterator[Finding]:
    from dateutil.relativedelta import relativedelta

    if type(months) is not int or not 1 <= months <= MOST_MONTHS:
        refuse_if(
            [Problem("bad-months", f"{months!r} is not a number of months from 1 to {MOST_MONTHS}", where="months")]
        )
    for rule in book.stale(on, on - (on - relativedelta(months=months))):
        looked_at = rule.source.checked or rule.source.stated
        since = (
            f"nobody has checked it since {looked_at}" if looked_at else "nothing says when it was stated or checked"
        )
        what = f"the rule holds until further notice, and {since}"
        yield finding_in(rule, "stale-rule", what, "ask its source, and write the day into source.checked")


def _editions_out_of_order(book: RuleBook) -> Iterator[Finding]:
    editions: dict[str, list[Rule]] = {}
    for rule in sorted(book.rules, key=lambda rule: rule.edition):
        for older in editions.setdefault(rule.id, []):
            then, now = older.source.stated, rule.source.stated
            if then is not None and now is not None and now.latest < then.earliest:
                what = f"edition {rule.edition} was stated on {now}, before edition {older.edition} on {then}"
                yield finding_in(rule, "edition-out-of-order", what, "number the editions in the order of their dates")
        editions[rule.id].append(rule)


def _without_url(book: RuleBook) -> Iterator[Finding]:
    for rule in book:
        if rule.source.url is None:
            what = f"nobody can look up {rule.source.title!r}: the source has no url"
            yield finding_in(rule, "source-without-url", what, "give the page that states it as source.url")
