package io.rollcall.tools.topics;

import io.rollcall.job.config.ConfigurationException;
import io.rollcall.job.config.Settings;
import io.rollcall.job.config.SourceConfig;
import io.rollcall.job.kafka.Acls;
import io.rollcall.job.kafka.OwnTopic;
import io.rollcall.job.kafka.Topics;
import io.rollcall.tools.JobLine;
import io.rollcall.tools.RefusedException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** For clusters where jobs may create nothing: what has to be there, and making it. */
@Command(
        name = "topics",
        mixinStandardHelpOptions = true,
        description = {
            "Says which topics the job needs and what is wrong with those that are there.",
            "Everything else on the line is a job parameter, such as --topics.prefix."
        })
public final class TopicsCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Mixin private JobLine job;

    @Unmatched private List<String> parameters = new ArrayList<>();

    @Option(
            names = "--create",
            description = "create what is missing; change nothing that is there")
    private boolean create;

    @Option(
            names = "--acl",
            paramLabel = "PRINCIPAL",
            description =
                    "say, or with --create write, what this principal has to be allowed, such as"
                            + " User:rollcall")
    private String principal;

    @Override
    public Integer call() throws RefusedException {
        Settings settings = job.settings(parameters);
        PrintWriter out = spec.commandLine().getOut();
        settings.sync().sources().forEach(source -> out.println(line(source)));
        OwnTopic.all(settings.parameters()).forEach(topic -> out.println(line(topic)));
        try {
            if (principal != null) {
                acls(new Acls(settings, principal), out);
            }
            look(settings);
        } catch (ConfigurationException e) {
            throw new RefusedException(e.getMessage());
        }
        out.println("All topics are there and as they should be.");
        return 0;
    }

    private void look(Settings settings) throws ConfigurationException {
        if (create) {
            Topics.prepare(settings);
        } else {
            Topics.check(settings);
        }
    }

    private static String line(SourceConfig source) {
        if (source.isWebApi()) {
            return "%-28s a web service".formatted(source.name());
        }
        return source.path() == null
                ? "%-28s yours: as many partitions as you like; keep it longer than an outage of the job lasts"
                        .formatted(source.topic())
                : "%-28s a folder".formatted(source.path());
    }

    private static String line(OwnTopic topic) {
        String partitions = topic.partitions() == 0 ? "any" : "exactly " + topic.partitions();
        return "%-28s partitions: %s; %s"
                .formatted(
                        topic.name(),
                        partitions,
                        topic.settings().isEmpty()
                                ? "retention: as long as you want to look back"
                                : words(topic.settings()));
    }

    private static String words(Map<String, String> settings) {
        return new TreeMap<>(settings)
                .entrySet().stream()
                        .map(setting -> setting.getKey() + "=" + setting.getValue())
                        .collect(Collectors.joining(" "));
    }

    private void acls(Acls acls, PrintWriter out) throws ConfigurationException {
        if (create) {
            acls.create();
        }
        Map<ResourcePattern, String> rights = new LinkedHashMap<>();
        for (AclBinding binding : acls.bindings()) {
            rights.merge(
                    binding.pattern(),
                    " --operation " + binding.entry().operation(),
                    String::concat);
        }
        List<String> lines =
                rights.entrySet().stream().map(e -> line(e.getKey(), e.getValue())).toList();
        lines.forEach(out::println);
    }

    private String line(ResourcePattern pattern, String rights) {
        boolean group = pattern.resourceType() == ResourceType.GROUP;
        return "kafka-acls.sh --add --allow-principal "
                + principal
                + rights
                + (group ? " --group " : " --topic ")
                + pattern.name()
                + (pattern.patternType() == PatternType.PREFIXED
                        ? " --resource-pattern-type prefixed"
                        : "");
    }
}
