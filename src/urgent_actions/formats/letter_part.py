"""Some rows of a table of supporters with the files of their letters: a part of a run that may have millions."""

import attrs

from urgent_actions.letters.letter_row import LetterRow


@attrs.frozen
class LetterPart:
    """Some rows one behind the other, the files of their letters, and the rows that have none.

    Args:
        first: the number of the first row.
        rows: how many rows there are.
        files: the name and the content of each file; none where no row has a letter.
        refused: the rows without a letter, each with the reasons.
        with_care: the rows with a letter whose channel calls for care, each with the reasons.
    """

    first: int
    rows: int
    files: tuple[tuple[str, bytes], ...] = attrs.field(kw_only=True, repr=False)
    refused: tuple[LetterRow, ...] = attrs.field(kw_only=True, repr=False)
    with_care: tuple[LetterRow, ...] = attrs.field(default=(), kw_only=True, repr=False)

    @property
    def name(self) -> str:
        """What names the part among the others; in order of the names it is in order of the rows."""
        return name_of_part(self.first)

    @property
    def written(self) -> int:
        """How many letters there are."""
        return self.rows - len(self.refused)


def name_of_part(first: int) -> str:
    """The name of the part, or of the letter, that begins with a row."""
    return f"{first:09}"
