"""The verb: the first words of a block of contact data read as its head, as far as it goes."""

import re
from collections.abc import Sequence

from urgent_actions.bulletins.boundaries import (
    address_starts,
    body_starts,
    ends_line,
    is_address_word,
    is_body_word,
    office_words,
)
from urgent_actions.bulletins.head import LONGEST_HEAD, Head
from urgent_actions.bulletins.lexicon import capitalised, country_at, phrases
from urgent_actions.bulletins.name_ends import name_end
from urgent_actions.bulletins.noun_phrases import body_end, office_end
from urgent_actions.bulletins.piece import hull
from urgent_actions.bulletins.tokens import Token

_USUAL_NAME = 4
"""Words of most names; a longer run below an office and its body may be part of the address."""

_SUREST_NAME = 3
"""Words of a name that a number may follow right away; of a longer run, some may be the name of a house or a street."""

_ENGLISH = frozenset({"of", "for", "on", "against"})
"""What joins an English office to what it is for."""

_BRACKETED = re.compile(r"\([^\W\d_]{2,8}\.?\)")


def read_head(tokens: Sequence[Token], surnames: frozenset[str] = frozenset()) -> Head:
    """Read the head from the words of a block, as far as it goes.

    Args:
        tokens: the words, with the ends of lines.
        surnames: folded words of names that the letter's opening uses; they tell where a name ends.
    """
    head, at = Head(), 0
    tokens = tokens[:LONGEST_HEAD]
    while at < len(tokens):
        if tokens[at].is_break:
            at += 1
            continue
        end = _step(head, tokens, at, surnames)
        if end == at:
            break
        head.end = at = end
    return head


def _step(head: Head, tokens: Sequence[Token], at: int, surnames: frozenset[str]) -> int:
    """Read one part of the head and say where it ends; where it does not move, the head is over."""
    if address_starts(tokens, at) and capitalised("offices", tokens, at) < max(
        1, phrases("starts", "addresses").at(tokens, at)
    ):
        return at
    start = at + _article(head, tokens, at)
    title, office, body = _title(head, tokens, at), office_words(tokens, start), body_starts(tokens, at)
    if title and title >= office:
        head.title.append(hull(tokens[at : at + title]))
        return at + title
    holder = _holder(head, tokens, at)
    if holder > at:
        head.repeats.append(hull(tokens[at:holder]))
        return holder
    unknown = at if office or body else _unknown_office(head, tokens, at)
    if (office and office >= body) or unknown > at:
        return _office(head, tokens, start, max(unknown, office_end(tokens, start, has_name=head.name is not None)))
    if body or _is_body(head, tokens, at):
        return _body(head, tokens, at)
    return _name(head, tokens, at, surnames)


def _is_body(head: Head, tokens: Sequence[Token], at: int) -> bool:
    """Whether words that no list knows as the start of a body name one."""
    if not head.found:
        return not name_end(tokens, at)[1] or _is_sure_body(tokens, at)
    return _is_body_line(head, tokens, at)


def _holder(head: Head, tokens: Sequence[Token], at: int) -> int:
    """Where the office begins whose holder a line names: "Office of Governor Jane Roe"; `at` where it names none."""
    office = at + phrases("offices_of").at(tokens, at)
    words = office_words(tokens, office) if office > at and not head.found else 0
    if not words or office + words >= len(tokens) or tokens[office + words].is_break:
        return at
    end, certain = name_end(tokens, office + words)
    return office if certain and end > office + words + 1 and ends_line(tokens, end) else at


def _is_sure_body(tokens: Sequence[Token], at: int) -> bool:
    """Whether a line of several words ends with a noun that no person is named: "Radio Solidarity Network"."""
    end = body_end(tokens, at)
    ended = end >= len(tokens) or tokens[end].is_break
    return ended and end > at + 1 and capitalised("sure_body_words", tokens, end - 1) > 0


def _article(head: Head, tokens: Sequence[Token], at: int) -> int:
    """1 for the article between a style and an office: "His Excellency the President"; else 0."""
    behind_title = bool(head.title) and not (head.name or head.office)
    return int(behind_title and tokens[at].key == "the" and office_words(tokens, at + 1) > 0)


