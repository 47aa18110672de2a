"""A guidance in words, for a supporter to read from top to bottom."""

from collections.abc import Iterator
from functools import partial
from itertools import groupby

from urgent_actions.case import Case, Choice
from urgent_actions.guidance.guidance import Guidance
from urgent_actions.guidance.option import Option
from urgent_actions.guidance.said import said
from urgent_actions.guidance.words import STATUSES, TARGETS
from urgent_actions.rules.advice import Advice, explain_rule
from urgent_actions.rules.rule import Rule
from urgent_actions.salutation import greeting_for
from urgent_actions.target import Target
from urgent_actions.values.arguments import refuse_wrong
from urgent_actions.values.catalog import SUPPORTED
from urgent_actions.values.clock import clock_of
from urgent_actions.values.language import Language
from urgent_actions.values.listing import Listing
from urgent_actions.values.printable import printable
from urgent_actions.values.text import ENGLISH, Message, Value
from urgent_actions.values.text_table import display_width

_MARGIN = "   "

_CHOICES = {
    Choice.ANY: Message("Write to any of these."),
    Choice.ALL: Message("Write to each of these."),
    Choice.ONE: Message("Write to the one named here."),
}


def explain(guidance: Guidance, locale: Language | str = "en") -> str:
    """Every target with every channel, its status and address and, for what is not open, why not and what instead.

    Args:
        guidance: what `guide` answered.
        locale: the reader's language, English where there is no catalog for it; sentences, dates and country names are
            in it, the words of the bulletin stay.

    Returns:
        Lines of plain text, of any length.
    """
    refuse_wrong(guidance=(guidance, Guidance))
    asked = Language.of(locale)
    reader = asked if asked.code in SUPPORTED else ENGLISH
    return "\n".join(map(printable, _lines(guidance, reader)))


def _lines(guidance: Guidance, locale: Language) -> Iterator[str]:
    yield from _facts(guidance, locale)
    everywhere = _shared(guidance.options)
    if guidance.closed_throughout:
        yield ""
        yield Message("Nothing can be sent on this day:").say(locale)
    elif everywhere:
        yield ""
    yield from (_reason(rule, locale) for rule in everywhere)
    for message in guidance.unknown:
        yield ""
        yield message.say(locale)
    for number, target in enumerate(guidance.targets, start=1):
        yield ""
        yield f"{number}. {target}"
        yield _MARGIN + _described(target, locale)
        greeting = greeting_for(guidance.case, target, guidance.case.edition.language)
        yield _MARGIN + Message("salutation: {greeting}", {"greeting": greeting}).say(locale)
        yield from _target_lines(guidance, guidance.of(target.id), everywhere, locale)


def _target_lines(
    guidance: Guidance, options: tuple[Option, ...], everywhere: tuple[Rule, ...], locale: Language
) -> Iterator[str]:
    """What holds for all channels of the target is said once; so is what holds for several in a row."""
    if not options:
        yield _MARGIN + Message("The bulletin gives no way to reach this target.").say(locale)
    for_all = tuple(rule for rule in _shared(options) if rule not in everywhere) if len(options) > 1 else ()
    yield from (_MARGIN + _reason(rule, locale) for rule in for_all)
    margin = _MARGIN + " " * (_width(locale) + 2)
    remarks = partial(_remarks, guidance=guidance, said_above={*everywhere, *for_all}, locale=locale)
    for lines, alike in groupby(options, key=remarks):
        for option in alike:
            status = STATUSES[option.status].say(locale)
            padding = " " * (_width(locale) - display_width(status))
            yield f"{_MARGIN}{status}{padding}  {said(option.channel, locale)}"
        yield from (margin + line for line in lines)


def _remarks(option: Option, *, guidance: Guidance, said_above: set[Rule], locale: Language) -> tuple[str, ...]:
    """Why an option is as it is, when it opens again, and what to do instead."""
    reasons = (_reason(rule, locale) for rule in _rules(option) if rule not in said_above)
    opens = [message.say(locale) for message in _openings(option.advice)]
    instead = (_instead(other, locale) for other in guidance.instead_of(option.advice)[:1])
    return (*reasons, *opens, *instead)


def _openings(advice: Advice) -> Iterator[Message]:
    """When a closed way opens: at an hour of the same day, or else on a day."""
    if advice.reopens_at:
        yield Message("It opens at {hour}.", {"hour": clock_of(advice.reopens_at)})
    elif advice.reopens:
        yield Message("It opens on {day}.", {"day": advice.reopens})


def _shared(options: tuple[Option, ...]) -> tuple[Rule, ...]:
    """The rules that apply to all of them, in the order of the first."""
    if not options:
        return ()
    return tuple(rule for rule in _rules(options[0]) if all(rule in _rules(option) for option in options))


def _rules(option: Option) -> tuple[Rule, ...]:
    return (*option.advice.because, *option.advice.also)


def _reason(rule: Rule, locale: Language) -> str:
    return explain_rule(rule).say(locale)


def _width(locale: Language) -> int:
    return max(display_width(label.say(locale)) for label in STATUSES.values())


def _facts(guidance: Guidance, locale: Language) -> Iterator[str]:
    case = guidance.case
    yield f"{case.reference}  {case.title}" if case.title else str(case.reference)
    for message in _known(case, locale):
        yield message.say(locale)
    where: dict[str, Value] = {"country": guidance.sender.country, "day": guidance.on}
    yield Message("For a sender in {country}, on {day}.", where).say(locale)
    if case.choose is not None and guidance.usable:
        yield _CHOICES[case.choose].say(locale)


def _known(case: Case, locale: Language) -> Iterator[Message]:
    if case.subjects:
        yield Message("At risk: {subjects}", {"subjects": Listing(map(str, case.subjects))})
    if case.country:
        yield Message("Country: {country}", {"country": case.country.name(locale)})
    if case.publisher:
        yield Message("Published by: {publisher}", {"publisher": str(case.publisher)})
    if case.issued:
        yield Message("Issued: {day}", {"day": case.issued})
    yield _deadline(case)


def _deadline(case: Case) -> Message:
    if case.deadline is None:
        return Message("Deadline: none given")
    day = {"day": case.deadline.on}
    if case.deadline.assumed:
        return Message("Deadline: {day}, assumed, for the bulletin gives none", day)
    return Message("Deadline: {day}", day)


def _described(target: Target, locale: Language) -> str:
    described = TARGETS[target.kind]
    if target.country:
        represents = Message("represents {country}", {"country": target.country})
        described = Message("{one}; {other}", {"one": described, "other": represents})
    if target.accredited_to:
        accredited = Message("accredited to {country}", {"country": target.accredited_to})
        described = Message("{one}; {other}", {"one": described, "other": accredited})
    return described.say(locale)


def _instead(option: Option, locale: Language) -> str:
    blanks = {"target": option.target.post, "channel": said(option.channel, locale)}
    return Message("Instead: {target}, {channel}", blanks).say(locale)
