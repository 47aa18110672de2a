"""A language as people write it: a tag of BCP 47 (RFC 5646), of the shape language, script, region."""

from collections.abc import Iterable
from functools import lru_cache

import attrs

from urgent_actions.errors import Problem, refuse_if
from urgent_actions.values.cldr import is_right_to_left, language_name
from urgent_actions.values.country_codes import COUNTRY_CODES
from urgent_actions.values.language_codes import LANGUAGE_CODES, SCRIPT_CODES
from urgent_actions.values.language_spellings import language_tag_of

_LETTERS_OF_A_SCRIPT = 4


def _as_written(tag: str) -> str:
    """The tag in the letter case of RFC 5646, 2.1.1."""
    first, *rest = str(tag).replace("_", "-").split("-")
    return "-".join([first.lower(), *(p.title() if len(p) == _LETTERS_OF_A_SCRIPT else p.upper() for p in rest)])


@attrs.frozen(order=True, cache_hash=True)
class Language:
    """A language, perhaps with the script and the region that set it apart.

    Args:
        tag: `es`, `sr-Latn`, `pt-BR`, `zh-Hant-TW` (RFC 5646); letter case and `_` for `-` are put right.

    Raises:
        InvalidValue: for a subtag that neither ISO 639, ISO 15924 nor ISO 3166-1 knows.

    >>> Language("pt_br")
    Language(tag='pt-BR')
    >>> Language.parse("Spanish"), Language.parse("español").name("fr")
    (Language(tag='es'), 'espagnol')
    """

    tag: str = attrs.field(converter=_as_written)

    def __attrs_post_init__(self) -> None:
        refuse_if(_problems(self.tag))

    def __str__(self) -> str:
        return self.tag

    @classmethod
    def of(cls, language: "Language | str") -> "Language":
        """A language as it stands, or the one that a tag stands for; the converter of fields."""
        if isinstance(language, Language):
            return language
        return _of_tag(language) if isinstance(language, str) else cls(language)

    @classmethod
    def parse(cls, text: str) -> "Language":
        """Read a tag, or the name of a language in one of the languages of the letters.

        Raises:
            InvalidValue: where the text is neither.
        """
        return find_language(text) or cls(text.strip())

    @property
    def code(self) -> str:
        """The language alone, without script and region: `pt` of `pt-BR`."""
        return self.tag.partition("-")[0]

    @property
    def right_to_left(self) -> bool:
        """Whether it is written from right to left (CLDR character order)."""
        return is_right_to_left(self.tag)

    def name(self, locale: "Language | str" = "en") -> str:
        """Its name in the language of the reader (CLDR), or the tag where CLDR has none."""
        return language_name(self.tag, Language.of(locale).tag)


@lru_cache(maxsize=512)
def _of_tag(tag: str) -> Language:
    """One object for each tag as it is given, since millions of senders write the same few languages."""
    return Language(tag)


def find_language(name: str) -> Language | None:
    """The language of that tag or name, or None; never a guess.

    A tag comes before a name: `Ga` is Irish by its tag, though it is also what a language of Ghana is called.

    >>> find_language("Russian"), find_language("русский"), find_language("Rusian")
    (Language(tag='ru'), Language(tag='ru'), None)
    """
    given = name.strip()
    tag = language_tag_of(given) if _unknown_parts(_as_written(given)) else given
    return None if tag is None else Language(tag)


def best_language(wanted: Iterable[Language], available: Iterable[Language]) -> Language | None:
    """The first wanted language that is to be had: exactly, or else in another region or script.

    Args:
        wanted: in the order of preference.
        available: what there is; where several share the wanted base, the first in the order given is taken,
            and the bare language (`pt`) before one with a region.

    >>> best_language([Language("fr-CA"), Language("en")], [Language("en"), Language("fr")])
    Language(tag='fr')
    """
    there = tuple(available)
    for language in wanted:
        near = [other for other in there if other.code == language.code]
        if near:
            return next((o for o in near if o == language), next((o for o in near if o.tag == o.code), near[0]))
    return None


def _problems(tag: str) -> list[Problem]:
    unknown = _unknown_parts(tag)
    way_out = _way_out(tag) if unknown else ""
    return [Problem("unknown-language", what, way_out=way_out, where=f"language tag {tag!r}") for what in unknown]


def _unknown_parts(tag: str) -> list[str]:
    """What is wrong with each part of a tag."""
    code, *rest = tag.split("-")
    unknown = [] if code in LANGUAGE_CODES else [f"unknown language {code!r}"]
    if rest and len(rest[0]) == _LETTERS_OF_A_SCRIPT:
        script = rest.pop(0)
        unknown += [] if script in SCRIPT_CODES else [f"unknown script {script!r}"]
    if rest:
        region = rest.pop(0)
        known = region in COUNTRY_CODES or region == "419"  # 419 is Latin America, a region of UN M.49
        unknown += [] if known else [f"unknown region {region!r}"]
    if rest:
        unknown.append(f"nothing may follow the region, got {'-'.join(rest)!r}")
    return unknown


def _way_out(tag: str) -> str:
    meant = language_tag_of(tag)
    return f"did you mean {meant!r}?" if meant else "expected a tag of BCP 47 such as 'es', 'pt-BR' or 'zh-Hant'"
