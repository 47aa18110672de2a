"""How much something that was noticed matters: an error, a warning, or a remark."""

from urgent_actions.values.word import Word


class Severity(Word):
    """How much something that was noticed matters; strict reading refuses errors and warnings."""

    ERROR = "error"
    """It says what cannot be."""
    WARNING = "warning"
    """Something is missing, was not understood, or is likely to be wrong."""
    INFO = "info"
    """Something was concluded that is not printed in so many words, or is worth a second look."""
