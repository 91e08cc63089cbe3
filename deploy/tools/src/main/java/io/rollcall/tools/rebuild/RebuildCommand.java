package io.rollcall.tools.rebuild;

import io.rollcall.job.config.RollcallOptions;
import io.rollcall.job.config.Settings;
import io.rollcall.tools.JobLine;
import io.rollcall.tools.RefusedException;
import io.rollcall.tools.topic.Fact;
import io.rollcall.tools.topic.Outlet;
import io.rollcall.tools.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.ProducerRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** For a start without state whose sources no longer hold all of their messages. */
@Command(
        name = "rebuild",
        mixinStandardHelpOptions = true,
        description = {
            "Says again who is desired where, out of the memberships topic, as events of then.",
            "Whatever was said later still wins, so it does no harm to say it twice.",
            "Everything else on the line is a job parameter, such as --topics.prefix."
        })
public final class RebuildCommand implements Callable<Integer> {

    /** Facts of a few hundred bytes each, in the gigabyte that scripts/lib/tools.sh gives. */
    private static final int AT_ONCE = 500_000;

    @Spec private CommandSpec spec;

    @Mixin private JobLine job;

    @Option(
            names = "--to",
            paramLabel = "TOPIC",
            required = true,
            description = "a source of the job whose format is rollcall")
    private String topic;

    @Unmatched private List<String> parameters = new ArrayList<>();

    @Override
    public Integer call() throws RefusedException {
        Settings settings = job.settings(parameters);
        checkSource(settings);
        Map<String, Object> kafka = new HashMap<>();
        settings.parameters().kafka().toProperties().forEach((k, v) -> kafka.put("" + k, v));
        Topics topics = new Topics(settings.parameters().get(RollcallOptions.TOPICS_PREFIX), kafka);
        Memory memory = new Memory(settings.sync().activations());
        int parts = (int) (1 + topics.countMemberships() / AT_ONCE);
        int said = 0;
        try (Outlet outlet = topics.outlet()) {
            for (int part = 0; part < parts; part++) {
                said += say(part(topics, part, parts), memory, outlet);
            }
        }
        spec.commandLine()
                .getOut()
                .println(
                        said + " events said again on " + topic + ", with the times that they had");
        return 0;
    }

    /** What is true of some of the people: of everybody it may not fit into memory. */
    private static Collection<Fact> part(Topics topics, int part, int parts)
            throws RefusedException {
        Map<String, Fact> newest = new LinkedHashMap<>();
        topics.memberships(
                key -> Math.floorMod(Fact.person(key).hashCode(), parts) == part,
                fact ->
                        newest.put(
                                fact.person() + " " + fact.instance() + " " + fact.list(), fact));
        return newest.values();
    }

    private int say(Collection<Fact> facts, Memory memory, Outlet outlet) throws RefusedException {
        Map<List<String>, List<Fact>> matters =
                facts.stream()
                        .filter(memory::speaks)
                        .collect(Collectors.groupingBy(RebuildCommand::matter));
        int said = 0;
        for (List<Fact> matter : matters.values()) {
            for (byte[] event : memory.events(matter)) {
                outlet.send(record(matter.get(0), event));
                said++;
            }
        }
        return said;
    }

    private void checkSource(Settings settings) throws RefusedException {
        if (settings.parameters().get(RollcallOptions.TOPICS_ACTIVATIONS) != null) {
            throw new RefusedException(
                    "topics.activations: only the activations of the YAML are known here, and what"
                            + " consent the others ask for is not; put them there, and leave this"
                            + " out");
        }
        List<String> fit =
                settings.sync().sources().stream()
                        .filter(source -> "rollcall".equals(source.formatName()))
                        .map(source -> source.topic())
                        .toList();
        if (!fit.contains(topic)) {
            throw new RefusedException(
                    "--to "
                            + topic
                            + ": the job reads no native events from there; name one of "
                            + fit
                            + ", or add such a source");
        }
    }

    private static List<String> matter(Fact fact) {
        return List.of(fact.person(), fact.audience(), String.valueOf(fact.namespace()));
    }

    /** One person's in one partition. */
    private ProducerRecord<byte[], byte[]> record(Fact fact, byte[] event) {
        byte[] key = fact.person().getBytes(StandardCharsets.UTF_8);
        return new ProducerRecord<>(topic, null, fact.assertedAt().toEpochMilli(), key, event);
    }
}
