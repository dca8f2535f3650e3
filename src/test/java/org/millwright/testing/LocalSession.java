package org.millwright.testing;

import org.apache.spark.sql.SparkSession;
import org.millwright.cli.Sessions;

/** The sessions that all tests of one JVM share. */
public final class LocalSession {
    private LocalSession() {}

    /** The one that users run with, so that its settings are tested too. */
    public static SparkSession shared() {
        return Sessions.open();
    }

    /** One that goes through plans as they are, as a small run does: to compile a plan takes longer than a test that uses it once. */
    public static SparkSession uncompiled() {
        SparkSession session = shared().newSession();
        session.conf().set("spark.sql.codegen.wholeStage", false);
        session.conf().set("spark.sql.codegen.factoryMode", "NO_CODEGEN");
        return session;
    }
}
