"""The same totals, unchanged, on Spark and on Dask: lazy there, and cell for cell those of the records."""

import pytest
from totals.test_frames import COUNTED, TABLE, effort, of_pandas, written

from urgent_actions import tally

# narwhals speaks of a package to come that shall know Dask, and there is none in the index yet
pytestmark = pytest.mark.filterwarnings("ignore:Dask support is moving out of Narwhals:FutureWarning")


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


def test_what_a_cluster_is_asked_stays_with_it_as_a_lazy_frame(frame):
    counted = tally(frame)
    told = [counted.by("day", "basis"), counted.timeline("year"), counted.funnel(), counted.effort_by_country()]
    assert {type(one) for one in told} == {type(frame)}
