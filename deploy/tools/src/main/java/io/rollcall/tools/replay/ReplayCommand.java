package io.rollcall.tools.replay;

import io.rollcall.tools.RefusedException;
import io.rollcall.tools.topic.KafkaOptions;
import io.rollcall.tools.topic.Outlet;
import io.rollcall.tools.topic.Topics;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** After a fix: the dead letters again, with the times that they had. */
@Command(
        name = "replay-dead-letters",
        mixinStandardHelpOptions = true,
        description = {
            "Sends dead letters to the topics that they came from, with their original timestamps.",
            "Doing it twice does no harm: what was said once is a repeat the second time."
        })
public final class ReplayCommand implements Callable<Integer> {

    @Mixin private KafkaOptions kafka;

    @Spec private CommandSpec spec;

    @Option(names = "--reason", description = "only those refused for this, such as not-json")
    private String reason;

    @Option(names = "--topic", description = "only those of this topic")
    private String topic;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description = "only messages of this time or later, such as 2026-11-22T09:00:00Z")
    private Instant since = Instant.EPOCH;

    @Option(names = "--list", description = "count them, and send nothing")
    private boolean list;

    private final Map<String, Integer> counts = new TreeMap<>();
    private int whole;
    private int cut;

    @Override
    public Integer call() throws RefusedException {
        Topics topics = kafka.topics();
        Set<String> names = topics.names();
        try (Outlet outlet = topics.outlet()) {
            topics.deadLetters(record -> take(Letter.of(record), names, outlet));
        }
        say();
        return 0;
    }

    /** One by one: all of them may not fit into memory. */
    private void take(Letter letter, Set<String> names, Outlet outlet) throws RefusedException {
        if (!isMeant(letter)) {
            return;
        }
        counts.merge(letter.topic() + ": " + letter.reason(), 1, Integer::sum);
        if (!letter.canBeSent(names)) {
            cut++;
            return;
        }
        whole++;
        if (!list) {
            outlet.send(letter.again());
        }
    }

    private boolean isMeant(Letter letter) {
        return (reason == null || reason.equals(letter.word()))
                && (topic == null || topic.equals(letter.topic()))
                && letter.timestamp() >= since.toEpochMilli();
    }

    private void say() {
        PrintWriter out = spec.commandLine().getOut();
        counts.forEach((what, count) -> out.println(count + "  " + what));
        if (cut > 0) {
            out.println(
                    cut
                            + " cannot be sent again: cut at 64 KB, a row of a file, or from a topic"
                            + " that is not here; send the source");
        }
        out.println(
                list
                        ? whole + " could be sent again; nothing was sent"
                        : whole + " sent again, with the times that they had");
    }
}
