"""One Spark session and one Dask cluster, started when a test first asks for them, for all tests of the run."""

import pytest
from local_clusters import local_dask, local_spark


@pytest.fixture(scope="session")
def spark(tmp_path_factory):
    """A session on a local Spark cluster."""
    with local_spark(tmp_path_factory.mktemp("spark")) as session:
        yield session


@pytest.fixture(scope="session")
def dask_client(tmp_path_factory):
    """A client of a local Dask cluster, on which Dask computes by itself."""
    with local_dask(tmp_path_factory.mktemp("dask")) as client:
        yield client
