"""What became better or worse for the people at risk, in the terms of human-rights documentation."""

from urgent_actions.values.word import Word


class Impact(Word):
    """The impact on the situation that is seen with a reply: micro-thesaurus 44 of HURIDOCS, in its order."""

    STRONG_POSITIVE = "strong positive"
    MODERATE_POSITIVE = "moderate positive"
    MINOR = "minor"
    NONE_SEEN = "none seen"
    """No impact that could be discerned."""
    MODERATE_NEGATIVE = "moderate negative"
    STRONG_NEGATIVE = "strong negative"
