"""How far an office or a body reaches: `of the Republic of Cuba`, `of Justice and Human Rights`."""

from collections.abc import Collection, Sequence
from functools import cache

from urgent_actions.bulletins.boundaries import (
    address_starts,
    body_starts,
    ends_line,
    is_address_word,
    is_body_word,
    line_end,
    office_words,
)
from urgent_actions.bulletins.lexicon import capitalised, country_at, phrases, us_state_at
from urgent_actions.bulletins.tokens import Token


def office_end(tokens: Sequence[Token], at: int, *, has_name: bool = False) -> int:
    """Where the office that begins here ends, its "of ..." included; `at` itself where none begins."""
    words = office_words(tokens, at)
    if not words:
        return at
    end = _with_tails(tokens, at + words)
    joined = end < len(tokens) and tokens[end].key in _words("and_words")
    if joined and office_words(tokens, end + 1):
        return office_end(tokens, end + 1, has_name=has_name)
    if end < len(tokens) and _is_short_name(tokens[end].text):
        return end + 1
    # the person is named already, so what follows on the line still tells the office
    return _to_line_end(tokens, end) if has_name and end > at + words else end


def _is_short_name(text: str) -> bool:
    """Whether a word is an acronym in brackets: Chief of Army Staff (COAS)."""
    return text.startswith("(") and text.endswith(")") and text.isupper() and text[1:-1].isalpha()


def body_end(tokens: Sequence[Token], at: int) -> int:
    """Where the name of the body that begins here ends; `at` itself where none begins."""
    words = body_starts(tokens, at)
    if not words:
        end = _run_with_body_word(tokens, at)
        return _number_end(tokens, end) or end
    end = _with_body_words(tokens, _with_tails(tokens, at + words))
    if not capitalised("bodies", tokens, at + words - 1) and end == at + words:
        end = max(end, _run_with_body_word(tokens, at))
    end = _number_end(tokens, end) or _to_line_end(tokens, end)
    if end + 1 < len(tokens) and tokens[end].key == "," and body_starts(tokens, end + 1):
        return body_end(tokens, end + 1)
    return end


def _with_body_words(tokens: Sequence[Token], at: int) -> int:
    """Over words that go on with a body, such as "Headquarters", where they begin no other one."""
    end = at
    while end < len(tokens) and is_body_word(tokens[end]) and not _is_of(tokens, end) and not office_words(tokens, end):
        end += 1
    return end


def _words(name: str) -> Collection[str]:
    """The first words of a list."""
    return phrases(name).by_first


def _with_tails(tokens: Sequence[Token], at: int) -> int:
    """Over every "of ..." and every seat ("in the United States") that follows."""
    end = at
    while end < len(tokens):
        seat = phrases("seats").at(tokens, end) or _country_seat(tokens, end)
        if seat:
            end += seat
        elif (joiner := _joiner(tokens, end)) and end + joiner < len(tokens) and not tokens[end + joiner].is_break:
            end = _phrase_end(tokens, end + joiner)
        elif _is_within(tokens, end):
            end = body_end(tokens, end + 2)
        elif end > at and (bracketed := _bracket_end(tokens, end)):
            end = bracketed
        else:
            break
    return end


def _joiner(tokens: Sequence[Token], at: int) -> int:
    """How many words join here what an office or a body is for: "of", "in charge of"; 0 for none."""
    return int(tokens[at].key in _words("joiners")) or phrases("charges").at(tokens, at)


def _country_seat(tokens: Sequence[Token], at: int) -> int:
    """How many words from here on are "in" and a country."""
    length = country_at(tokens, at + 1)[1] if at < len(tokens) and tokens[at].text in {"in", "en"} else 0
    return length and length + 1


def _is_within(tokens: Sequence[Token], at: int) -> bool:
    """Whether "in the" or "at the" and a body follow: Minister in the Presidency."""
    words = [token.key for token in tokens[at : at + 2]]
    return words in (["in", "the"], ["at", "the"]) and at + 2 < len(tokens) and body_end(tokens, at + 2) > at + 2


