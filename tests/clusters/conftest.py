"""A Spark session and a Dask cluster, started when a test first asks for them, and ended with the file that does."""

import pytest
from local_clusters import FOR_FEW_ROWS, local_dask, local_spark


@pytest.fixture(scope="module")
def spark(tmp_path_factory):
    """A session on a local Spark cluster."""
    with local_spark(tmp_path_factory.mktemp("spark"), FOR_FEW_ROWS) as session:
        yield session


@pytest.fixture(scope="module")
def dask_client(tmp_path_factory):
    """A client of a local Dask cluster, on which Dask computes by itself."""
    with local_dask(tmp_path_factory.mktemp("dask")) as client:
        yield client