def _unknown_office(head: Head, tokens: Sequence[Token], at: int) -> int:
    """Where a first line ends that is "... of ..." and stands above a person's name: an office that no list knows."""
    if head.found or at:
        return at
    end = next((spot for spot, token in enumerate(tokens) if token.key == "/"), 0)
    line, below = tokens[:end], tokens[end + 1 :]
    joined = any(token.key in phrases("joiners").by_first for token in line[1:-1])
    if not joined or any(token.has_digit or token.key == "," or is_address_word(token) for token in line):
        return at
    stop = next((spot for spot, token in enumerate(below) if token.key == "/"), 0)
    title = capitalised("titles", below, 0)
    words = below[title:stop]
    named = (bool(title) or 1 < len(words) <= _USUAL_NAME) and name_end(words, 0) == (len(words), True)
    return end if named and words and not body_starts(words, 0) and not office_words(words, 0) else at


def _is_body_line(head: Head, tokens: Sequence[Token], at: int) -> bool:
    """Whether a line below the person, or what follows the office, is the name of a body and nothing else."""
    before = "/" if head.name or head.office else ""
    before = "/," if head.after_office else before
    below = not head.organisation and at > 0 and tokens[at - 1].key in tuple(before)
    end = body_end(tokens, at) if below else at
    alone = ends_line(tokens, end) or (tokens[end].key == "," and capitalised("last_words_of_bodies", tokens, end - 1))
    return end > at and bool(alone) and not any(map(is_address_word, tokens[at:end]))


def _title(head: Head, tokens: Sequence[Token], at: int) -> int:
    length = 0 if head.name else capitalised("titles", tokens, at) or _title_before_name(tokens, at)
    behind = at + length
    if length == 1 and len(tokens[at].key) == 1 and behind < len(tokens) and len(tokens[behind].key) == 1:
        return 0  # "M. K. Banda": initials
    if length == 1 and behind < len(tokens) and capitalised("bodies", tokens, behind) and not head.found:
        return 0  # "General Directorate", "General Office"
    if not length and _is_between_titles(head, tokens, at):
        return 1 + capitalised("titles", tokens, at + 1)
    if length and head.organisation and _is_street(tokens, behind):
        return 0  # "General Díaz 429"
    while length and behind < len(tokens) and _BRACKETED.fullmatch(tokens[behind].text):
        behind += 1  # "Col. (Pol)", "Gen. (Retd.)"
    return behind - at


def _title_before_name(tokens: Sequence[Token], at: int) -> int:
    """How many words from here on are a title where a name follows, and an office elsewhere: "Chief Olumide Cole"."""
    length = capitalised("titles_before_names", tokens, at)
    behind = at + length
    if not length or office_words(tokens, at) > length or office_words(tokens, behind) or body_starts(tokens, behind):
        return 0
    return length if name_end(tokens, behind)[0] > behind + 1 else 0


def _is_between_titles(head: Head, tokens: Sequence[Token], at: int) -> bool:
    """Whether an article joins two titles: "Son Excellence le Maréchal"."""
    return (
        bool(head.title)
        and not head.name
        and tokens[at].key in phrases("articles").by_first
        and (capitalised("titles", tokens, at + 1) > 0)
    )


def _is_street(tokens: Sequence[Token], at: int) -> bool:
    """Whether one name and a number follow, as in a street that is named after somebody."""
    return at + 1 < len(tokens) and not tokens[at].is_break and tokens[at + 1].has_digit


def _office(head: Head, tokens: Sequence[Token], at: int, end: int) -> int:
    piece = hull(tokens[at:end])
    if head.organisation and head.office:
        return at
    if head.heads_block and head.name:
        head.repeats.append(piece)  # "Minister of Justice", the name, and then the office in the country's own words
        return end
    if head.heads_block and end == at + 1 and end < len(tokens) and name_end(tokens, end)[0] > end:
        head.title.append(piece)  # "Permanent Representative", and on the next line "Ambassador" and the name
        return end
    head.heads_block = not head.name and not head.office and end < len(tokens) and ends_line(tokens, end)
    if any(f" {piece} " in f" {old} " for old in head.office) or (head.name and _is_translated(head, tokens[at:end])):
        head.repeats.append(piece)  # "King and Prime Minister", and then "King Salman"; "Governor of", "Gobernador de"
        return end
    # "Director X, Director of the Prison": the fuller form says all
    shorter = [old for old in head.office if str(piece).startswith(str(old))]
    head.repeats += shorter
    head.office = [old for old in head.office if old not in shorter] + [piece]
    head.after_office = True
    return end


