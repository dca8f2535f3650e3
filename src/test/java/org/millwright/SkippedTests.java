package org.millwright;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** Says at the end which tests did not run, and why: a test that was skipped has proved nothing. */
public final class SkippedTests implements TestExecutionListener {
    private final List<String> skipped = new CopyOnWriteArrayList<>();

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        skipped.add(name(test) + ": " + reason);
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (result.getStatus() == Status.ABORTED) {
            String reason = result.getThrowable().map(Throwable::getMessage).orElse("aborted");
            skipped.add(name(test) + ": " + reason);
        }
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        skipped.forEach(line -> System.out.println("SKIPPED " + line));
    }

    /** Class and method, as the identifier of the engine has them. */
    private static String name(TestIdentifier test) {
        return test.getUniqueIdObject().getSegments().stream()
                .skip(1)
                .map(segment -> segment.getValue().replace(SkippedTests.class.getPackageName() + ".", ""))
                .reduce((outer, inner) -> outer + "." + inner)
                .orElse(test.getDisplayName());
    }
}
