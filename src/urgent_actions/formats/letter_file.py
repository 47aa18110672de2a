"""The kinds of file that hold letters, and by which channels what they hold can go."""

from urgent_actions.values.channel_kind import ChannelKind
from urgent_actions.values.word import Word


class LetterFile(Word):
    """A kind of file that holds letters."""

    EML = "eml"
    """A file for each letter, which a mail program opens as a draft (RFC 5322)."""
    MBOX = "mbox"
    """Mail, one behind the other (RFC 4155)."""
    NDJSON = "ndjson"
    """A line of JSON for each letter, by any channel."""
    PDF = "pdf"
    """Letters to print, sign and post, one behind the other."""

    @property
    def channels(self) -> tuple[ChannelKind, ...]:
        """The channels by which such letters can go, the usual one first."""
        return _CHANNELS[self]

    @property
    def usual_size(self) -> int:
        """How many rows make a file, or for `eml` a folder of files."""
        return 100 if self is LetterFile.PDF else 1000


_ANY = (ChannelKind.EMAIL, *(kind for kind in ChannelKind if kind is not ChannelKind.EMAIL))
_CHANNELS = {
    LetterFile.EML: (ChannelKind.EMAIL,),
    LetterFile.MBOX: (ChannelKind.EMAIL,),
    LetterFile.NDJSON: _ANY,
    LetterFile.PDF: (ChannelKind.POST, ChannelKind.FAX),
}
