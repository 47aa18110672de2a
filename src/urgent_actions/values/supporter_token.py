"""A supporter as an opaque token: the same person always has the same one in a case, and another one in every other."""

import hashlib
import hmac
from unicodedata import category, normalize

from urgent_actions.errors import Problem, refuse_if
from urgent_actions.values.case_reference import CaseReference

SHORTEST_KEY = 32
"""Bytes that a key must have at least: as many as the hash gives (RFC 2104, 3)."""

_MARK = b"urgent_actions supporter 1"


def supporter_token(key: bytes, case: CaseReference | str, identity: str) -> str:
    """The token of a supporter in one case, a keyed hash (HMAC-SHA-256, RFC 2104).

    Without the key nobody can tell from a token who it is, nor try out names. The case goes into the hash, so that the
    tokens of two cases cannot be joined. Who throws the key away can never make the tokens again.

    Args:
        key: at least 32 random bytes, such as `secrets.token_bytes(32)`, which the caller keeps apart from the reports.
        case: the case, or its reference as text.
        identity: what the caller knows the person by, always of one sort, such as the e-mail address. Case of letters,
            blanks and forms of one character make no difference: it is taken as NFKC, without characters that nobody
            sees (Unicode category Cf), case-folded, with single blanks.

    Returns:
        64 hexadecimal digits.

    Raises:
        InvalidValue: the key is short, there is no such case, or the identity is blank; what was given for the key or
            the identity is never told.

    >>> key = bytes(range(32))
    >>> token = supporter_token(key, "UA 82/20", "ada@example.org")
    >>> token == supporter_token(key, "UA 82/20", " Ada@Example.org"), token[:8]
    (True, '372dd1fa')
    """
    refuse_if(_problems_in(key, identity))
    reference = case if isinstance(case, CaseReference) else CaseReference.parse(str(case))
    parts = (_MARK, str(reference).encode(), _normal(identity).encode())
    return hmac.new(key, b"\0".join(parts), hashlib.sha256).hexdigest()


def _problems_in(key: object, identity: object) -> list[Problem]:
    problems = []
    if not isinstance(key, bytes) or len(key) < SHORTEST_KEY:
        way_out = "make it once with secrets.token_bytes(32), and keep it apart from the reports"
        problems.append(Problem("bad-token-key", "the key is not 32 bytes or more", where="key", way_out=way_out))
    if not isinstance(identity, str) or not _is_unicode(identity) or not _normal(identity):
        what = "the identity is blank or is no text"
        problems.append(Problem("bad-identity", what, where="identity", way_out="leave out the token"))
    return problems


def _is_unicode(text: str) -> bool:
    return not any(0xD800 <= ord(c) <= 0xDFFF for c in text)


def _normal(identity: str) -> str:
    seen = "".join(c for c in normalize("NFKC", identity) if category(c) != "Cf")
    return " ".join(normalize("NFKC", seen.casefold()).split())
