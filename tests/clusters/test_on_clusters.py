"""Letters and totals on Spark and on Dask: the same calls as here, with the same answers, row for row.

They stand in one file so that each cluster starts once.
"""

import os
from datetime import date

import pyarrow as pa
import pytest
from kotov import EMBASSY, kotov
from local_clusters import WORKERS
from totals.test_frames import COUNTED, TABLE, effort, of_pandas, written

from urgent_actions import LetterWriter, letters_in_batches, tally

# narwhals speaks of a package to come that shall know Dask, and there is none in the index yet
pytestmark = pytest.mark.filterwarnings("ignore:Dask support is moving out of Narwhals:FutureWarning")

DAY = date(2020, 5, 25)
ROWS = 400
COUNTRIES = ("US", "DE", "FR", "nowhere")


@pytest.fixture(scope="module")
def write():
    return letters_in_batches(LetterWriter.of(kotov(), EMBASSY, on=DAY), by="post")


@pytest.fixture(scope="module")
def supporters():
    return pa.table(
        {
            "id": [f"s-{number}" for number in range(ROWS)],
            "country": [COUNTRIES[number % len(COUNTRIES)] for number in range(ROWS)],
            "name": [f"Ada Example {number}" for number in range(ROWS)],
            "own_words": [None if number % 3 else f"I am number {number}." for number in range(ROWS)],
        }
    )


def told(rows):
    """What each row says, by the key of the supporter; its number depends on where the partitions are cut."""
    return {row["id"]: (row["text"], row["to"], row["problems"] is None or list(row["problems"])) for row in rows}


@pytest.fixture(scope="module")
def expected(write, supporters):
    return told(write(supporters).to_pylist())


def test_what_is_expected_has_letters_and_refusals_of_every_kind(expected):
    assert len(expected) == ROWS
    assert expected["s-0"][0].endswith("I am number 0.\n\nYours sincerely,\nAda Example 0")
    assert expected["s-0"][1:] == ("2650 Wisconsin Ave. NW\nWashington DC 20007", True)
    assert expected["s-1"][2][0].startswith("This embassy serves senders in the United States only")
    assert expected["s-3"][2][0].startswith("unknown country 'NOWHERE' at country")


def test_spark_takes_the_callable_as_it_is(spark, write, supporters, expected):
    frame = spark.createDataFrame(supporters).repartition(WORKERS)
    rows = frame.mapInArrow(write, write.schema).collect()
    assert told(rows) == expected


def test_dask_takes_the_callable_as_it_is(dask_client, write, supporters, expected):
    from dask import dataframe

    frame = dataframe.from_pandas(supporters.to_pandas(), npartitions=WORKERS)
    letters = frame.map_partitions(write).compute()
    assert told(letters.where(letters.notna(), None).to_dict("records")) == expected
    assert list(letters.index) == list(range(ROWS))


def test_the_letters_are_written_in_other_processes(spark, dask_client, write):
    def where(batches):
        for batch in batches:
            yield pa.RecordBatch.from_pydict({"process": [os.getpid()] * batch.num_rows})

    on_spark = {
        row.process for row in spark.range(100).repartition(WORKERS).mapInArrow(where, "process long").collect()
    }
    on_dask = {*dask_client.run(os.getpid).values()}
    assert len(on_dask) == len(on_spark) == WORKERS
    assert len(on_spark | on_dask | {os.getpid()}) == 2 * WORKERS + 1


@pytest.fixture(scope="module")
def on_spark(spark):
    return spark.createDataFrame(TABLE).repartition(2)


@pytest.fixture(scope="module")
def on_dask(dask_client):
    from dask import dataframe

    return dataframe.from_pandas(of_pandas(TABLE), npartitions=2)


@pytest.fixture(params=["on_spark", "on_dask"])
def frame(request):
    return request.getfixturevalue(request.param)


def rows(frame):
    """The rows of a lazy frame of a cluster, computed there; what is null is None."""
    table = frame.toPandas() if hasattr(frame, "toPandas") else frame.compute()
    return table.astype(object).where(table.notna(), None).itertuples(index=False, name=None)


def test_totals_on_a_cluster_are_those_of_the_records(frame):
    counted = tally(frame)
    assert counted.totals("target", "country") == COUNTED.totals("target", "country")
    told = {written(key): tuple(stages) for key, stages in COUNTED.funnel("channel").items()}
    assert {(channel,): tuple(stages) for channel, *stages in rows(counted.funnel("channel"))} == told
    numbers = {written([key]): (one.actions, one.reports, one.supporters) for key, one in effort().items()}
    assert {(country,): tuple(told) for country, *told in rows(counted.effort_by_country())} == numbers


def asked(counted):
    return [counted.by("day", "basis"), counted.timeline("year"), counted.funnel(), counted.effort_by_country()]


def test_what_spark_is_asked_is_a_frame_of_spark_and_no_job_before_its_rows_are(spark, on_spark):
    jobs = spark.sparkContext.statusTracker().getJobIdsForGroup
    before = len(jobs())
    counted = tally(on_spark)
    assert {type(one) for one in asked(counted)} == {type(on_spark)}
    assert len(jobs()) == before
    assert counted.total == COUNTED.total
    assert len(jobs()) > before


def test_what_dask_is_asked_is_a_frame_of_dask_and_reads_no_part_before_its_rows_are(on_dask, tmp_path):
    def read(part, folder):
        (folder / str(os.getpid())).touch()
        return part

    frame = on_dask.map_partitions(read, tmp_path, meta=on_dask)
    counted = tally(frame)
    assert {type(one) for one in asked(counted)} == {type(frame)}
    assert [*tmp_path.iterdir()] == []
    assert counted.total == COUNTED.total
    assert {path.name for path in tmp_path.iterdir()} - {str(os.getpid())}
