"""How a letter greets a target and how it closes, as the bulletin says it or as the language has it."""

import tomllib
from functools import cache

from urgent_actions.case import Case
from urgent_actions.letter_template import TemplateText, literal, split_blanks
from urgent_actions.target import Target
from urgent_actions.values.cldr import ever_wider
from urgent_actions.values.data_table import data_text
from urgent_actions.values.language import Language
from urgent_actions.values.target_kind import TargetKind

_MARKS = ",:;!.،؛，：；！。"


def greeting_for(case: Case, target: Target, language: Language | str = "en") -> str:
    """The salutation of a target, without punctuation: its own, the model letter's if meant for it, or the usual one.

    Args:
        case: the case, whose model letter may greet one of its targets.
        target: whom the letter is for.
        language: the language of the letter; a salutation in another language does not fit it.
    """
    greeting = _greeting(case, target, Language.of(language))
    return "".join(f"{{{part}}}" if is_blank else part for part, is_blank in split_blanks(greeting))


def opening_for(case: Case, target: Target, text: TemplateText) -> str:
    """The line that greets, with its punctuation, as a template: only what a model letter prints has blanks."""
    greeting = _greeting(case, target, text.language)
    printed = (text.opening or "").rstrip()
    return printed if printed.rstrip(_MARKS) == greeting else greeting + _manners(text.language)["mark"]


def _greeting(case: Case, target: Target, wanted: Language) -> str:
    if target.salutation is not None and wanted.code in {spoken.code for spoken in target.salutation.languages}:
        return literal(target.salutation.say(wanted))
    text = case.letter.text_in((wanted,)) if case.letter else None
    if text and text.opening and text.language.code == wanted.code and _is_meant_for(text, target, case):
        return text.opening.rstrip().rstrip(_MARKS)
    return literal(usual_greeting(target, wanted))


def greeting_line(case: Case, target: Target, language: Language) -> str:
    """The line that greets, with the punctuation of the language."""
    return greeting_for(case, target, language) + _manners(language)["mark"]


def usual_greeting(target: Target, language: Language) -> str:
    """What the language greets such a post with."""
    return _manners(language)["embassy" if target.kind is TargetKind.EMBASSY else "other"]


def usual_closing(language: Language) -> str:
    """What the language closes a formal letter with."""
    return _manners(language)["closing"]


def _is_meant_for(text: TemplateText, target: Target, case: Case) -> bool:
    """A greeting is meant for the target that it names, or else for the first one of the country itself."""
    if target.kind.is_abroad or target.copy:
        return False
    named = [other for other in case.targets if _shared_words(text.opening or "", other)]
    mains = [other for other in case.targets if not other.kind.is_abroad and not other.copy]
    return target in named or (not named and target == mains[0])


def _shared_words(opening: str, target: Target) -> set[str]:
    """The words of a greeting that stand in a target's name or office; `Ministers` greets a Minister."""
    return _words(opening) & _words(" ".join(part for part in (target.title, target.name, target.office) if part))


def _words(text: str) -> set[str]:
    """The words of four letters and more, without case and plural."""
    return {word.strip(_MARKS).casefold().removesuffix("s") for word in text.split() if len(word) > 3} - {
        "dear",
        "your",
    }


def _manners(language: Language) -> dict[str, str]:
    """Those of the language in its script, or in any; English ones where it has none."""
    known = _all_manners()
    return known[next((tag for tag in ever_wider(language.tag) if tag in known), "en")]


@cache
def _all_manners() -> dict[str, dict[str, str]]:
    return tomllib.loads(data_text("salutations.toml"))
