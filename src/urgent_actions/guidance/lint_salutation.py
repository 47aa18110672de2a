"""Salutations that do not fit: one that greets a prosecutor in an embassy, or a woman as a man."""

import tomllib
from collections.abc import Iterator
from functools import cache

from urgent_actions.case import Case
from urgent_actions.guidance.case_findings import finding_at
from urgent_actions.target import Target
from urgent_actions.values.data_table import data_text
from urgent_actions.values.finding import Finding
from urgent_actions.values.folding import fold

_WAY_OUT = "look up in the bulletin whom it greets"
_HEAD_OF_MISSION = "ambassador"


def salutation_findings(case: Case) -> Iterator[Finding]:
    """The salutations that greet another post than the target's, or a man where its title is a woman's."""
    for number, target in enumerate(case.targets):
        if target.salutation is None:
            continue
        for language in target.salutation.languages:
            said = target.salutation.say(language)
            what = _another_post(target, said) or _another_gender(target, said)
            if what:
                yield finding_at(f"targets[{number}].salutation", "salutation-misfit", what, _WAY_OUT)


def _another_post(target: Target, said: str) -> str | None:
    """What a salutation says that names only posts which are none of the target's."""
    greeted = _posts_in(said)
    called = " ".join(part for part in (target.title, target.name, target.office, target.organisation) if part)
    held = _posts_in(called) | ({_HEAD_OF_MISSION} if target.kind.is_abroad else set())
    if not greeted or greeted & held or not (held or greeted == {_HEAD_OF_MISSION}):
        return None
    return f"{said!r} greets another post than {str(target)!r}"


def _another_gender(target: Target, said: str) -> str | None:
    for these, those in (("men", "women"), ("women", "men")):
        titled = _words_of(target.title) & _words()[these]["titles"]
        greeted = _words_of(said) & _words()[those]["greetings"]
        if titled and greeted and not _words_of(said) & _words()[these]["greetings"]:
            return f"{said!r} does not fit the title {target.title!r}"
    return None


def _posts_in(text: str) -> set[str]:
    words = _words_of(text)
    return {post for post, names in _words()["posts"].items() if words & names}


def _words_of(text: str | None) -> set[str]:
    return set(fold(text or "").split())


@cache
def _words() -> dict[str, dict[str, frozenset[str]]]:
    tables = tomllib.loads(data_text("salutation_words.toml"))
    return {name: {key: frozenset(words) for key, words in table.items()} for name, table in tables.items()}
