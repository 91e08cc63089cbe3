package io.rollcall.tools.release;

import io.rollcall.report.Report;
import io.rollcall.tools.RefusedException;
import io.rollcall.tools.topic.KafkaOptions;
import io.rollcall.tools.topic.Topics;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A person's word for an activation that the brake, or people on its list, hold back. */
@Command(
        name = "release",
        mixinStandardHelpOptions = true,
        description = {
            "Lets a held activation go on; without a name it says what is held.",
            "With --instance it needs no trace of the hold in the reports topic: for one that is"
                    + " older than what the topic keeps, and that scripts/status shows."
        })
public final class ReleaseCommand implements Callable<Integer> {

    private static final int NOT_HELD = 1;

    @Mixin private KafkaOptions kafka;

    @Spec private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "ACTIVATION",
            description = "the audience, or the id of its list")
    private String activation;

    @Option(
            names = "--instance",
            paramLabel = "MUNCHKIN-ID",
            description = "of this one; ACTIVATION is the id of its list")
    private String instance;

    @Option(
            names = "--job-id",
            description = "with --instance, the job's job-id (${DEFAULT-VALUE})",
            defaultValue = "rollcall")
    private String job;

    @Override
    public Integer call() throws RefusedException {
        PrintWriter out = spec.commandLine().getOut();
        Topics topics = kafka.topics();
        if (instance != null) {
            topics.write(unseen());
            out.println("released list " + activation + " of " + instance + ", if it was held");
            return 0;
        }
        Map<String, Report> held = new LinkedHashMap<>();
        topics.reports(report -> note(report, held));
        if (activation == null) {
            held.values().forEach(report -> out.println(line(report)));
            out.println(held.isEmpty() ? "nothing is held" : held.size() + " held");
            return 0;
        }
        List<Report> meant = held.values().stream().filter(this::isMeant).toList();
        if (meant.isEmpty()) {
            out.println("no activation " + activation + " is held" + known(held));
            return NOT_HELD;
        }
        for (Report report : meant) {
            topics.write(released(report));
            out.println("released " + line(report));
        }
        return 0;
    }

    private static void note(Report report, Map<String, Report> held) {
        String list = report.instance() + "/" + report.list();
        switch (report.kind()) {
            case HELD -> held.put(list, report);
            case RELEASED -> held.remove(list);
            default -> {}
        }
    }

    private boolean isMeant(Report held) {
        return activation.equals(held.code()) || activation.equals(Long.toString(held.list()));
    }

    private static String line(Report held) {
        return held.code() + " (list " + held.list() + "): " + held.requestId();
    }

    private static String known(Map<String, Report> held) {
        String names = String.join(", ", held.values().stream().map(Report::code).toList());
        return (held.isEmpty() ? "; nothing is" : "; held are " + names)
                + ". If scripts/status says so, the hold is older than the reports topic: name its"
                + " list and --instance";
    }

    private static Report released(Report held) {
        return released(held.job(), held.instance(), held.list(), held.code());
    }

    /** A hold of which the topic knows nothing any more; harmless where there is none. */
    private Report unseen() throws RefusedException {
        if (activation == null || !activation.matches("[1-9][0-9]{0,17}")) {
            throw new RefusedException("--instance: write the id of the list before it");
        }
        return released(job, instance, Long.parseLong(activation), null);
    }

    private static Report released(String job, String instance, long list, String audience) {
        return Report.of(Report.Kind.RELEASED, job, instance)
                .run("")
                .list(list)
                .at(System.currentTimeMillis())
                .code(audience)
                .build();
    }
}
