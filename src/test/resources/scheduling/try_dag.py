"""Runs a DAG of one task against a stand-in for Airflow, where spark-submit ends with a given exit code.

Prints how the task ended, and with what it and its DAG were made. The text of the failure is that of Airflow's provider.
"""

import json
import runpy
import sys
from types import ModuleType

dag_file, exit_code = sys.argv[1], int(sys.argv[2])
made = {}
tasks = []


class AirflowException(Exception):
    pass


class AirflowFailException(AirflowException):
    pass


class DAG:
    def __init__(self, **options):
        made["dag"] = options

    def __enter__(self):
        return self

    def __exit__(self, *failure):
        return False


class SparkSubmitOperator:
    def __init__(self, **options):
        made["task"] = options
        tasks.append(self)

    def execute(self, context):
        if exit_code != 0:
            raise AirflowException(f"Cannot execute: spark-submit --name arrow-spark. Error code is: {exit_code}.")


def stand_in(name, **contents):
    module = ModuleType(name)
    vars(module).update(contents)
    sys.modules[name] = module


stand_in("airflow", DAG=DAG)
stand_in("airflow.exceptions", AirflowException=AirflowException, AirflowFailException=AirflowFailException)
for package in ("airflow.providers", "airflow.providers.apache", "airflow.providers.apache.spark"):
    stand_in(package)
stand_in("airflow.providers.apache.spark.operators")
stand_in("airflow.providers.apache.spark.operators.spark_submit", SparkSubmitOperator=SparkSubmitOperator)
stand_in("pendulum", datetime=lambda *day, tz: f"{day} {tz}")

runpy.run_path(dag_file)
try:
    tasks[0].execute({})
    made["ended"] = "success"
except AirflowException as failure:
    made["ended"] = type(failure).__name__
print(json.dumps(made, default=str))
