"""A guidance, with the letters that go with it, as JSON for a web page or a script to show."""

from collections.abc import Iterable
from typing import Any

from urgent_actions.case import Case
from urgent_actions.guidance.guidance import Guidance
from urgent_actions.guidance.option import Option
from urgent_actions.guidance.plan import Plan
from urgent_actions.guidance.step import Step
from urgent_actions.letters.letter import Letter
from urgent_actions.rules.rule import Rule
from urgent_actions.salutation import greeting_for
from urgent_actions.target import Target
from urgent_actions.values.language import Language
from urgent_actions.values.postal_address import PostalAddress

VERSION = 1


def guidance_document(
    guidance: Guidance, letters: Iterable[Letter] = (), locale: Language | str = "en", *, plan: Plan | None = None
) -> dict[str, Any]:
    """Everything that a guidance answers, as plain dicts, lists, strings and numbers.

    Args:
        guidance: what `guide` answered.
        letters: the letters to its targets, if wanted.
        locale: the language of the explanations.
        plan: the plan that goes with it, if wanted.

    Returns:
        A dict of the version and the guidance. Values stand as their `str`: `UA 82/20`, `RU`, `2020-05-20`, `open`;
        what is not known is null. Explanations are sentences in the reader's language.
    """
    case = guidance.case
    body = {
        "case": _case(case),
        "sender": {
            "country": str(guidance.sender.country),
            "languages": [str(language) for language in guidance.sender.languages],
            "ties": sorted(map(str, guidance.sender.ties)),
        },
        "on": str(guidance.on),
        "targets": [_target(guidance, target, locale) for target in guidance.targets],
        "unknown": [message.say(locale) for message in guidance.unknown],
        "letters": [_letter(letter) for letter in letters],
    }
    if plan is not None:
        body["plan"] = _plan(plan, locale)
    return {"urgent_actions": VERSION, "guidance": body}


def _case(case: Case) -> dict[str, Any]:
    return {
        "reference": str(case.reference),
        "title": case.title,
        "country": _text(case.country),
        "subjects": [str(subject) for subject in case.subjects],
        "issued": _text(case.issued),
        "deadline": _text(case.deadline.on) if case.deadline else None,
        "deadline_assumed": case.deadline.assumed if case.deadline else None,
        "status": str(case.status),
        "choose": _text(case.choose),
        "publisher": _text(case.publisher),
    }


def _target(guidance: Guidance, target: Target, locale: Language | str) -> dict[str, Any]:
    return {
        "id": target.id,
        "name": target.name,
        "office": target.office,
        "organisation": target.organisation,
        "kind": str(target.kind),
        "country": _text(target.country),
        "accredited_to": _text(target.accredited_to),
        "copy": target.copy,
        "salutation": greeting_for(guidance.case, target, guidance.case.edition.language),
        "channels": [_channel(guidance, option, locale) for option in guidance.of(target.id)],
    }


def _channel(guidance: Guidance, option: Option, locale: Language | str) -> dict[str, Any]:
    advice = option.advice
    return {
        "kind": str(option.channel.kind),
        "address": _address(option),
        "address_state": str(option.channel.state),
        "status": str(option.status),
        "because": [_rule(rule, locale) for rule in advice.because],
        "also": [_rule(rule, locale) for rule in advice.also],
        "reopens": _text(advice.reopens),
        "reopens_at": advice.reopens_at.isoformat(timespec="minutes") if advice.reopens_at else None,
        "instead": [
            {"target": other.target.id, "channel": str(other.channel.kind), "address": _address(other)}
            for other in guidance.instead_of(advice)
        ],
    }


def _plan(plan: Plan, locale: Language | str) -> dict[str, Any]:
    return {
        "steps": [_step(step, locale) for step in plan.steps],
        "unreached": [
            {"target": one.target.id, "hint": one.hint.explain(locale) if one.hint else None} for one in plan.unreached
        ],
    }


def _step(step: Step, locale: Language | str) -> dict[str, Any]:
    earliest, latest = step.arrives or (None, None)
    return {
        "target": step.option.target.id,
        "channel": str(step.option.channel.kind),
        "address": _address(step.option),
        "status": str(step.option.status),
        "preferred": step.option.advice.preferred,
        "role": str(step.role),
        "arrives": {"earliest": _text(earliest), "latest": _text(latest)},
        "in_time": step.in_time,
        "explanation": step.explain(locale),
    }


def _address(option: Option) -> str | list[str] | None:
    address = option.channel.address
    return list(address.lines) if isinstance(address, PostalAddress) else _text(address)


def _rule(rule: Rule, locale: Language | str) -> dict[str, Any]:
    return {
        "id": rule.id,
        "effect": str(rule.effect),
        "reason": rule.reason.say(locale),
        "from": _text(rule.during.first),
        "until": _text(rule.during.last),
        "source": str(rule.source),
    }


def _letter(letter: Letter) -> dict[str, Any]:
    return {
        "target": letter.target,
        "language": str(letter.language),
        "subject": letter.subject,
        "opening": letter.opening,
        "body": letter.body,
        "closing": letter.closing,
        "text": letter.text,
    }


def _text(value: object) -> str | None:
    return None if value is None else str(value)
