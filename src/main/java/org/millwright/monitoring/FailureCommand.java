package org.millwright.monitoring;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A command that is run when a run failed: no shell reads it, and it finds the record of the run by {@code MILLWRIGHT_RUN_JSON}.
 * What it prints on standard error is shown. Messages name the program and none of its arguments, which may be secret.
 *
 * @param limit how long it may take; then it is ended, with all that it started
 */
record FailureCommand(List<String> command, Duration limit) implements FailureHook {
    static final String RECORD = "MILLWRIGHT_RUN_JSON";

    @Override
    public Optional<String> tell(Path record, String json) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put(RECORD, record.toAbsolutePath().toString());
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            return ended(process);
        } catch (IOException refused) {
            return wrong("could not be started: is it there, and executable?");
        }
    }

    private Optional<String> ended(Process process) {
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                return wrong("took longer than " + limit.toSeconds() + " s and was ended");
            }
            return process.exitValue() == 0 ? Optional.empty() : wrong("ended with exit code " + process.exitValue());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return wrong("was interrupted");
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private Optional<String> wrong(String what) {
        return Optional.of("the command on failure, " + command.get(0) + ", " + what);
    }
}
