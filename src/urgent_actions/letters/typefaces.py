"""The typefaces that are installed as font packages, and the characters that each can draw."""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any
from unicodedata import category, name, normalize

import attrs

from urgent_actions.errors import InvalidValue, Problem, missing_extra
from urgent_actions.letters.font_packs import fonts_in_packs
from urgent_actions.values.cldr import ever_wider
from urgent_actions.values.data_table import data_text
from urgent_actions.values.language import Language

_NEVER_DRAWN = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp"})
_SELECTORS = frozenset(map(chr, range(0xFE00, 0xFE10)))
_MOST_NAMED = 20
_NEEDED = frozenset({"Amiri", "Noto Sans"})


@attrs.frozen
class Typeface:
    """A family of letters by its name, and the file of its upright cut.

    Args:
        name: the name of the family.
        path: the file.
        face: the number of the face in a file that holds several.
    """

    name: str
    path: str
    face: int = 0

    @property
    def folder(self) -> str:
        """The folder of the file."""
        return self.path.replace("\\", "/").rpartition("/")[0]

    @property
    def scale(self) -> float:
        """How much larger than others it is set, so that its letters look as large."""
        return float(_table("scales").get(self.name, 1))

    def draws(self, cluster: str) -> bool:
        """Whether it can draw a letter with all its marks; a font composes and takes apart what it has."""
        known = _characters(self.path, self.face)
        return any(known.issuperset(map(ord, normalize(form, cluster))) for form in ("NFC", "NFD"))


def typefaces_for(text: str, language: Language) -> tuple[Typeface, ...]:
    """The installed typefaces that draw a text, best first for its language, and no more of them than it takes.

    Raises:
        InvalidValue: no typeface draws some of the characters; all of them are named.
        MissingExtra: the font packages are not installed.
    """
    left = set(_clusters(text))
    taken: list[Typeface] = []
    for typeface in _best_first(language):
        drawn = {cluster for cluster in left if typeface.draws(cluster)}
        if drawn:
            taken.append(typeface)
            left -= drawn
        if not left:
            return tuple(taken)
    raise InvalidValue(_undrawn(left))


def _clusters(text: str) -> Iterator[str]:
    """Each letter with the marks that it carries; what is never drawn is left out."""
    cluster = ""
    for char in text:
        if category(char) in _NEVER_DRAWN or char in _SELECTORS:
            continue
        if cluster and category(char).startswith("M"):
            cluster += char
            continue
        yield from [cluster] if cluster else []
        cluster = char
    yield from [cluster] if cluster else []


def _undrawn(clusters: Iterable[str]) -> Problem:
    named = [f"{cluster} ({' '.join(map(_with_its_code, cluster))})" for cluster in sorted(clusters)]
    more = f" and {len(named) - _MOST_NAMED} more" if len(named) > _MOST_NAMED else ""
    what = f"no installed typeface draws {', '.join(named[:_MOST_NAMED])}{more}"
    way_out = "install a font package that has them (the extra pdf-scripts, or fontpkg-...), or write them otherwise"
    return Problem("no-typeface", what, where="letter", way_out=way_out)


def _with_its_code(char: str) -> str:
    return f"U+{ord(char):04X} {name(char, '')}".strip()


def _best_first(language: Language) -> list[Typeface]:
    """Those that fit the language, then all others by name."""
    installed = _installed()
    wanted = [installed[family] for family in _wanted(language) if family in installed]
    return [*wanted, *(installed[name] for name in sorted(installed) if installed[name] not in wanted)]


def _wanted(language: Language) -> list[str]:
    families = _table("families")
    chosen: list[str] = families[next((tag for tag in ever_wider(language.tag) if tag in families), "")]
    return chosen


@cache
def _table(name: str) -> dict[str, Any]:
    return dict(tomllib.loads(data_text("letter_fonts.toml"))[name])


@cache
def _installed() -> Mapping[str, Typeface]:
    """The families by name: of fontpkg, of packs, and those of Chinese, Japanese and Korean, which share one file."""
    try:
        import fontpkg
        import noto_cjk_sans_otc
        from fontTools.ttLib.ttCollection import TTCollection
    except ModuleNotFoundError:
        raise missing_extra("pdf", "printing a letter") from None
    families = {slug: family.name for slug, family in fontpkg.families().items() if "normal" in family.styles}
    upright = {name: str(fontpkg.path(slug, nearest=True)) for slug, name in families.items()}
    if not upright.keys() >= _NEEDED:
        raise missing_extra("pdf", "printing a letter")
    found = {name: Typeface(name, path) for name, path in {**dict(fonts_in_packs()), **upright}.items()}
    path = str(noto_cjk_sans_otc.FONT_PATH)
    with TTCollection(path, lazy=True) as collection:
        names = [face["name"].getBestFamilyName() for face in collection.fonts]
    return found | {name: Typeface(name, path, number) for number, name in enumerate(names)}


@cache
def _characters(path: str, face: int) -> frozenset[int]:
    from fontTools.ttLib import TTFont

    with TTFont(path, fontNumber=face, lazy=True) as font:
        return frozenset(font.getBestCmap() or ())
