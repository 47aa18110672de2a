"""A Spark session and a Dask cluster on this machine: real ones, whose workers are processes of their own.

They start when a test first asks for them and serve all tests of the run. Nothing listens but on loopback, and nothing
is shown unless it goes wrong.
"""

import sys

import pytest

WORKERS = 2


@pytest.fixture(scope="session")
def spark(tmp_path_factory):
    """A session on a cluster of a master and workers, each with an executor that starts its own Python."""
    from pyspark.sql import SparkSession

    folder = tmp_path_factory.mktemp("spark")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SPARK_LOCAL_IP", "127.0.0.1")
        patch.setenv("SPARK_WORKER_DIR", str(folder / "work"))
        patch.setenv("SPARK_LOCAL_DIRS", str(folder / "local"))
        patch.setenv("PYSPARK_PYTHON", sys.executable)
        patch.delenv("SPARK_HOME", raising=False)
        builder = SparkSession.builder.master(f"local-cluster[{WORKERS},1,512]").appName("tests")
        for key, value in settings(folder).items():
            builder = builder.config(key, value)
        session = builder.getOrCreate()
        yield session
        session.stop()


def settings(folder):
    return {
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.driver.extraJavaOptions": "-XX:TieredStopAtLevel=1",  # the tests are over before a compiler pays
        "spark.driver.host": "127.0.0.1",
        "spark.driver.memory": "512m",
        "spark.executor.extraJavaOptions": "-XX:TieredStopAtLevel=1",
        "spark.executor.memory": "512m",
        "spark.log.level": "ERROR",
        "spark.sql.shuffle.partitions": WORKERS,
        "spark.sql.warehouse.dir": str(folder / "warehouse"),
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
    }


@pytest.fixture(scope="session")
def dask_client(tmp_path_factory):
    """A client of a scheduler with workers, each a process; what is computed while it lives is computed there."""
    from distributed import Client, LocalCluster

    folder = tmp_path_factory.mktemp("dask")
    cluster = LocalCluster(
        n_workers=WORKERS,
        threads_per_worker=1,
        processes=True,
        host="127.0.0.1",
        dashboard_address=None,
        local_directory=str(folder),
        silence_logs="ERROR",
    )
    with cluster, Client(cluster) as client:
        yield client
