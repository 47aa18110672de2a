"""Sentences of a bulletin that close a channel, such as "please only send physical mail to the Embassy"."""

import re
from collections.abc import Iterator
from functools import cache

import attrs

from urgent_actions.bulletins.asking import tells
from urgent_actions.bulletins.labels import split_at_labels
from urgent_actions.bulletins.lexicon import country_at
from urgent_actions.bulletins.patterns import either, loose, one_of
from urgent_actions.bulletins.piece import Piece
from urgent_actions.bulletins.tokens import tokens_of
from urgent_actions.bulletins.word_lists import word_list
from urgent_actions.bulletins.wording import Vocabulary, Wording
from urgent_actions.values.country import Country

_LONGEST = 400
_CLAUSE = 160
"""Characters of the clause that says why, at most."""
_END = re.compile(r"[.!?\n]\s+")


@attrs.frozen(eq=False)
class Instruction:
    """Post is closed, but for some kinds of place, in a country or for the target in whose block the sentence stands.

    Args:
        piece: the sentence.
        except_kinds: the kinds of target that post may still go to.
        country: the country that no post goes to, where the sentence names one.
        name: what the sentence says where it closes nothing: the name of a `narrower` entry of the word list.
    """

    piece: Piece
    except_kinds: frozenset[str] = frozenset()
    country: Country | None = None
    name: str = ""

    @property
    def reason(self) -> str:
        """The sentence as printed, without its full stop."""
        return " ".join(str(self.piece.stripped(" .;,()")).split())


@cache
def _pattern() -> Wording:
    lists = word_list("instructions")
    places = [word for place in lists["places"] for word in place["words"]]
    slots = {
        "mail": f"(?:{either(lists['mail'])})",
        "place": f"(?P<place>{either(places)})(?!\\w)",
        "country": r"(?P<country>(?:the )?(?-i:[A-Z])[^\n.,;:()]{2,60})",
    }
    ends = "|".join(map(loose, lists["here"]["ends"]))
    behind = {"here": rf"(?=\s{{0,3}}(?:[.;:,!?()\n]|\Z|(?:{ends})(?!\w)))"}
    forms: list[str] = []
    for group in ("only", "country", "here"):
        for pattern in lists[group]["patterns"]:
            source = loose(pattern, slots) + behind.get(group, "")
            for name in ("place", "country"):
                source = source.replace(f"?P<{name}>", f"?P<{name}_{len(forms)}>")
            forms.append(source)
    return Wording.of(rf"(?<!\w)(?:{'|'.join(forms)})(?!\w)", re.IGNORECASE)


@cache
def _why() -> Wording:
    return one_of(tuple(word_list("instructions")["reason"]["before"]))


@cache
def _narrower() -> Vocabulary:
    """What closes nothing, in the order of its names."""
    return Vocabulary.of(one_of(tuple(entry["patterns"])) for entry in word_list("instructions")["narrower"])


def _name_of_narrower(text: str) -> str:
    """What a sentence says where it closes nothing, by its name; empty where it says no such thing."""
    number = _narrower().first_in(text[:_LONGEST])
    return str(word_list("instructions")["narrower"][number]["name"]) if number is not None else ""


@cache
def _hint() -> Wording:
    """A word without which no instruction is, so that most lines are done with at once."""
    english = ("mail", "letters?", "post", "packages", "copies")
    others = ("courriers?", "lettres?", "correo", "cartas?", "correspondencia", "briefe?n?", "briefpost", "schreiben")
    return one_of((*english, *others))


def instructions_in(line: Piece) -> list[Instruction]:
    """The instructions of a line, in its order."""
    text = str(line)
    named = _name_of_narrower(text)
    if named and len(text) <= _LONGEST and split_at_labels(line)[1] == []:
        return [Instruction(line, name=named)]
    if not _hint().search(text):
        return []
    asked = (match for match in _pattern().finditer(text) if not tells(_sentence_at(text, match.start())))
    return [found for match in asked for found in _instruction(line, match)]


def _sentence_at(text: str, start: int) -> str:
    """The sentence in which a place of a text stands, as far as it is looked at."""
    first = max((end.end() for end in _END.finditer(text, max(0, start - _LONGEST), start)), default=0)
    return text[first : start + _LONGEST]


def _instruction(line: Piece, match: re.Match[str]) -> Iterator[Instruction]:
    groups = {name.partition("_")[0]: value for name, value in match.groupdict().items() if value}
    piece = _with_its_end(line, _with_its_clause(line, line.of(match)))
    if "place" in groups:
        yield Instruction(piece, except_kinds=_kinds_of(groups["place"]))
    elif "country" in groups:
        tokens = tokens_of([piece.part(str(piece).rfind(groups["country"]))])
        at = 1 if tokens and tokens[0].key == "the" else 0
        country, length = country_at(tokens, at)
        if country:
            last = tokens[at + length - 1]
            yield Instruction(_with_its_end(line, Piece(piece.page, piece.start, last.end)), country=country)
    else:
        yield Instruction(piece)


def _with_its_clause(line: Piece, piece: Piece) -> Piece:
    """The sentence from the clause on that says why, where one goes right before it: "Due to COVID-19, please ..."."""
    at = piece.start - line.start
    before = str(line)[max(0, at - _CLAUSE) : at]
    clause = before[max(before.rfind(sign) for sign in ".;:") + 1 :]
    found = _why().search(clause)
    joined = clause.rstrip().endswith((",", ":")) or (found is not None and not clause[: found.start()].strip())
    if found is None or not (joined or found.end() >= len(clause.rstrip())):
        return piece
    return Piece(piece.page, piece.start - len(clause) + found.start(), piece.end)


def _with_its_end(line: Piece, piece: Piece) -> Piece:
    """The sentence to where it says what to do instead: "...; send them to the embassy instead"."""
    behind = one_of(tuple(word_list("instructions")["instead"]["behind"]), before="", behind="")
    found = behind.match(str(line), piece.end - line.start)
    return Piece(piece.page, piece.start, line.start + found.end()) if found else piece


def _kinds_of(place: str) -> frozenset[str]:
    folded = " ".join(place.casefold().replace("’", "'").split())
    places = word_list("instructions")["places"]
    return frozenset(
        kind for entry in places if folded in {word.casefold() for word in entry["words"]} for kind in entry["kinds"]
    )