def _is_translated(head: Head, tokens: Sequence[Token]) -> bool:
    """Whether an office behind the name only says in another language what the one before it says in English."""
    english = any(token in _ENGLISH for old in head.office for token in str(old).split())
    return english and any(token.text in phrases("joiners").by_first and token.text not in _ENGLISH for token in tokens)


def _body(head: Head, tokens: Sequence[Token], at: int) -> int:
    end = body_end(tokens, at)
    if end == at or head.organisation:
        return at
    if at > 1 and tokens[at - 1].key == ",":
        end = _wrapped_end(tokens, at, end)
    head.organisation, head.after_office = hull(tokens[at:end]), False
    return end


def _wrapped_end(tokens: Sequence[Token], at: int, end: int) -> int:
    """Where a body ends that follows an office on its line, and goes on below: "Peace / Council for ..."."""
    joined = any(token.key in phrases("joiners").by_first for token in tokens[at:end])
    if joined or end + 1 >= len(tokens) or tokens[end].key != "/" or not body_starts(tokens, end + 1):
        return end
    below = body_end(tokens, end + 1)
    return below if any(token.key in phrases("joiners").by_first for token in tokens[end + 1 : below]) else end


def _name(head: Head, tokens: Sequence[Token], at: int, surnames: frozenset[str]) -> int:
    end, certain = name_end(tokens, at)
    if head.name or not _may_be_name(head, tokens, at, end):
        return at
    hints = [spot for spot in range(at, end) if surnames & set(tokens[spot].key.split())]
    runs_on = not certain or (end < len(tokens) and not tokens[end].is_break and address_starts(tokens, end))
    if runs_on and hints and hints[-1] > at:
        end, certain = hints[-1] + 1, True
    into_address = end < len(tokens) and not tokens[end].is_break and address_starts(tokens, end)
    words = sum(token.is_capitalised for token in tokens[at:end])
    if not certain or (into_address and not hints and words > _SUREST_NAME):
        head.doubtful = True
        return at
    head.name, head.after_office = hull(tokens[at:end]), False
    while behind := _title_behind(tokens, end):
        head.title.append(hull(tokens[end : end + behind]).stripped())
        end += behind
    return end


def _title_behind(tokens: Sequence[Token], at: int) -> int:
    """How many words from here on are a title behind a name, with the comma before it: `, MP`; 0 for none."""
    comma = int(at < len(tokens) and tokens[at].key == ",")
    length = phrases("titles_behind").at(tokens, at + comma) if at + comma < len(tokens) else 0
    if comma and length and not tokens[at + comma].text.replace(".", "").isupper():
        return 0
    return length and comma + length


def _may_be_name(head: Head, tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether a name may stand here: first of all, behind a title, or behind the office; never in an address."""
    if end == at or country_at(tokens, at)[1] == end - at or _is_acronym(tokens, at, end):
        return False
    if at > 0 and tokens[at - 1].key == "," and any(map(is_body_word, tokens[at:end])):
        return False  # "Chairman, Revolution Command"
    same_line = at > 0 and not tokens[at - 1].is_break
    if end - at == 1:
        bare = head.after_office and bool(head.office) and len(str(head.office[-1]).split()) <= 3
        return same_line and (bare or bool(head.title))
    if head.organisation:
        return bool(head.title) or (same_line and head.after_office) or _stands_alone(head, tokens, at, end)
    if not head.office or same_line or (tokens[at - 1].key == ","):
        return True
    # a line below the office: a city would be followed by its country, or by nothing
    country = country_at(tokens, end + 1)[1] if end + 1 < len(tokens) else 0
    return end < len(tokens) and not (country and ends_line(tokens, end + 1 + country))


def _stands_alone(head: Head, tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether a line of its own below the body is who holds the office, which stands beside the body or comes next."""
    if end + 1 >= len(tokens) or tokens[end].key != "/" or tokens[at - 1].key != "/":
        return False
    second = bool(head.office) and not any(token.key == "/" for token in tokens[: at - 1])
    return office_words(tokens, end + 1) > 0 or (second and end - at <= _USUAL_NAME)


def _is_acronym(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether the first word behind a comma is an acronym, as in "Warden, ADX Florence"."""
    first, behind_comma = tokens[at].text, at > 0 and tokens[at - 1].key == ","
    others_in_capitals = any(token.text.isupper() for token in tokens[at + 1 : end])
    return behind_comma and first.isupper() and 2 < len(first) <= 5 and "." not in first and not others_in_capitals