def _bracket_end(tokens: Sequence[Token], at: int) -> int:
    """Where brackets with several capitalised words end that begin here: (Law and Institutional Reform); 0 for none."""
    if not (tokens[at].text.startswith("(") and tokens[at].is_capitalised) or tokens[at].text.endswith(")"):
        return 0
    end = at + 1
    while end < len(tokens) and not tokens[end].is_break and not tokens[end].has_digit:
        if tokens[end].text.endswith(")"):
            return end + 1
        end += 1
    return 0


def _phrase_end(tokens: Sequence[Token], at: int) -> int:
    """The end of what follows an "of": a country, a portfolio, an office, or else all words to the next boundary."""
    portfolio = _portfolios_end(tokens, at)
    start = at
    while start < len(tokens) and (tokens[start].key in _words("articles") or capitalised("titles", tokens, start)):
        start += max(1, capitalised("titles", tokens, start))
    if start >= len(tokens):
        return start
    country = country_at(tokens, start)[1] or us_state_at(tokens, start)
    if country:
        return start + country
    if portfolio > at or office_words(tokens, start):
        return max(portfolio, office_end(tokens, start))
    return _unknown_end(tokens, start)


def _portfolios_end(tokens: Sequence[Token], at: int) -> int:
    """The end of one or more portfolios, set off by commas or "and"; `at` where there is none."""
    end = at
    while True:
        length = phrases("portfolios").at(tokens, end)
        if not length or not tokens[end + length - 1].is_capitalised:
            return (
                end
                if end == at or tokens[end - 1].key not in {",", *_words("and_words")}
                else _unknown_end(tokens, end)
            )
        end += length
        glue = end
        while glue < len(tokens) and tokens[glue].key in {",", *_words("and_words")}:
            glue += 1
        if glue == end or (tokens[glue - 1].key == "," and not phrases("portfolios").at(tokens, glue)):
            return end
        if office_words(tokens, glue):
            return end
        end = glue


def _unknown_end(tokens: Sequence[Token], at: int) -> int:
    """All words to the next comma, end of line, address, title or name of a body."""
    end = at + 1
    while end < len(tokens):
        if numbered := _number_end(tokens, end):
            end = numbered
            continue
        over = tokens[end].is_break or address_starts(tokens, end) or capitalised("titles", tokens, end)
        if over or (capitalised("bodies", tokens, end) and tokens[end - 1].is_capitalised and _is_of(tokens, end)):
            break
        end += 1
    return min(end, len(tokens))


def _number_end(tokens: Sequence[Token], at: int) -> int:
    """Where the number of a body ends, as in "Military Prison No. 6"; 0 where none stands here."""
    if at >= len(tokens) or not is_body_word(tokens[at - 1]):
        return 0
    end = at + phrases("numbered", "addresses").at(tokens, at) + 1
    return end if end <= len(tokens) and tokens[end - 1].text.isdigit() and ends_line(tokens, end) else 0


def _is_of(tokens: Sequence[Token], at: int) -> bool:
    """Whether an "of" follows the body: "Ministry of ..." begins a body, "Women's Prison Service" goes on."""
    end = at + capitalised("bodies", tokens, at)
    return end < len(tokens) and tokens[end].key in _words("joiners")


def _to_line_end(tokens: Sequence[Token], at: int) -> int:
    """To the end of the line, where the rest of it is no name, address or office; to a comma over small words."""
    end = line_end(tokens, at)
    rest = tokens[at:end]
    small = end < len(tokens) and tokens[end].key == "," and not any(token.is_capitalised for token in rest)
    if not (ends_line(tokens, end) or small) or not rest or any(map(is_address_word, rest)):
        return at
    known = any(us_state_at(tokens, spot) or country_at(tokens, spot)[1] for spot in range(at, end))
    return at if known or any(office_words(tokens, spot) for spot in range(at, end)) else end


@cache
def _small_words() -> frozenset[str]:
    """The words that may stand among the capitalised ones of a name."""
    return frozenset().union(*map(_words, ("joiners", "articles", "and_words")))


def _run_with_body_word(tokens: Sequence[Token], at: int) -> int:
    """The end of the capitalised words from here on, if one of them tells a body; `at` if none does."""
    small = _small_words()
    end = at
    while end < len(tokens) and not tokens[end].is_break and not address_starts(tokens, end):
        if not (tokens[end].is_capitalised or tokens[end].key in small):
            break
        end += 1
    return end + _country_seat(tokens, end) if any(map(is_body_word, tokens[at:end])) else at
