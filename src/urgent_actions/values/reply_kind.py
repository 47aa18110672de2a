"""What a reply of those who were written to amounts to, in the terms of human-rights documentation."""

from urgent_actions.values.word import Word


class ReplyKind(Word):
    """The kind of a reply: the top level of micro-thesaurus 27, "types of responses", of HURIDOCS.

    That list ends with "no response", which is no reply and so is no record: what was not answered is what has none.
    """

    FAVOURABLE = "favourable"
    """What was asked for was done, or help was given."""
    PLEDGE = "pledge"
    """Something was promised."""
    COUNTER = "counter"
    """It denies what happened, or is meant to stop the letters."""
    QUESTION = "question"
    """More information is asked for."""
    ACKNOWLEDGEMENT = "acknowledgement"
    """The letter was received, and nothing more is said: a token response."""
    OTHER = "other"
