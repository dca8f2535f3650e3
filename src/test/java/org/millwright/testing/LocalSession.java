package org.millwright.testing;

import org.apache.spark.sql.SparkSession;
import org.millwright.cli.Sessions;

/** The session that all tests of one JVM share: the one that users run with, so that its settings are tested too. */
public final class LocalSession {
    private LocalSession() {}

    public static SparkSession shared() {
        return Sessions.open();
    }
}
