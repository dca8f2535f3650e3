"""Millwright every night, by Airflow 2.4 or newer with its provider for Spark."""

import re
from datetime import timedelta

import pendulum
from airflow import DAG
from airflow.exceptions import AirflowException, AirflowFailException
from airflow.providers.apache.spark.operators.spark_submit import SparkSubmitOperator

# Wrong use, bad input, a defect, wrong settings: to try again mends none of them.
NEEDS_A_PERSON = {64, 65, 70, 78}


def exit_code(failure):
    """The exit code of spark-submit, as the operator tells it; None where it tells none."""
    told = re.search(r"Error code is: (\d+)", str(failure))
    return int(told.group(1)) if told else None


class MillwrightRun(SparkSubmitOperator):
    """A run that is tried again where waiting helps (75), and fails at once where a person is needed."""

    def execute(self, context):
        try:
            super().execute(context)
        except AirflowException as failure:
            if exit_code(failure) in NEEDS_A_PERSON:
                raise AirflowFailException(str(failure)) from failure
            raise


with DAG(
    dag_id="millwright_nightly",
    schedule="30 2 * * *",
    start_date=pendulum.datetime(2026, 1, 1, tz="Asia/Shanghai"),
    catchup=False,
    max_active_runs=1,
):
    MillwrightRun(
        task_id="run",
        conn_id="spark_default",
        application="/opt/millwright/target/millwright-0.1.0-spark.jar",
        java_class="org.millwright.cli.Millwright",
        application_args=[
            "run",
            "--config",
            "/etc/millwright/settings.yaml",
            "--landing",
            "/srv/millwright/landing",
            "--lake",
            "/srv/millwright/lake",
        ],
        conf={"spark.sql.shuffle.partitions": "8"},
        execution_timeout=timedelta(hours=6),
        retries=4,
        retry_delay=timedelta(minutes=15),
    )
