"""The advice on every channel of a case for one sender on one day, and where to write instead."""

from collections.abc import Iterator
from datetime import date

import attrs

from urgent_actions.case import Case
from urgent_actions.guidance.option import Option
from urgent_actions.guidance.said import said
from urgent_actions.guidance.words import STATUSES
from urgent_actions.rules.advice import Advice
from urgent_actions.rules.rule import Rule
from urgent_actions.sender import Sender
from urgent_actions.target import Target
from urgent_actions.values.arguments import refuse_wrong
from urgent_actions.values.html_table import html_table
from urgent_actions.values.language import Language
from urgent_actions.values.text import Message


@attrs.frozen
class Guidance:
    """What one sender can do in one case on one day.

    Args:
        case: the case.
        sender: the sender's profile: country, languages, ties; no name.
        on: the day.
        options: every channel of every target with its advice, in the order of the bulletin.
        unknown: what could not be found out, with the way out; an answer, not an error.
    """

    case: Case
    sender: Sender
    on: date = attrs.field(kw_only=True)
    options: tuple[Option, ...] = attrs.field(kw_only=True)
    unknown: tuple[Message, ...] = attrs.field(default=(), kw_only=True)

    @property
    def targets(self) -> tuple[Target, ...]:
        """Those of the case, an embassy that it only asks for being the one that was found, and those that joined."""
        found = {target.id: target for target in self.case.targets}
        return tuple((found | {option.target.id: option.target for option in self.options}).values())

    @property
    def usable(self) -> tuple[Option, ...]:
        """What can be done: preferred and open ways first, then those that need care."""
        usable = (option for option in self.options if option.usable)
        return tuple(sorted(usable, key=lambda option: (option.status, not option.advice.preferred)))

    @property
    def closed_throughout(self) -> tuple[Rule, ...]:
        """The rules that close every option, such as those on a case that has ended."""
        if not self.options or self.usable:
            return ()
        shared = set.intersection(*(set(option.advice.because) for option in self.options))
        return tuple(rule for rule in self.options[0].advice.because if rule in shared)

    def of(self, target_id: str) -> tuple[Option, ...]:
        """The options of one target.

        Raises:
            UnknownTarget: the case has no such target.
        """
        found = tuple(option for option in self.options if option.target.id == target_id)
        if not found:
            self.case.target(target_id)  # a target without channels has no options, an unknown one is refused
        return found

    def instead_of(self, advice: Advice) -> tuple[Option, ...]:
        """Where to write instead of a closed way, best first; empty where it is not closed, or nothing is open.

        The same way to another target that answers for the same state comes first ("post it to the embassy"), then the
        other ways to the same target, then the rest; among these what is preferred and open goes before what needs
        care, and a target that only gets a copy comes last.
        """
        refuse_wrong(advice=(advice, Advice))
        if advice.usable:
            return ()
        return tuple(sorted(self.usable, key=lambda option: _distance(option, advice)))

    def rows(self, locale: Language | str = "en") -> list[tuple[str, str, str, str, str]]:
        """Target, channel with address, status, explanation, and what to do instead, of every option, as text."""
        return [
            (
                option.target.post,
                said(option.channel, locale),
                STATUSES[option.status].say(locale),
                "\n".join((*option.advice.explain(locale), *option.advice.remarks(locale))),
                "".join(_way(other, locale) for other in self.instead_of(option.advice)[:1]),
            )
            for option in self.options
        ]

    def __iter__(self) -> Iterator[Option]:
        return iter(self.options)

    def _repr_html_(self) -> str:
        header = ("Target", "Channel", "Status", "Why", "Instead")
        return html_table(self.rows(), header=header, caption=str(self.case.reference))


def _way(option: Option, locale: Language | str) -> str:
    blanks = {"target": option.target.post, "channel": said(option.channel, locale)}
    return Message("{target}, {channel}", blanks).say(locale)


def _distance(option: Option, advice: Advice) -> tuple[bool, int, bool, bool]:
    """How far an option is from what was meant; the smaller, the nearer."""
    meant, attempt = advice.attempt, option.advice.attempt
    if attempt.channel is meant.channel and attempt.country == meant.country:
        nearness = 0
    else:
        nearness = 1 if attempt.target == meant.target else 2
    return option.target.copy, nearness, not option.advice.preferred, bool(option.status)
