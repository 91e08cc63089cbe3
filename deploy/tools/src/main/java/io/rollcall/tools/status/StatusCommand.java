package io.rollcall.tools.status;

import com.fasterxml.jackson.databind.JsonNode;
import io.rollcall.tools.RefusedException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How the job is, on one screen. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "One screen: activations, lanes, quota, holds, last errors.")
public final class StatusCommand implements Callable<Integer> {

    /** Flink collects metrics every ten seconds at most. */
    private static final Duration PATIENCE = Duration.ofSeconds(12);

    @Spec private CommandSpec spec;

    @Option(
            names = "--flink",
            paramLabel = "URL",
            description = "Flink's REST address (${DEFAULT-VALUE})",
            defaultValue = "http://127.0.0.1:8081")
    private String flink;

    @Option(names = "--job", paramLabel = "NAME", description = "the job's name or id")
    private String name;

    @Override
    public Integer call() throws RefusedException {
        FlinkRest rest = new FlinkRest(flink);
        String job = job(rest.get("/jobs/overview"));
        JsonNode details = rest.get("/jobs/" + job);
        List<Reading> all = readings(rest, job, details.path("vertices"));
        JsonNode checkpoints = rest.get("/jobs/" + job + "/checkpoints");
        JsonNode exceptions = rest.get("/jobs/" + job + "/exceptions");
        PrintWriter out = spec.commandLine().getOut();
        new Health(details, checkpoints, exceptions).lines().forEach(out::println);
        new Screen(new Readings(all)).lines().forEach(out::println);
        return 0;
    }

    /** Asking makes Flink collect them; until then the first who asks is told nothing. */
    private List<Reading> readings(FlinkRest rest, String job, JsonNode vertices)
            throws RefusedException {
        List<Reading> all = new ArrayList<>();
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            for (JsonNode vertex : vertices) {
                all.addAll(rest.readings(job, vertex.path("id").asText()));
            }
            if (!all.isEmpty() || System.nanoTime() > until) {
                return all;
            }
            pause();
        }
    }

    private static void pause() throws RefusedException {
        try {
            Thread.sleep(1_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RefusedException("interrupted");
        }
    }

    private String job(JsonNode overview) throws RefusedException {
        List<String> ids = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (JsonNode job : overview.path("jobs")) {
            String id = job.path("jid").asText();
            boolean live = job.path("state").asText().matches("RUNNING|RESTARTING|CREATED|FAILING");
            if (live && (name == null || List.of(id, job.path("name").asText()).contains(name))) {
                ids.add(id);
                names.add(id + " " + job.path("name").asText());
            }
        }
        if (ids.isEmpty()) {
            throw new RefusedException(
                    "no " + (name == null ? "job" : "job " + name) + " is running at " + flink);
        }
        if (ids.size() > 1) {
            throw new RefusedException(
                    "several jobs are running; name one with --job:\n" + String.join("\n", names));
        }
        return ids.get(0);
    }
}
