"""A Spark session and a Dask cluster on this machine: real ones, whose workers are processes of their own."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

WORKERS = 2
FOR_FEW_ROWS = {  # they are done before a compiler pays
    "spark.driver.extraJavaOptions": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
    "spark.executor.extraJavaOptions": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
    "spark.sql.adaptive.enabled": "false",
    "spark.sql.codegen.factoryMode": "NO_CODEGEN",
    "spark.sql.codegen.wholeStage": "false",
}


@contextmanager
def local_spark(folder: str | Path, settings: dict[str, str]) -> Iterator[Any]:
    """A session on a cluster of a master and workers, each with an executor that starts its own Python.

    Nothing listens but on loopback, and nothing is shown unless it goes wrong.

    Args:
        folder: where the cluster puts its files.
        settings: those of Spark besides our own.
    """
    from pyspark.sql import SparkSession

    surroundings = {
        "PYSPARK_PYTHON": sys.executable,
        "SPARK_LOCAL_DIRS": str(Path(folder) / "local"),
        "SPARK_LOCAL_IP": "127.0.0.1",
        "SPARK_WORKER_DIR": str(Path(folder) / "work"),
    }
    with patch.dict("os.environ", surroundings):
        os.environ.pop("SPARK_HOME", None)  # that of pyspark itself is meant
        builder = SparkSession.builder.master(f"local-cluster[{WORKERS},1,512]").appName("tests")
        for key, value in (_settings(folder) | settings).items():
            builder = builder.config(key, value)
        session = builder.getOrCreate()
        yield session
        session.stop()


@contextmanager
def local_dask(folder: str | Path) -> Iterator[Any]:
    """A client of a scheduler with workers, each a process; what is computed while it lives is computed there."""
    from distributed import Client, LocalCluster

    cluster = LocalCluster(
        n_workers=WORKERS,
        threads_per_worker=1,
        processes=True,
        host="127.0.0.1",
        dashboard_address="127.0.0.1:0",
        local_directory=str(folder),
        silence_logs="ERROR",
    )
    with cluster, Client(cluster) as client:
        yield client


def _settings(folder: str | Path) -> dict[str, str | int]:
    return {
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.driver.host": "127.0.0.1",
        "spark.driver.memory": "512m",
        "spark.executor.memory": "512m",
        "spark.log.level": "ERROR",
        "spark.sql.shuffle.partitions": WORKERS,
        "spark.sql.warehouse.dir": str(Path(folder) / "warehouse"),
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
    }
