package io.rollcall.tools.rebuild;

import io.rollcall.job.config.RollcallOptions;
import io.rollcall.job.config.Settings;
import io.rollcall.tools.JobLine;
import io.rollcall.tools.RefusedException;
import io.rollcall.tools.topic.Fact;
import io.rollcall.tools.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
        Map<String, Object> kafka = new HashMap<>(settings.parameters().kafka().values());
        Topics topics = new Topics(settings.parameters().get(RollcallOptions.TOPICS_PREFIX), kafka);
        Map<String, Fact> newest = new LinkedHashMap<>();
        topics.memberships(
                any -> true,
                fact ->
                        newest.put(
                                fact.person() + " " + fact.instance() + " " + fact.list(), fact));
        Memory memory = new Memory(settings.sync().activations());
        Map<List<String>, List<Fact>> matters =
                newest.values().stream()
                        .filter(memory::speaks)
                        .collect(Collectors.groupingBy(RebuildCommand::matter));
        List<ProducerRecord<byte[], byte[]>> events =
                matters.values().stream().flatMap(facts -> records(memory, facts)).toList();
        topics.send(events);
        spec.commandLine()
                .getOut()
                .println(
                        events.size()
                                + " events said again on "
                                + topic
                                + ", with the times that they had");
        return 0;
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

    private Stream<ProducerRecord<byte[], byte[]>> records(Memory memory, List<Fact> facts) {
        return memory.events(facts).stream().map(event -> record(facts.get(0), event));
    }

    /** One person's in one partition. */
    private ProducerRecord<byte[], byte[]> record(Fact fact, byte[] event) {
        byte[] key = fact.person().getBytes(StandardCharsets.UTF_8);
        return new ProducerRecord<>(topic, null, fact.assertedAt().toEpochMilli(), key, event);
    }
}
