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
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A person's word for an activation that the brake, or people on its list, hold back. */
@Command(
        name = "release",
        mixinStandardHelpOptions = true,
        description = "Lets a held activation go on; without a name it says what is held.")
public final class ReleaseCommand implements Callable<Integer> {

    private static final int NOT_HELD = 1;

    @Mixin private KafkaOptions kafka;

    @Spec private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "ACTIVATION",
            description = "the audience, or the id of its list")
    private String activation;

    @Override
    public Integer call() throws RefusedException {
        PrintWriter out = spec.commandLine().getOut();
        Topics topics = kafka.topics();
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
        return held.isEmpty()
                ? "; nothing is"
                : "; held are "
                        + String.join(", ", held.values().stream().map(Report::code).toList());
    }

    private static Report released(Report held) {
        return Report.of(Report.Kind.RELEASED, held.job(), held.instance())
                .run("")
                .list(held.list())
                .at(System.currentTimeMillis())
                .code(held.code())
                .build();
    }
}
