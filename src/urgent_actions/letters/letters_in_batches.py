"""Letters partition by partition, from tables of supporters to tables of letters: for Spark, Dask or one machine."""

from urgent_actions.guidance.prepared_case import PreparedCase
from urgent_actions.letters.letter_batches import LetterBatches
from urgent_actions.letters.letter_writer import LetterWriter
from urgent_actions.letters.mailing import Mailing
from urgent_actions.values.channel_kind import ChannelKind
from urgent_actions.values.language import Language
from urgent_actions.values.plain_forms import as_language


def letters_in_batches(
    writer: LetterWriter,
    *,
    by: ChannelKind | str | None = None,
    prepared: PreparedCase | None = None,
    locale: Language | str = "en",
) -> LetterBatches:
    """What writes letters partition by partition, unchanged on Spark, on Dask and on one machine.

    Hand it to `frame.mapInArrow(write, write.schema)` on Spark, to `frame.map_partitions(write)` on Dask, or call it
    with a frame of pandas or Polars, an Arrow table, or an iterator of Arrow record batches. The columns of the
    supporters are those of `Sender` and `id`: `country`, and where they are known `languages`, `ties`, `affiliations`,
    `name`, `address` and `own_words`. A row from which no letter comes is told with the reason, and no other row is the
    worse for it.

    Args:
        writer: writes the letters: `LetterWriter.of(case, target, on=day)`.
        by: the kind of channel that they go by. For a sender for whom it is closed on that day no letter is written,
            and the reasons are told; without it each sender gets a letter.
        prepared: the case with further rules and missions, to decide that; without it only the case's own count.
        locale: the language in which the reasons are told.

    Raises:
        InvalidValue: arguments are of another type, or belong to different cases.
    """
    return LetterBatches(Mailing.of(writer, by=by, prepared=prepared), locale=as_language(locale))
