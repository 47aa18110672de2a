"""Whether an action still asks for letters."""

from urgent_actions.values.word import Word


class CaseStatus(Word):
    """Whether the action still asks for letters."""

    OPEN = "open"
    ENDED = "ended"
