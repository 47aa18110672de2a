"""Rules of sentences that do more than close post: who takes care, which way is better when, and what else to know."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import attrs

from urgent_actions.bulletins.asked_words import languages_named
from urgent_actions.bulletins.instructions import Instruction
from urgent_actions.bulletins.patterns import one_of
from urgent_actions.bulletins.word_lists import word_list
from urgent_actions.bulletins.wording import Wording
from urgent_actions.case import Case
from urgent_actions.rules.effect import Effect
from urgent_actions.rules.rule import Rule
from urgent_actions.rules.scope import Scope
from urgent_actions.target import Target
from urgent_actions.values.channel_kind import ChannelKind
from urgent_actions.values.lead import Lead
from urgent_actions.values.text import Text
from urgent_actions.values.window import Window

_WEEK = 7
_COUNT = re.compile(
    r"(?P<more>more than |plus de |más de |mehr als )?\b(?P<number>\w{1,6}) (?:full )?"
    r"(?:(?P<weeks>weeks?|semaines?|semanas?|wochen?)|days?|jours?|días?|tagen?|tage)\b",
    re.IGNORECASE,
)


@attrs.frozen(eq=False)
class _Given:
    """A sentence, in whose block it stands, and the case without its rules."""

    instruction: Instruction
    target: Target | None
    case: Case


def narrower_rules(instruction: Instruction, target: Target | None, case: Case) -> Iterator[Rule]:
    """The rules that a sentence of a `narrower` entry of the word list states: one, or two where it says "otherwise".

    Args:
        instruction: the sentence, with the name of its entry.
        target: in whose block it stands, if in any.
        case: the case without its rules.
    """
    entry = next(entry for entry in word_list("instructions")["narrower"] if entry["name"] == instruction.name)
    said, other = _halves(instruction.reason, entry)
    lead = _counted(said) if entry.get("counted") else Lead.parse(entry["lead"]) if "lead" in entry else None
    yield _rule(entry, said, _Given(instruction, target, case), lead)
    if other and lead is not None and lead.least is not None and channels_named(other):
        less = Lead(None, lead.least - 1)
        named = {**entry, "name": f"{entry['name']}, otherwise", "named": "all"}
        yield _rule(named, other, _Given(instruction, target, case), less)


def _halves(text: str, entry: Mapping[str, Any]) -> tuple[str, str]:
    """What is said, and what is said behind "otherwise", where that stands."""
    found = one_of(tuple(entry["otherwise"]), before="").search(text) if "otherwise" in entry else None
    return (text[: found.start()], text[found.end() :]) if found else (text, "")


def _rule(entry: Mapping[str, Any], said: str, given: _Given, lead: Lead | None) -> Rule:
    """The rule of an entry; one about ties speaks of the country of the case."""
    case, target = given.case, given.target
    speakers = languages_named(said) if entry.get("speaks") else []
    return Rule(
        f"{case.reference}: {entry['name']}{f' ({target.id})' if target else ''}",
        Effect.of(entry["effect"]),
        when=Scope(
            cases={case.reference},
            ties={case.country} if entry.get("ties") and case.country else frozenset(),
            targets={target.id} if target else frozenset(),
            channels=frozenset(entry.get("channels", ())) | _channels(entry, said),
            lead=lead,
        ),
        unless=(Scope(languages=frozenset(speakers)),) if speakers else (),
        during=Window(case.issued),
        reason=Text.of(given.instruction.reason),
        source=case.source,
    )


def _channels(entry: Mapping[str, Any], said: str) -> frozenset[ChannelKind]:
    """The ways that the sentence names, as its entry asks: none of them, the first, or all."""
    named = channels_named(said) if "named" in entry else []
    return frozenset(named[:1] if entry.get("named") == "first" else named)


def channels_named(text: str) -> list[ChannelKind]:
    """The ways to write that a sentence names, in its order."""
    found = [(match.start(), kind) for kind, pattern in _names() for match in pattern.finditer(text)]
    return list(dict.fromkeys(kind for _, kind in sorted(found, key=lambda one: one[0])))


@cache
def _names() -> tuple[tuple[ChannelKind, Wording], ...]:
    lists = word_list("instructions")["named_channels"]
    return tuple((ChannelKind.of(kind), one_of(tuple(words))) for kind, words in lists.items())


def _counted(text: str) -> Lead | None:
    """At least as many days as the sentence says: `two weeks` is 14, `more than seven days` is 8."""
    for found in _COUNT.finditer(text):
        number = _number(found["number"])
        if number is not None:
            return Lead(number * (_WEEK if found["weeks"] else 1) + bool(found["more"]))
    return None


def _number(word: str) -> int | None:
    if word.isdecimal():
        return int(word)
    numbers = word_list("instructions")["numbers"]
    return next((int(number) for number, words in numbers.items() if word.casefold() in words), None)
