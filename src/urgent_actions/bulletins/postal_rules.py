"""Instructions as rules: from the day of the bulletin until further notice, in their own words."""

from collections.abc import Iterable, Sequence

from urgent_actions.bulletins.instructions import Instruction
from urgent_actions.case import Case
from urgent_actions.rules.effect import Effect
from urgent_actions.rules.rule import Rule
from urgent_actions.rules.scope import Scope
from urgent_actions.target import Target
from urgent_actions.values.case_reference import CaseReference
from urgent_actions.values.country import Country
from urgent_actions.values.target_kind import TargetKind
from urgent_actions.values.text import Text
from urgent_actions.values.window import Window

_ABROAD = frozenset(kind for kind in TargetKind if kind.is_abroad)


def rule_of(instruction: Instruction, target: Target | None, case: Case) -> Rule:
    """The rule by which an instruction closes post.

    Args:
        instruction: what the bulletin says.
        target: in whose block it stands, if in any.
        case: the case without its rules.
    """
    meant = (target,) if target else case.targets
    when, unless = _scopes(instruction, meant, case.targets, case.reference)
    return Rule(
        f"{case.reference}: {_said(instruction, target)}",
        Effect.CLOSE,
        when=when,
        unless=unless,
        during=Window(case.issued),
        reason=Text.of(instruction.reason),
        source=case.source,
    )


def _scopes(
    instruction: Instruction, meant: Sequence[Target], targets: Sequence[Target], reference: CaseReference
) -> tuple[Scope, tuple[Scope, ...]]:
    if instruction.country:
        return _scope(reference, countries={instruction.country}), (Scope(kinds=_ABROAD),)
    if not instruction.except_kinds:
        return _scope(reference, targets={target.id for target in meant}), ()
    kinds = frozenset(map(TargetKind.of, instruction.except_kinds))
    countries = {target.country for target in meant if target.country}
    if all(target.country for target in meant):
        return _scope(reference, countries=countries), (Scope(kinds=kinds),)
    ids = {target.id for target in targets if target.kind not in kinds}
    return _scope(reference, targets=ids), (Scope(kinds=kinds),)


def _scope(reference: CaseReference, countries: Iterable[Country] = (), targets: Iterable[str] = ()) -> Scope:
    return Scope(cases={reference}, countries=frozenset(countries), targets=frozenset(targets), channels={"post"})


def _said(instruction: Instruction, target: Target | None) -> str:
    """A short name for what the rule says; the same sentence has the same name in every edition."""
    if instruction.except_kinds:
        return "post only to the " + " and the ".join(sorted(instruction.except_kinds))
    if instruction.country:
        return f"no post to {instruction.country}"
    return f"no post to {target.id}" if target else "no post"
