package io.rollcall.job.chaos;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.awaitility.Awaitility;

/** The job, one run after another, by the scripts of the runbook. */
final class Runs {

    private final Stack stack;
    private final List<String> parameters;
    private volatile String job;
    private String older;
    private int parallelism = 2;

    Runs(Stack stack, List<String> parameters) throws Exception {
        this.stack = stack;
        this.parameters = parameters;
        this.job = stack.submit(null, parallelism, parameters);
    }

    String job() {
        return job;
    }

    boolean isRunning() throws IOException {
        return state().equals("RUNNING");
    }

    private String state() throws IOException {
        return stack.rest("/jobs/" + job).path("state").asText();
    }

    /** The JobManager is a new one, and knows of no job. */
    void resume() throws Exception {
        job = stack.submit("latest", parallelism, parameters);
    }

    void rescale(int newParallelism) throws Exception {
        parallelism = newParallelism;
        String savepoint = savepoint(true);
        older = savepoint;
        job = stack.submit(savepoint, parallelism, parameters);
    }

    /** To the savepoint before; a new one is taken for the next time. */
    void goBack() throws Exception {
        if (older != null) {
            stack.cancel(job);
            Awaitility.await("the job is gone")
                    .atMost(Duration.ofMinutes(1))
                    .ignoreExceptions()
                    .until(() -> state().equals("CANCELED"));
            job = stack.submit(older, parallelism, parameters);
        }
        older = savepoint(false);
    }

    /** Refused while the job recovers from the trouble before. */
    private String savepoint(boolean stop) {
        return Awaitility.await("a savepoint")
                .atMost(Duration.ofMinutes(3))
                .ignoreExceptions()
                .until(() -> isRunning() ? stack.savepoint(job, stop) : null, Objects::nonNull);
    }
}
