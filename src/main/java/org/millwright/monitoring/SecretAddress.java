package org.millwright.monitoring;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * An address to which JSON is posted. The address is a secret. It is never told: a message names the environment variable that
 * holds it, and the kind of a failure, since the text of an exception may repeat it.
 *
 * @param purpose what is called there, for people
 * @param variable the environment variable
 * @param address null if the environment has no such variable
 * @param limit how long an answer may take
 */
record SecretAddress(String purpose, String variable, String address, Duration limit) {
    private static final int FIRST_ERROR = 300;

    /** Posts; what went wrong with it, in one line that holds no secret, or empty if nothing did. */
    Optional<String> post(String json) {
        if (address == null || address.isBlank()) {
            return wrong("was not called: the variable is not set");
        }
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(address.strip()))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(json))
                    .build();
            return answer(request);
        } catch (IllegalArgumentException noAddress) {
            return wrong("was not called: what the variable holds is no address that begins with https:// or http://");
        }
    }

    private Optional<String> answer(HttpRequest request) {
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(limit)
                .build();
        try {
            int status = client.sendAsync(request, HttpResponse.BodyHandlers.discarding())
                    .get(limit.toMillis(), TimeUnit.MILLISECONDS)
                    .statusCode();
            return status < FIRST_ERROR ? Optional.empty() : wrong("answered with status " + status);
        } catch (TimeoutException late) {
            return wrong("did not answer within " + limit.toSeconds() + " s");
        } catch (ExecutionException failed) {
            return wrong("could not be called: " + failed.getCause().getClass().getSimpleName());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return wrong("was interrupted");
        }
    }

    private Optional<String> wrong(String what) {
        return Optional.of(purpose + ", of the variable " + variable + ", " + what);
    }

    /** A record would show its components. */
    @Override
    public String toString() {
        return purpose + " of the variable " + variable;
    }
}
