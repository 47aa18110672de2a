"""Where a statement comes from: who said it, when, and when somebody last checked that it still holds."""

import attrs

from urgent_actions.errors import Problem, refuse_if
from urgent_actions.values.field_types import wrong_types
from urgent_actions.values.partial_date import PartialDate
from urgent_actions.values.plain_forms import as_partial_date_or_none, as_web_link_or_none
from urgent_actions.values.web_link import WebLink


@attrs.frozen
class Source:
    """The origin of a rule or an address.

    `stated` is when it was said, `checked` when it was last verified; a carrier's suspension list and a bulletin's own
    instruction are different sources, and both are kept.

    >>> str(Source("UA 82/20", publisher="Amnesty International USA", stated="2020-05-20"))
    'UA 82/20, Amnesty International USA, 2020-05-20'
    """

    title: str
    url: WebLink | None = attrs.field(default=None, converter=as_web_link_or_none)
    publisher: str | None = attrs.field(default=None, kw_only=True)
    stated: PartialDate | None = attrs.field(default=None, kw_only=True, converter=as_partial_date_or_none)
    checked: PartialDate | None = attrs.field(default=None, kw_only=True, converter=as_partial_date_or_none)

    def __attrs_post_init__(self) -> None:
        refuse_if(_problems_in(self))

    def __str__(self) -> str:
        return ", ".join(str(part) for part in (self.title, self.publisher, self.stated) if part)


def _problems_in(source: Source) -> list[Problem]:
    problems = list(wrong_types(source, {"publisher": (str, type(None))}))
    if not isinstance(source.title, str) or not source.title.strip():
        problems.append(Problem("source-without-title", f"source has no title: {source.title!r}", where="title"))
    if source.stated and source.checked and source.checked.latest < source.stated.earliest:
        what = f"source was checked on {source.checked}, before it was stated on {source.stated}"
        problems.append(Problem("checked-before-stated", what, where="checked"))
    return problems
