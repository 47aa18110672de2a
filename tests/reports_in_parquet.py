"""Files of Parquet with as many records as wanted, made by DuckDB, and the same for the same number.

One row in twenty repeats a report from anywhere in the files, and one of a thousand of these says something else; one
in a hundred is a later fact about a report. Half of the reports have a target, nine of ten the token of a supporter,
of whom there is one for each three rows; they come from ten countries, by five ways, for fifty cases, in one year.
"""

from pathlib import Path

import duckdb

_RECORDS = """
COPY (
    SELECT
        record,
        'r-' || lpad(to_hex(hash(same)), 16, '0') AS id,
        'UA ' || (1 + h % 50) || '/20' AS "case",
        DATE '2020-01-01' + (h // 50 % 365)::INT + disputed::INT AS "on",
        CASE WHEN record = 'correction' THEN DATE '2021-02-01' + (i // 100 % 100)::INT END AS corrected_on,
        CASE WHEN claims THEN
            (['post', 'email', 'fax', 'phone', 'form'])[1 + (h // 18250 + corrects) % 5] END AS channel,
        CASE WHEN claims AND h // 7 % 3 > 0 THEN 'target-' || (h // 7 % 3) END AS target,
        CASE WHEN claims THEN 1 + corrects + (h // 11 % 100 = 0)::INT * (h // 1100 % 20)::INT END AS count,
        CASE WHEN claims AND h // 13 % 20 > 0 THEN
            (['US', 'DE', 'FR', 'GB', 'NL', 'IT', 'ES', 'CA', 'AU', 'SE'])[1 + h // 260 % 10] END AS country,
        CASE WHEN claims AND h // 41 % 10 > 0 THEN md5((h // 43 % ({rows} // 3 + 1))::VARCHAR) END AS supporter,
        CASE WHEN record = 'reply' THEN (['favourable', 'pledge', 'counter', 'question'])[1 + h % 4] END AS reply
    FROM (
        SELECT i, same, record, record IN ('report', 'correction') AS claims, (record = 'correction')::INT AS corrects,
            (hash(same * 7 + 1) >> 2)::BIGINT AS h, i % 20 = 10 AND hash(i * 5 + 3) % 1000 = 0 AS disputed
        FROM (
            SELECT i,
                CASE WHEN i % 20 = 10 OR i % 100 = 0 THEN (hash(i) % ({rows} // 2) * 2 + 1)::BIGINT ELSE i END AS same,
                CASE WHEN i % 100 > 0 THEN 'report'
                    ELSE (['correction', 'correction', 'withdrawal', 'bounce', 'reply'])[1 + i // 100 % 5] END AS record
            FROM range({first}, {last}) numbers(i)
        )
    )
) TO '{path}' (FORMAT parquet, ROW_GROUP_SIZE 250000)
"""


def make_files(folder: Path, rows: int, files: int) -> str:
    """Write the files, where they are not there yet, and give the pattern that finds them."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(files):
        path = folder / f"reports-{number:03}-of-{files}.parquet"
        if not path.exists():
            first, last = (rows * part // files for part in (number, number + 1))
            duckdb.connect().execute(_RECORDS.format(rows=rows, first=first, last=last, path=path))
    return str(folder / "*.parquet")
