"""A bulletin in a language other than English as a case."""

from collections.abc import Iterator

import attrs

from urgent_actions.bulletins.conclusions import tell_odd_deadline
from urgent_actions.bulletins.ledger import Ledger
from urgent_actions.bulletins.translated_fields import Field, translated_fields
from urgent_actions.bulletins.translated_parts import Parts, TranslatedParts, read_parts
from urgent_actions.bulletins.translated_rules import read_rule
from urgent_actions.bulletins.translated_words import heading_of
from urgent_actions.case import Case, Subject
from urgent_actions.contact_channel import ContactChannel
from urgent_actions.edition import Edition
from urgent_actions.errors import InvalidValue, UnreadableBulletin
from urgent_actions.letter_template import LetterTemplate, TemplateText
from urgent_actions.rules.rule import Rule
from urgent_actions.target import Target, target_id
from urgent_actions.values.case_status import CaseStatus
from urgent_actions.values.publisher import Publisher
from urgent_actions.values.target_kind import TargetKind


def translated_template(ledger: Ledger, tag: str, publisher: Publisher | None) -> Case:
    """Read a labelled template in the language of a tag.

    Raises:
        UnreadableBulletin: neither the page nor the caller names a case, or what it says cannot be one.
    """
    before, fields = translated_fields(ledger.page, tag)
    ledger.form(*(line for line in before if str(line) == heading_of(tag)))
    return translated_case(fields, ledger, tag, publisher)


def translated_case(fields: list[Field], ledger: Ledger, tag: str, publisher: Publisher | None) -> Case:
    """The case that fields make.

    Raises:
        UnreadableBulletin: neither the page nor the caller names a case, or what it says cannot be one.
    """
    parts = read_parts(fields, tag, ledger)
    named = {**parts.case, "reference": ledger.settle(parts.case.get("reference"))}
    if "ended_on" in named:
        named["status"] = CaseStatus.ENDED
    try:
        case = Case(
            **named,
            edition=Edition(**parts.edition, language=tag),
            publisher=publisher or _publisher(parts),
            subjects=[Subject(**subject) for subject in parts.subjects],
            targets=_targets(parts, ledger),
            letter=_letter(parts, ledger),
            notes=parts.notes,
        )
    except InvalidValue as error:
        raise UnreadableBulletin(*error.problems) from error
    tell_odd_deadline(case, ledger)
    return attrs.evolve(case, rules=_rules(parts, case, ledger))


def _publisher(parts: TranslatedParts) -> Publisher | None:
    return Publisher(**parts.publisher) if "name" in parts.publisher else None


def _targets(parts: TranslatedParts, ledger: Ledger) -> Iterator[Target]:
    """The targets; one that nothing names is told of and left out."""
    taken: list[str] = []
    for number, target in enumerate(parts.targets, start=1):
        try:
            made = _target(target, taken)
        except InvalidValue as error:
            for problem in error.problems:
                ledger.error(problem.code, f"target {number}: {problem.what}", way_out=problem.way_out)
        else:
            taken.append(made.id)
            yield made


def _target(target: Parts, taken: list[str]) -> Target:
    name, office, body = (target.get(key) for key in ("name", "office", "organisation"))
    abroad = TargetKind.of(target["kind"]).is_abroad
    names = (body, office, name) if abroad else (office, body, name)
    channels = [ContactChannel(**channel) for channel in target["channels"]]
    return Target(target_id(*names, taken=taken), **{**target, "channels": channels})


def _letter(parts: TranslatedParts, ledger: Ledger) -> LetterTemplate | None:
    """The letter in its languages; one without a text is told of and left out."""
    for letter in parts.letters:
        if "body" not in letter:
            ledger.warn("letter-without-text", f"the letter in {letter['language'].name()} has no text")
    texts = [TemplateText(**letter) for letter in parts.letters if letter.get("body")]
    return LetterTemplate(texts) if texts else None


def _rules(parts: TranslatedParts, case: Case, ledger: Ledger) -> list[Rule]:
    """The rules; one that is printed twice is one, and one that cannot be read is told of."""
    rules: dict[str, Rule] = {}
    for said in parts.rules:
        try:
            rule = read_rule(said, case, parts.tag)
        except InvalidValue as error:
            for problem in error.problems:
                ledger.error(problem.code, problem.what, said["field"].label, problem.way_out)
        else:
            rules.setdefault(rule.id, rule)
    return list(rules.values())
