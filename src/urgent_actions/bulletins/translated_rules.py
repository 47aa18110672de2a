"""The rules about post in a translated bulletin: what a label closes, and for whom."""

from collections.abc import Iterator
from typing import Any

import attrs

from urgent_actions.bulletins.instructions import Instruction
from urgent_actions.bulletins.piece import Piece, hull
from urgent_actions.bulletins.postal_rules import rule_of
from urgent_actions.bulletins.translated_fields import Field
from urgent_actions.bulletins.translated_values import BETWEEN
from urgent_actions.bulletins.translated_words import meaning_of, word_for, words_of
from urgent_actions.case import Case
from urgent_actions.errors import InvalidValue, Problem
from urgent_actions.rules.rule import Rule
from urgent_actions.target import Target
from urgent_actions.values.country import Country
from urgent_actions.values.language import Language, find_language
from urgent_actions.values.text import Text


def read_rule(said: dict[str, Any], case: Case, tag: str) -> Rule:
    """The rule that a field states.

    Raises:
        InvalidValue: it gives no reason, or names no place, no country or no target of the case.
    """
    field: Field = said["field"]
    if not field.pieces:
        raise InvalidValue(Problem("no-reason", "the rule gives no reason", way_out="say why behind its label"))
    piece, words = hull(field.pieces), list(said["said"])
    language = _language(words, tag, fewest=0 if field.name == "no_post" else 1)
    instruction = Instruction(piece)
    if field.name == "post_only":
        instruction = Instruction(piece, frozenset(meaning_of(tag, "kinds", word) for word in words))
    elif field.name == "no_post_to":
        instruction = Instruction(piece, country=Country.parse(words[0] if words else ""))
    return _rule(instruction, _concerned(said, case), case, Text.of(field.line, language))


def _language(words: list[str], tag: str, *, fewest: int) -> Language:
    """The language that the last of the words names, which is taken off the list; otherwise that of the page."""
    named = find_language(words[-1]) if len(words) > fewest else None
    if named is None or words[-1].casefold() in map(str.casefold, words_of(tag, "kinds")):
        return Language(tag)
    words.pop()
    return named


def _concerned(said: dict[str, Any], case: Case) -> Target | None:
    number = said.get("concerns")
    if number is not None and not 1 <= number <= len(case.targets):
        raise InvalidValue(Problem("no-such-target", f"the rule concerns target {number} of {len(case.targets)}"))
    return case.targets[number - 1] if number else None


def _rule(instruction: Instruction, target: Target | None, case: Case, reason: Text) -> Rule:
    return attrs.evolve(rule_of(instruction, target, case), reason=reason)


def rule_fields(rule: Rule, case: Case, tag: str) -> list[tuple[str, str, str]]:
    """The fields that state a rule, as name, word in brackets and value; none where the layout cannot state it."""
    bare = attrs.evolve(case, rules=())
    if not isinstance(rule.reason, Text) or len(rule.reason.words) > 1:
        return []
    reason, (language,) = rule.reason, rule.reason.languages
    for number, target in enumerate((None, *case.targets)):
        for name, said, instruction in _shapes(rule, tag):
            if _rule(instruction, target, bare, reason) == rule:
                concerns = [("concerns", "", str(number))] if number else []
                spoken = "" if language.tag == tag else language.name(tag)
                return [(name, BETWEEN.join(filter(None, (said, spoken))), str(reason)), *concerns]
    return []


def _shapes(rule: Rule, tag: str) -> Iterator[tuple[str, str, Instruction]]:
    """What the rule may be, as it would be labelled."""
    piece = Piece(str(rule.reason), 0, len(str(rule.reason)))
    kinds = sorted({str(kind) for scope in rule.unless for kind in scope.kinds})
    if kinds:
        said = BETWEEN.join(word_for(tag, "kinds", kind) for kind in kinds)
        yield "post_only", said, Instruction(piece, frozenset(kinds))
    for country in rule.when.countries:
        yield "no_post_to", country.name(tag), Instruction(piece, country=country)
    yield "no_post", "", Instruction(piece)
