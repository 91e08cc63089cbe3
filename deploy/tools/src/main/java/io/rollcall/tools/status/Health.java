package io.rollcall.tools.status;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** How the job itself is: since when it runs, its checkpoints, what it last failed with. */
record Health(JsonNode job, JsonNode checkpoints, JsonNode exceptions) {

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(
                "%s  %s for %s  %s"
                        .formatted(
                                job.path("name").asText(),
                                job.path("state").asText(),
                                words(Duration.ofMillis(job.path("duration").asLong())),
                                job.path("jid").asText()));
        lines.add("checkpoints    " + checkpointing());
        JsonNode failures = exceptions.path("exceptionHistory").path("entries");
        if (!failures.isEmpty()) {
            JsonNode newest = failures.path(0);
            lines.add(
                    "last failure   %s  %s"
                            .formatted(
                                    Instant.ofEpochMilli(newest.path("timestamp").asLong()),
                                    newest.path("exceptionName").asText()));
        }
        return lines;
    }

    private String checkpointing() {
        JsonNode counts = checkpoints.path("counts");
        JsonNode last = checkpoints.path("latest").path("completed");
        String newest =
                last.isMissingNode() || last.isNull()
                        ? "none completed yet"
                        : "the last one took %d ms, acknowledged %s ago"
                                .formatted(
                                        last.path("end_to_end_duration").asLong(),
                                        words(age(last.path("latest_ack_timestamp").asLong())));
        return "%s; %d completed, %d failed, %d restored"
                .formatted(
                        newest,
                        counts.path("completed").asLong(),
                        counts.path("failed").asLong(),
                        counts.path("restored").asLong());
    }

    private static Duration age(long at) {
        return Duration.ofMillis(Math.max(0, System.currentTimeMillis() - at));
    }

    static String words(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds < 120) {
            return seconds + " s";
        }
        return seconds < 7_200 ? seconds / 60 + " min" : seconds / 3_600 + " h";
    }
}
