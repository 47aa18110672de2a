"""A link to a page on the web: http or https, nothing else (RFC 3986)."""

import attrs

from urgent_actions.errors import InvalidValue, Problem


@attrs.frozen
class WebLink:
    """An absolute http(s) link with a host; a link that could run a script is refused.

    >>> WebLink("https://example.org/form").host
    'example.org'
    """

    value: str

    def __attrs_post_init__(self) -> None:
        fault = _fault_in(self.value)
        if fault:
            what = f"{self.value!r} is no web link: {fault}"
            raise InvalidValue(Problem("bad-link", what, way_out="write it as https://example.org/page"))

    @classmethod
    def of(cls, value: "WebLink | str") -> "WebLink":
        """Take a link, or its text."""
        return value if isinstance(value, cls) else cls.parse(str(value))

    @classmethod
    def parse(cls, text: str) -> "WebLink":
        """Read a link; one that begins with `www.` is given `https://`.

        Raises:
            InvalidValue: the text is no such link.
        """
        return cls(f"https://{text}" if text.lower().startswith("www.") else text)

    @property
    def host(self) -> str:
        """The host it leads to, in lower case."""
        from urllib.parse import urlsplit

        return urlsplit(self.value).hostname or ""

    def __str__(self) -> str:
        return self.value


def _fault_in(value: object) -> str:
    from urllib.parse import urlsplit

    if not isinstance(value, str) or not 1 <= len(value) <= 2048:
        return "it is not text of at most 2048 characters"
    if any(not char.isprintable() or char.isspace() or char in "<>\"'`\\" for char in value):
        return "it has a blank, a quote or a hidden character"
    try:
        parts = urlsplit(value)
        host, _ = parts.hostname, parts.port  # a port that is none shows only when it is asked for
    except ValueError as error:
        return str(error).lower()
    if parts.scheme not in {"http", "https"}:
        return "only http and https are links"
    return "" if host and parts.username is None else "it has no plain host"
